import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  articleOf,
  isRowOf,
  keyOf,
  latestRevisionOf,
  rowOf,
  withHead,
} from '../../../shared/store/article-row.ts'
import { arbitraryArticle } from '../../support/arbitrary-article.ts'
import { itemSizeBytes } from '../../support/item-size.ts'
import { anArticle, aRevisionOf } from '../../support/samples.ts'
import { chineseArticle, cyrillicArticle, latinArticle } from '../../support/typical-articles.ts'

/** The packed part of an article as the first release wrote it. */
const PACKED_BY_VERSION_1 =
  'ARvXQ5vuJHc7y/otCpeUfuNiJ7ENECKxpVhH6SiWW7a/3rjSQTCTlseW8rhFGRleVagVSuXZOW9jiNdfqvy7rj+Mkj/lOWbGzZND4Rr3ds1LBb4xXqSyALAuTV37D5Kbc79IYvRH8sfycvovSq+J2ts7GsCRBb1YZPjRoMlFK7CiJhuRAgAcBe7WTTy+bQ+SYNxKkZgt/39znyrnZmCPzX/oYslk7s3SpdP3j5t/iQaGb7SmPQ3XsDGpTLpAu8A+2Fc3vTw8ZaydqY1SVERmrfDJb8q285shTsVoNAZ9kwEdAR+NQcdBsPUa+E0zs/YTZy27hVRtWxb/z5xXFzzlK04yhSwN7D+0tDaGwppGPfp2TpP8zDlv/3a1BP4n7LO4BJIluET+GlAjLkLW+BakLevGMtzDoxYdsgSKYzR3b5i2bpaXfec382BHsJ/xCiT2m/iMyeTyH7ZJkzpwaCS3UK4rfrOri2haIoO09f6O3R4eGiL8ArhOgRHtF6GU0NWF3I1BG6IrIJIAGnGbsVP1zWFQPRQkAY8o1SNukmeDzon4ihSW6AyCoculRifnimtcqrchQ2ZIOhawHBjLff4hUMiiwPIK19WWHgE='

test('a typical row gives back its article: what follows from another field is restored', () => {
  for (const article of [latinArticle, cyrillicArticle, chineseArticle]) {
    expect(articleOf(rowOf(article))).toEqual(article)
  }
})

test('a row gives back any article as it was, and knows its own', () => {
  fc.assert(
    fc.property(arbitraryArticle, article => {
      const row = rowOf(article)
      expect(articleOf(row)).toEqual(article)
      expect(keyOf(row)).toEqual({ articleId: article.articleId, revision: article.revision })
      expect(isRowOf(row, rowOf(article))).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('rows that were written long ago are read: their bytes and dictionary never change meaning', () => {
  const packed = { B: Buffer.from(PACKED_BY_VERSION_1, 'base64') }
  expect(articleOf({ ...rowOf(anArticle()), packed })).toMatchObject({
    identityBasis: 'url',
    summary: 'The crossing reopens two weeks early.',
    publisher: { name: 'Ostervik Harbour Office', country: 'NO', kind: 'government' },
    publishedAt: '2026-11-21T08:30:00Z',
    evidence: { length: 4_096, headers: { 'content-type': 'text/html; charset=utf-8' } },
    schemaVersion: 1,
  })
})

describe('the plain part of a row', () => {
  test('is what keys, indexes and filters need', () => {
    const { packed, ...plain } = rowOf(anArticle({ articleId: 'a', duplicateOf: 'original' }))
    expect(plain).toEqual({
      articleId: { S: 'a' },
      revision: { N: '1' },
      language: { S: 'en' },
      duplicateOf: { S: 'original' },
      country: { S: 'NO' },
      timeline: { S: 'all' },
      changedKey: { S: '2026-11-21T09:00:00.000Z#a#1' },
      sourceKey: { S: 'ostervik-harbour' },
    })
    expect(packed?.B).toBeInstanceOf(Uint8Array)
  })

  test('puts the first revision alone into the index by source', () => {
    expect(rowOf(aRevisionOf(anArticle())).sourceKey).toBeUndefined()
  })

  test('wins over the packed part, so that a link learnt later is told', () => {
    const row = { ...rowOf(anArticle()), duplicateOf: { S: 'original' } }
    expect(articleOf(row).duplicateOf).toBe('original')
  })
})

describe('what a head has learnt', () => {
  test('is every other source that carried the article, by name, each once', () => {
    const row = {
      ...rowOf(anArticle({ sourceId: 'harbour' })),
      alsoSeenIn: { SS: ['radio', 'harbour', 'gazette'] },
    }
    expect(articleOf(row).seenIn).toEqual(['harbour', 'gazette', 'radio'])
  })

  test('is its latest revision: its own until it hears of another', () => {
    expect(latestRevisionOf(rowOf(anArticle()))).toBe(1)
    expect(latestRevisionOf({ ...rowOf(anArticle()), latestRevision: { N: '12' } })).toBe(12)
  })

  test('goes with the latest revision, which keeps what it was recorded with', () => {
    const head = { ...anArticle(), seenIn: ['harbour', 'radio'], duplicateOf: 'learnt' }
    const latest = aRevisionOf(anArticle())
    expect(withHead(latest, head)).toEqual({ ...latest, seenIn: ['harbour', 'radio'], duplicateOf: 'learnt' })
    expect(withHead({ ...latest, duplicateOf: 'recorded' }, head).duplicateOf).toBe('recorded')
  })
})

describe('a row is not ours', () => {
  const row = rowOf(anArticle())

  test('when another packed its part in a way that this code does not know', () => {
    const packed = { B: Buffer.from([2, 0]) }
    expect(() => articleOf({ ...row, packed })).toThrow('packed as version 2')
  })

  test('when it lacks a field of the schema, or its key', () => {
    const { changedKey: _, ...timeless } = row
    expect(() => articleOf(timeless)).toThrow()
    expect(() => keyOf({ articleId: { S: 'a' } })).toThrow('without its key')
  })

  test('when another writer recorded in the same millisecond', () => {
    const other = anArticle({ wordCount: 22 })
    expect(isRowOf(row, rowOf(other))).toBe(false)
    expect(isRowOf(undefined, rowOf(anArticle()))).toBe(false)
  })
})

test('a row in any script costs one write unit', () => {
  const sizes = [latinArticle, cyrillicArticle, chineseArticle].map(article => itemSizeBytes(rowOf(article)))
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1_024)
})
