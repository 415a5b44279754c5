import { describe, expect, test } from 'vitest'
import type { Articles } from '../../shared/store/articles.ts'
import { anArticle, aRevisionOf } from './samples.ts'

/** What every articles table keeps to. `open` gives a new, empty one. */
export function articlesContract(ground: string, open: () => Promise<Articles>) {
  describe(`articles ${ground}`, () => {
    test('an article never seen has no revisions', async () => {
      const articles = await open()
      expect(await articles.revisions('never-seen')).toEqual([])
    })

    test('gives back each revision as it was recorded, newest first', async () => {
      const articles = await open()
      const first = anArticle({ rights: { licence: 'CC BY 4.0' }, repairs: ['mojibake'] })
      const second = aRevisionOf(first, { headline: 'Island ferry sails again from Tuesday' })
      expect(await articles.insert(first)).toEqual({ kind: 'inserted' })
      expect(await articles.insert(second)).toEqual({ kind: 'inserted' })
      await articles.insert(anArticle({ articleId: 'another' }))
      expect(await articles.revisions(first.articleId)).toEqual([second, first])
    })

    test('orders revisions as numbers: the tenth comes after the ninth', async () => {
      const articles = await open()
      const article = anArticle()
      for (let revision = 1; revision <= 11; revision += 1) await articles.insert({ ...article, revision })
      const numbers = (await articles.revisions(article.articleId)).map(({ revision }) => revision)
      expect(numbers).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    })

    test('of twenty writers of one revision in one millisecond exactly one succeeds, and its row stays', async () => {
      const articles = await open()
      const writers = Array.from({ length: 20 }, (_, index) =>
        anArticle({ sourceId: `source-${index}`, evidence: { ...anArticle().evidence, offset: index } }),
      )
      const outcomes = await Promise.all(writers.map(writer => articles.insert(writer)))
      const winners = writers.filter((_, index) => outcomes[index]?.kind === 'inserted')
      expect(winners).toHaveLength(1)
      expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(19)
      expect(await articles.revisions(anArticle().articleId)).toEqual(winners)
    })

    test('a revision number that is taken stays with what it holds', async () => {
      const articles = await open()
      const article = anArticle()
      await articles.insert(article)
      const late = { ...article, changedAt: '2026-11-21T09:00:01.000Z', headline: 'Too late' }
      expect(await articles.insert(late)).toEqual({ kind: 'taken' })
      expect(await articles.revisions(article.articleId)).toEqual([article])
    })

    test('a write repeated because its answer was lost is inserted, whatever the head has learnt since', async () => {
      const articles = await open()
      const article = anArticle()
      await articles.insert(article)
      await articles.pointToLatest(article.articleId, 2)
      await articles.addSighting(article.articleId, 'island-gazette')
      await articles.linkDuplicate(article.articleId, 'the-original')
      expect(await articles.insert(article)).toEqual({ kind: 'inserted' })
      expect(await articles.revisions(article.articleId)).toHaveLength(1)
    })

    test('a sighting is noted once, and every revision tells it', async () => {
      const articles = await open()
      const first = anArticle({ sourceId: 'harbour' })
      await articles.insert(first)
      await articles.insert(aRevisionOf(first))
      for (const source of ['island-gazette', 'coast-radio', 'island-gazette', 'harbour']) {
        await articles.addSighting(first.articleId, source)
      }
      const seenIn = (await articles.revisions(first.articleId)).map(revision => revision.seenIn)
      expect(seenIn).toEqual([
        ['harbour', 'coast-radio', 'island-gazette'],
        ['harbour', 'coast-radio', 'island-gazette'],
      ])
    })

    test('twenty sightings at once are all noted', async () => {
      const articles = await open()
      await articles.insert(anArticle({ sourceId: 'harbour' }))
      const { articleId } = anArticle()
      const sources = Array.from({ length: 20 }, (_, index) => `source-${index + 10}`)
      await Promise.all(sources.map(source => articles.addSighting(articleId, source)))
      expect((await articles.revisions(articleId))[0]?.seenIn).toEqual(['harbour', ...sources])
    })

    test('the first link to an original stays, and every revision tells it', async () => {
      const articles = await open()
      const first = anArticle()
      await articles.insert(first)
      await articles.insert(aRevisionOf(first))
      await articles.linkDuplicate(first.articleId, 'the-original')
      await articles.linkDuplicate(first.articleId, 'a-later-claim')
      const links = (await articles.revisions(first.articleId)).map(({ duplicateOf }) => duplicateOf)
      expect(links).toEqual(['the-original', 'the-original'])
    })

    test('a link that an article was recorded with stays', async () => {
      const articles = await open()
      const copy = anArticle({ duplicateOf: 'the-original' })
      await articles.insert(copy)
      await articles.linkDuplicate(copy.articleId, 'a-later-claim')
      expect(await articles.revisions(copy.articleId)).toEqual([copy])
    })

    test('what is told of an article never recorded makes no row', async () => {
      const articles = await open()
      await articles.pointToLatest('never-seen', 2)
      await articles.addSighting('never-seen', 'harbour')
      await articles.linkDuplicate('never-seen', 'the-original')
      expect(await articles.revisions('never-seen')).toEqual([])
    })
  })
}
