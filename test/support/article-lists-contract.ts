import { describe, expect, test } from 'vitest'
import type { Article } from '../../shared/article.ts'
import type { ArticleLists, ListQuery } from '../../shared/store/article-lists.ts'
import type { Articles } from '../../shared/store/articles.ts'
import { anArticle, aRevisionOf } from './samples.ts'

const START_MS = Date.parse('2026-11-21T09:00:00.000Z')
const at = (seconds: number) => new Date(START_MS + seconds * 1_000).toISOString()
const AFTER_ALL = at(1_000_000)

/** An article first seen so many seconds after nine. */
function seenAfter(seconds: number, articleId: string, overrides: Partial<Article> = {}): Article {
  return anArticle({ articleId, firstSeenAt: at(seconds), changedAt: at(seconds), ...overrides })
}

/** What the lists of every articles table keep to. `open` gives a new, empty table. */
export function articleListsContract(ground: string, open: () => Promise<Articles & ArticleLists>) {
  const opened = async (...articles: readonly Article[]) => {
    const store = await open()
    for (const article of articles) await store.insert(article)
    return store
  }
  const revise = async (store: Articles, revision: Article) => {
    await store.insert(revision)
    await store.pointToLatest(revision.articleId, revision.revision)
  }
  const idsOf = (articles: readonly Article[]) => articles.map(({ articleId }) => articleId)
  const newestIds = async (store: ArticleLists, query: Partial<ListQuery>) =>
    idsOf((await store.newest({ limit: 100, ...query })).articles)

  describe(`newest articles ${ground}`, () => {
    test('an empty table has an empty list, and no next page', async () => {
      expect(await (await open()).newest({ limit: 10 })).toEqual({ articles: [] })
    })

    test('come newest first by when they were first seen, whatever their publishers say', async () => {
      const store = await opened(
        seenAfter(2, 'second', { publishedAt: '2041-01-01T00:00:00Z' }),
        seenAfter(1, 'first'),
        seenAfter(3, 'third', { publishedAt: '1970-01-01' }),
      )
      expect(await newestIds(store, {})).toEqual(['third', 'second', 'first'])
    })

    test('show the latest revision in the place of the first', async () => {
      const old = seenAfter(1, 'old')
      const store = await opened(old, seenAfter(2, 'new'))
      const second = aRevisionOf(old, { headline: 'Corrected', changedAt: at(60) })
      await revise(store, second)
      expect(await store.newest({ limit: 10 })).toEqual({ articles: [seenAfter(2, 'new'), second] })
    })

    test('never go back to an earlier revision when word of it comes late or again', async () => {
      const first = seenAfter(1, 'article')
      const store = await opened(first, aRevisionOf(first), { ...aRevisionOf(first), revision: 3 })
      for (const revision of [2, 3, 2, 3, 1]) await store.pointToLatest('article', revision)
      expect((await store.newest({ limit: 10 })).articles.map(({ revision }) => revision)).toEqual([3])
    })

    test('tell what the head has learnt since: other carriers, and the original', async () => {
      const first = seenAfter(1, 'article', { sourceId: 'harbour' })
      const store = await opened(first)
      await revise(store, aRevisionOf(first))
      await store.addSighting('article', 'coast-radio')
      await store.linkDuplicate('article', 'the-original')
      const { articles } = await store.newest({ limit: 10 })
      expect(articles).toMatchObject([
        { revision: 2, seenIn: ['harbour', 'coast-radio'], duplicateOf: 'the-original' },
      ])
    })

    test('a walk skips and repeats nothing while articles and revisions arrive between its pages', async () => {
      // Five an instant: a page often ends between articles first seen in the same millisecond.
      const originals = Array.from({ length: 230 }, (_, index) =>
        seenAfter(Math.floor(index / 5), `original-${String(index).padStart(3, '0')}`),
      )
      const store = await open()
      await Promise.all(originals.map(article => store.insert(article)))
      const walked: string[] = []
      let next: string | undefined
      for (let page = 0; page === 0 || next !== undefined; page += 1) {
        const answer = await store.newest({ limit: 17, before: next })
        walked.push(...idsOf(answer.articles))
        next = answer.next
        await store.insert(seenAfter(1_000 + page, `arrived-${page}`))
        const revised = originals[(page * 37) % originals.length]
        if (revised !== undefined) await revise(store, aRevisionOf(revised, { changedAt: at(2_000 + page) }))
      }
      expect(walked).toEqual(idsOf(originals).toReversed())
    })

    test('the last full page promises no other', async () => {
      const store = await opened(seenAfter(1, 'first'), seenAfter(2, 'second'))
      expect((await store.newest({ limit: 2 })).next).toBeUndefined()
      expect((await store.newest({ limit: 1 })).next).toBeDefined()
    })

    test('of one source are found by it alone, page by page', async () => {
      const store = await open()
      for (let index = 0; index < 12; index += 1) {
        await store.insert(
          seenAfter(index, `article-${index}`, { sourceId: index % 2 === 0 ? 'even' : 'odd' }),
        )
      }
      const first = await store.newest({ sourceId: 'even', limit: 4 })
      const second = await store.newest({ sourceId: 'even', limit: 4, before: first.next })
      expect(idsOf(first.articles)).toEqual(['article-10', 'article-8', 'article-6', 'article-4'])
      expect(idsOf(second.articles)).toEqual(['article-2', 'article-0'])
      expect(await newestIds(store, { sourceId: 'nobody' })).toEqual([])
    })

    test('asked for in fr are found in fr-CA too, and not in fry', async () => {
      const languages = ['fr', 'fr-CA', 'fry', 'en', undefined]
      const store = await opened(
        ...languages.map((language, index) => seenAfter(index, `in-${language}`, { language })),
      )
      expect(await newestIds(store, { language: 'fr' })).toEqual(['in-fr-CA', 'in-fr'])
      expect(await newestIds(store, { language: 'FR-ca' })).toEqual(['in-fr-CA'])
    })

    test('are found by the country of their publisher', async () => {
      const of = (country: string) => ({ publisher: { name: 'Office', country, kind: 'government' } })
      const store = await opened(seenAfter(1, 'norway', of('NO')), seenAfter(2, 'chad', of('TD')))
      expect(await newestIds(store, { country: 'TD' })).toEqual(['chad'])
    })

    test('are found by words that all stand in headline, summary or excerpt, in any letter case', async () => {
      const store = await opened(
        seenAfter(1, 'in-three-fields', { headline: 'Ferry', summary: 'Ice', excerpt: 'Harbour' }),
        seenAfter(2, 'without-ice', { headline: 'Ferry', summary: 'Wind', excerpt: 'Harbour' }),
        seenAfter(3, 'in-cyrillic', { headline: 'Паром снова ходит', summary: '', excerpt: '' }),
      )
      expect(await newestIds(store, { words: ['ice', 'FERRY', 'harb'] })).toEqual(['in-three-fields'])
      expect(await newestIds(store, { words: ['ПАРОМ'] })).toEqual(['in-cyrillic'])
    })

    test('are searched in their latest revision', async () => {
      const first = seenAfter(1, 'article', { headline: 'Mistaken' })
      const store = await opened(first)
      await revise(store, aRevisionOf(first, { headline: 'Corrected' }))
      expect(await newestIds(store, { words: ['mistaken'] })).toEqual([])
      expect(await newestIds(store, { words: ['corrected'] })).toEqual(['article'])
    })

    test('between two times include the first and exclude the second', async () => {
      const store = await opened(...[1, 2, 3, 4].map(seconds => seenAfter(seconds, `at-${seconds}`)))
      expect(await newestIds(store, { sinceIso: at(2), untilIso: at(4) })).toEqual(['at-3', 'at-2'])
      expect(await newestIds(store, { sinceIso: at(2) })).toEqual(['at-4', 'at-3', 'at-2'])
      expect(await newestIds(store, { untilIso: at(2) })).toEqual(['at-1'])
    })

    test('of a span that ends before it begins are none', async () => {
      const store = await opened(seenAfter(3, 'article'))
      expect(await store.newest({ sinceIso: at(4), untilIso: at(2), limit: 10 })).toEqual({ articles: [] })
    })

    test('filters and cursor together walk through every match once', async () => {
      const store = await open()
      for (let index = 0; index < 30; index += 1) {
        await store.insert(seenAfter(index, `article-${index}`, { language: index % 3 === 0 ? 'hy' : 'ru' }))
      }
      const walked: string[] = []
      let next: string | undefined
      do {
        const page = await store.newest({ language: 'hy', sinceIso: at(5), limit: 3, before: next })
        walked.push(...idsOf(page.articles))
        next = page.next
      } while (next !== undefined)
      expect(walked).toEqual([27, 24, 21, 18, 15, 12, 9, 6].map(index => `article-${index}`))
    })
  })

  describe(`changes ${ground}`, () => {
    const first = seenAfter(1, 'a')
    const history = [first, seenAfter(2, 'b'), aRevisionOf(first, { changedAt: at(3) }), seenAfter(4, 'c')]
    const named = (articles: readonly Article[]) =>
      articles.map(({ articleId, revision }) => `${articleId}#${revision}`)

    test('of an empty table are none, and give no cursor', async () => {
      expect(await (await open()).changes({ untilIso: AFTER_ALL, limit: 10 })).toEqual({ changes: [] })
    })

    test('come in the order in which revisions were recorded, each as it was', async () => {
      const store = await opened(...history)
      expect((await store.changes({ untilIso: AFTER_ALL, limit: 10 })).changes).toEqual(history)
    })

    test('a reader that comes back with its cursor misses nothing and reads nothing twice', async () => {
      const store = await open()
      const read: string[] = []
      let after: string | undefined
      for (const [index, article] of history.entries()) {
        await store.insert(article)
        if (index % 2 === 0) continue
        for (let page = 0; page < 3; page += 1) {
          const answer = await store.changes({ after, untilIso: AFTER_ALL, limit: 1 })
          read.push(...named(answer.changes))
          after = answer.next
        }
      }
      expect(read).toEqual(['a#1', 'b#1', 'a#2', 'c#1'])
    })

    test('recorded at the bound or later are left for later', async () => {
      const store = await opened(...history)
      const early = await store.changes({ untilIso: at(3), limit: 10 })
      expect(named(early.changes)).toEqual(['a#1', 'b#1'])
      const rest = await store.changes({ after: early.next, untilIso: AFTER_ALL, limit: 10 })
      expect(named(rest.changes)).toEqual(['a#2', 'c#1'])
    })

    test('after a cursor older than everything start at the beginning', async () => {
      const store = await opened(...history)
      const { changes } = await store.changes({ after: '2020-01-01', untilIso: AFTER_ALL, limit: 2 })
      expect(named(changes)).toEqual(['a#1', 'b#1'])
    })

    test('after a cursor younger than the bound are none yet, and the cursor stays', async () => {
      const store = await opened(...history)
      const after = `${at(900)}#z#1`
      expect(await store.changes({ after, untilIso: at(500), limit: 2 })).toEqual({
        changes: [],
        next: after,
      })
    })
  })
}
