import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { announcedNames, openEventLog } from '../../../infra/local/event-log.ts'
import { scratchFolder } from './scratch.ts'

const event = (id: string) => ({ detail: { id, headline: 'Ω' } })
const line = (id: string) => `${JSON.stringify(event(id))}\n`

test('has each event once, however often it is delivered, also after a restart', async () => {
  const path = join(await scratchFolder(), 'events.ndjson')
  const log = await openEventLog(path)
  expect([log.append(event('a')), log.append(event('a')), log.append(event('b'))]).toEqual([
    true,
    false,
    true,
  ])
  log.close()
  const again = await openEventLog(path)
  expect(again.append(event('b'))).toBe(false)
  again.close()
  expect(await readFile(path, 'utf8')).toBe(line('a') + line('b'))
})

test('keeps events without an id of their own, every time', async () => {
  const path = join(await scratchFolder(), 'events.ndjson')
  const log = await openEventLog(path)
  expect([log.append({ detail: {} }), log.append({ detail: {} })]).toEqual([true, true])
  log.close()
})

test.each([
  ['after other lines', line('a') + line('b').slice(0, -9), line('a')],
  ['with nothing before it', '{"detail":{"id":"a', ''],
  ['longer than a block', line('a') + 'x'.repeat(200_000), line('a')],
  ['or none at all', line('a'), line('a')],
])('takes away a last line that was cut short, %s', async (_, before, after) => {
  const path = join(await scratchFolder(), 'events.ndjson')
  await writeFile(path, before)
  const log = await openEventLog(path)
  expect(await readFile(path, 'utf8')).toBe(after)
  expect(log.append(event('b'))).toBe(true)
  log.close()
  expect(await readFile(path, 'utf8')).toBe(after + line('b'))
})

test('notes what another hand has appended meanwhile only at its next opening', async () => {
  const path = join(await scratchFolder(), 'events.ndjson')
  await appendFile(path, line('a'))
  const log = await openEventLog(path)
  expect(log.append(event('a'))).toBe(false)
  log.close()
})

test('has an event once more for every replay that tells it again', async () => {
  const path = join(await scratchFolder(), 'events.ndjson')
  const replayed = { detail: { id: 'a', replayname: 'for-the-archive' } }
  const log = await openEventLog(path)
  expect([event('a'), replayed, replayed, event('a')].map(one => log.append(one))).toEqual([
    true,
    true,
    false,
    false,
  ])
  log.close()
  expect(await announcedNames(path)).toEqual(new Set(['a', 'a in for-the-archive']))
})
