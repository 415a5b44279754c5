import { describe, expect, test } from 'vitest'
import type { Queue } from '../../shared/store/queue.ts'

export type OpenQueue = {
  queue: Queue<unknown>
  /** Takes what can be read now, in order; the bodies, parsed. */
  readAll: () => Promise<unknown[]>
}

/** What every queue keeps to. `open` gives a new, empty one. */
export function queueContract(ground: string, open: () => Promise<OpenQueue>) {
  describe(`a queue ${ground}`, () => {
    test('delivers 25 messages of 200 KB together, in the order in which they were sent', async () => {
      const { queue, readAll } = await open()
      const messages = Array.from({ length: 25 }, (_, number) => ({ number, text: 'x'.repeat(8_000) }))
      await queue.sendAll(messages)
      expect(await readAll()).toEqual(messages)
    })

    test('delivers every script, emoji and control characters unharmed', async () => {
      const { queue, readAll } = await open()
      const messages = [{ text: '⛴️ Паром 渡轮 լաստանավ 👩‍✈️ \u0000\u0007\u2028\ud800' }]
      await queue.sendAll(messages)
      expect(await readAll()).toEqual(messages)
    })

    test('delivers large messages that no one batch could hold', async () => {
      const { queue, readAll } = await open()
      const messages = Array.from({ length: 4 }, (_, number) => ({ number, text: 'x'.repeat(200_000) }))
      await queue.sendAll(messages)
      expect(await readAll()).toEqual(messages)
    })

    test('sending nothing is no message', async () => {
      const { queue, readAll } = await open()
      await queue.sendAll([])
      expect(await readAll()).toEqual([])
    })

    test('a delayed message cannot be read at once', async () => {
      const { queue, readAll } = await open()
      await queue.sendAll(['later'], 900)
      await queue.sendAll(['now'])
      expect(await readAll()).toEqual(['now'])
    })
  })
}
