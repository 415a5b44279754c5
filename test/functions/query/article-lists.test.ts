import { expect, test } from 'vitest'
import { cursorAt } from '../../../functions/query/cursor.ts'
import { aRevisionOf } from '../../support/samples.ts'
import { anId, newsroom } from './newsroom.ts'

async function roomWith(count: number) {
  const room = newsroom()
  for (let number = 1; number <= count; number += 1) {
    // Three at a time share a millisecond, as a batch does.
    const second = String(Math.floor(number / 3)).padStart(2, '0')
    await room.record({ articleId: anId(number), firstSeenAt: `2026-11-20T10:00:${second}.000Z` })
  }
  return room
}

test('articles are listed by our first sight, newest first', async () => {
  const room = newsroom()
  await room.record({ articleId: anId(1), firstSeenAt: '2026-11-20T09:00:00.000Z' })
  await room.record({
    articleId: anId(2),
    firstSeenAt: '2026-11-21T09:00:00.000Z',
    publishedAt: '1999-01-01',
  })
  const { json } = await room.askJson('/articles')
  expect(json.articles.map((article: { articleId: string }) => article.articleId)).toEqual([anId(2), anId(1)])
  expect(json).not.toHaveProperty('next')
})

test('an article stands in the list once, in its latest revision', async () => {
  const room = newsroom()
  const first = await room.record()
  await room.record(aRevisionOf(first, { headline: 'Ferry sails on Tuesday instead' }))
  const { json } = await room.askJson('/articles')
  expect(json.articles).toHaveLength(1)
  expect(json.articles[0]).toMatchObject({ revision: 2, headline: 'Ferry sails on Tuesday instead' })
})

test('a walk by cursors meets every article once, also while others arrive', async () => {
  const room = await roomWith(23)
  const seen: string[] = []
  let path: string | undefined = '/articles?limit=4'
  for (let arrivals = 100; path !== undefined; arrivals += 1) {
    const { json } = await room.askJson(path)
    seen.push(...json.articles.map((article: { articleId: string }) => article.articleId))
    await room.record({ articleId: anId(arrivals), firstSeenAt: '2026-11-21T11:00:00.000Z' })
    path = json.next === undefined ? undefined : `/articles?limit=4&cursor=${json.next}`
  }
  const original = Array.from({ length: 23 }, (_, index) => anId(index + 1))
  expect(seen.toSorted()).toEqual(original.toSorted())
})

test('a list is 20 long unless asked otherwise, and 100 at most', async () => {
  const room = await roomWith(23)
  expect((await room.askJson('/articles')).json.articles).toHaveLength(20)
  expect((await room.askJson('/articles?limit=100')).json.articles).toHaveLength(23)
  for (const limit of ['0', '101', '-1', '1e2', '20.0', '9'.repeat(400), 'all']) {
    const { status, json } = await room.askJson(`/articles?limit=${limit}`)
    expect(status).toBe(400)
    expect(json).toEqual({
      error: 'The parameter limit is not valid.',
      hint: 'It must be a whole number from 1 to 100.',
    })
  }
})

test('a list is narrowed by source, language, country and words, in any letter case', async () => {
  const room = newsroom()
  const publisher = { name: 'Gouvernement', country: 'CA', kind: 'government' }
  await room.record({ articleId: anId(1) })
  await room.record({
    articleId: anId(2),
    sourceId: 'ca-gouvernement',
    language: 'fr-CA',
    publisher,
    headline: 'Le traversier reprend lundi',
  })
  const count = async (query: string) => (await room.askJson(`/articles?${query}`)).json.articles.length
  expect(await count('source=ca-gouvernement')).toBe(1)
  expect(await count('source=nobody')).toBe(0)
  expect(await count('language=fr')).toBe(1)
  expect(await count('language=FR-ca')).toBe(1)
  expect(await count('country=ca')).toBe(1)
  expect(await count('q=TRAVERSIER%20lundi')).toBe(1)
  expect(await count('q=traversier+mardi')).toBe(0)
  expect(await count('q=+++')).toBe(2)
  expect(await count('source=&language=&country=&q=&since=&until=&cursor=')).toBe(2)
})

test('since includes its moment; until takes a whole day in, or ends before its moment', async () => {
  const room = newsroom()
  await room.record({ articleId: anId(1), firstSeenAt: '2026-11-20T00:00:00.000Z' })
  await room.record({ articleId: anId(2), firstSeenAt: '2026-11-20T23:59:59.999Z' })
  await room.record({ articleId: anId(3), firstSeenAt: '2026-11-21T00:00:00.000Z' })
  const found = async (query: string) =>
    (await room.askJson(`/articles?${query}`)).json.articles.map(
      ({ articleId }: { articleId: string }) => articleId,
    )
  expect(await found('since=2026-11-20&until=2026-11-20')).toEqual([anId(2), anId(1)])
  expect(await found('since=2026-11-21')).toEqual([anId(3)])
  expect(await found('until=2026-11-20T00:00:00Z')).toEqual([])
  expect(await found('until=2026-11-20T23:59:59.999Z')).toEqual([anId(1)])
  expect(await found('until=2026-11-21T00:00:00.001Z')).toEqual([anId(3), anId(2), anId(1)])
  expect(await found('since=2026-11-21T01:59%2B02:00')).toEqual([anId(2), anId(3)].toSorted().reverse())
  // A plus sign that its caller did not encode arrives as a space.
  expect(await found('since=2026-11-21T02:00+02:00')).toEqual([anId(3)])
})

test.each([
  ['since=yesterday', /since is not valid.*must be a date/],
  ['since=2026-02-30', /since is not valid.*must be a date/],
  ['until=2026-11-21T10:00:00', /until is not valid.*time with its offset/],
  ['until=9999-12-31', /until is not valid.*between the years/],
  ['since=2026-11-22&until=2026-11-20', /since is later than until/],
  ['country=Norway', /country is not valid.*two letters/],
  ['language=english', /language is not valid.*language tag/],
  ['language=../en', /language is not valid/],
  ['source=UPPER%20case', /source is not valid.*lower-case/],
  [`q=${'ferry+'.repeat(11)}`, /q is not valid.*10 words/],
  [`q=${'a'.repeat(201)}`, /q is not valid.*200 characters/],
  ['cursor=forged', /cursor is not valid.*`next`/],
  [`cursor=${cursorAt('changes')}`, /cursor is not valid/],
  ['limit=1&limit=2', /limit is given twice/],
  ['colour=red', /"colour" is unknown.*source, language, country, since, until, q, limit, cursor/],
  ['__proto__=x', /"__proto__" is unknown/],
])('/articles?%s is refused with what is allowed', async (query, expected) => {
  const { status, json } = await newsroom().askJson(`/articles?${query}`)
  expect(status).toBe(400)
  expect(`${json.error} ${json.hint}`).toMatch(expected)
})

test('a cursor from before the days asked for ends the list', async () => {
  const room = await roomWith(3)
  const { json } = await room.askJson('/articles?limit=1')
  // DynamoDB refuses a range that runs backwards.
  Object.assign(room.articles, { newest: () => Promise.reject(new Error('BETWEEN needs ordered bounds')) })
  const { status, json: rest } = await room.askJson(`/articles?since=2026-11-21&cursor=${json.next}`)
  expect(status).toBe(200)
  expect(rest).toEqual({ articles: [] })
})

test('lists are never served from a cache', async () => {
  expect((await newsroom().ask('/articles')).headers['cache-control']).toBe('private, no-cache')
})
