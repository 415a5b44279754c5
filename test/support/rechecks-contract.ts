import { describe, expect, test } from 'vitest'
import type { RecheckMessage } from '../../shared/messages.ts'
import type { Rechecks } from '../../shared/store/rechecks.ts'

function turn(articleId: string, dueAt: string, more: Partial<RecheckMessage> = {}): RecheckMessage {
  return { kind: 'recheck', sourceId: 'ostervik-harbour', articleId, dueAt, ...more }
}

const early = turn('b', '2026-11-21T09:15:00.000Z')
const late = turn('a', '2026-11-21T10:00:00.000Z', { unconfirmed: { sign: 'gone', revision: 3 } })

/** What every list of looks keeps to. `open` gives a new, empty one. */
export function rechecksContract(ground: string, open: () => Promise<Rechecks>) {
  describe(`turns to look again ${ground}`, () => {
    test('an empty list has nothing due', async () => {
      expect(await (await open()).due('2026-11-21T09:00:00.000Z', 10)).toEqual([])
    })

    test('are due once their time has passed, earliest first, as they were planned', async () => {
      const rechecks = await open()
      await rechecks.schedule(late)
      await rechecks.schedule(early)
      expect(await rechecks.due('2026-11-21T09:15:00.000Z', 10)).toEqual([])
      expect(await rechecks.due('2026-11-21T09:15:01.000Z', 10)).toEqual([early])
      expect(await rechecks.due('2026-11-21T10:00:01.000Z', 10)).toEqual([early, late])
      expect(await rechecks.due('2026-11-21T10:00:01.000Z', 1)).toEqual([early])
    })

    test('are planned once, however often the same turn is named', async () => {
      const rechecks = await open()
      await rechecks.schedule(early)
      await rechecks.schedule(early)
      expect(await rechecks.due('2026-11-22T00:00:00.000Z', 10)).toEqual([early])
    })

    test('leave the list alone, and may be taken off twice', async () => {
      const rechecks = await open()
      await rechecks.schedule(early)
      await rechecks.schedule(late)
      await rechecks.remove([early])
      await rechecks.remove([early])
      await rechecks.remove([])
      expect(await rechecks.due('2026-11-22T00:00:00.000Z', 10)).toEqual([late])
    })

    test('leave the list by the hundred', async () => {
      const rechecks = await open()
      const many = Array.from({ length: 60 }, (_, index) => turn(`article-${index}`, early.dueAt))
      await Promise.all(many.map(one => rechecks.schedule(one)))
      await rechecks.remove(await rechecks.due('2026-11-22T00:00:00.000Z', 100))
      expect(await rechecks.due('2026-11-22T00:00:00.000Z', 100)).toEqual([])
    })
  })
}
