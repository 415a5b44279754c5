import { expect, test } from 'vitest'
import { cursorAt } from '../../../functions/query/cursor.ts'
import { aRevisionOf } from '../../support/samples.ts'
import { anId, newsroom } from './newsroom.ts'

const named = ({ articleId, revision }: { articleId: string; revision: number }) => `${articleId}#${revision}`

test('changes are every revision, in the order of their recording', async () => {
  const room = newsroom()
  const first = await room.record({ articleId: anId(1), firstSeenAt: '2026-11-21T09:00:00.000Z' })
  await room.record({ articleId: anId(2), firstSeenAt: '2026-11-21T09:00:30.000Z' })
  await room.record(aRevisionOf(first))
  const { json } = await room.askJson('/changes')
  expect(json.changes.map(named)).toEqual([`${anId(1)}#1`, `${anId(2)}#1`, `${anId(1)}#2`])
})

test('a follower who always asks with the last cursor misses nothing and sees nothing twice', async () => {
  const room = newsroom()
  const seen: string[] = []
  let next = ''
  for (let number = 1; number <= 12; number += 1) {
    const firstSeenAt = new Date(room.clock.nowMs()).toISOString()
    await room.record({ articleId: anId(number), firstSeenAt })
    if (number % 3 === 0) await room.record({ articleId: anId(100 + number), firstSeenAt })
    room.clock.advance(700)
    const { json } = await room.askJson(`/changes?limit=2&cursor=${next}`)
    seen.push(...json.changes.map(named))
    next = json.next
  }
  room.clock.advance(5_000)
  for (let turn = 0; turn < 10; turn += 1) {
    const { json } = await room.askJson(`/changes?limit=2&cursor=${next}`)
    seen.push(...json.changes.map(named))
    next = json.next
  }
  expect(seen).toEqual(room.articles.all().map(named))
  expect(new Set(seen).size).toBe(16)
})

test('what was recorded less than two seconds ago is told by the next call', async () => {
  const room = newsroom()
  await room.record({ firstSeenAt: '2026-11-21T11:59:58.500Z' })
  const { json } = await room.askJson('/changes')
  expect(json.changes).toEqual([])
  room.clock.advance(1_000)
  expect((await room.askJson(`/changes?cursor=${json.next}`)).json.changes).toHaveLength(1)
})

test('before anything has happened there is already a cursor to wait with', async () => {
  const room = newsroom()
  const { json } = await room.askJson('/changes')
  await room.record()
  expect((await room.askJson(`/changes?cursor=${json.next}`)).json.changes).toHaveLength(1)
})

test.each([
  ['cursor=forged', /cursor is not valid/],
  [`cursor=${cursorAt('articles', `2026-11-21T09:00:00.000Z#${anId(1)}#1`)}`, /cursor is not valid/],
  ['limit=1000', /limit is not valid/],
  ['since=2026-11-21', /"since" is unknown.*limit, cursor/],
])('/changes?%s is refused', async (query, expected) => {
  const { status, json } = await newsroom().askJson(`/changes?${query}`)
  expect(status).toBe(400)
  expect(`${json.error} ${json.hint}`).toMatch(expected)
})
