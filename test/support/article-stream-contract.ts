import { describe, expect, test } from 'vitest'
import { LINKED_LATER, rowOf } from '../../shared/store/article-row.ts'
import type { Articles } from '../../shared/store/articles.ts'
import { anArticle, aRevisionOf } from './samples.ts'

type Change = { eventName: string; dynamodb: Record<string, unknown> & { SequenceNumber: string } }
export type OpenStream = { articles: Articles; readStream: () => Promise<readonly Change[]> }

/** A row as a stream's image shows it: its bytes in base64. */
function imageOf(article = anArticle(), learnt = {}) {
  const { packed, ...plain } = rowOf(article)
  return { ...plain, packed: { B: Buffer.from(packed?.B ?? []).toString('base64') }, ...learnt }
}

/**
 * What the stream of every articles table keeps to. `open` gives a new, empty one. Of a write that changed
 * nothing DynamoDB tells nothing and dynoxide 1.2.1 a MODIFY, so nobody may rely on either.
 */
export function articleStreamContract(ground: string, open: () => Promise<OpenStream>) {
  describe(`the stream of articles ${ground}`, () => {
    const first = anArticle()
    const second = aRevisionOf(first)

    test('tells every change once, in order, with the row before and after it', async () => {
      const { articles, readStream } = await open()
      await articles.insert(first)
      await articles.insert(second)
      await articles.pointToLatest(first.articleId, 2)
      await articles.addSighting(first.articleId, 'coast-radio')
      await articles.linkDuplicate(first.articleId, 'the-original')

      const pointed = { latestRevision: { N: '2' } }
      const sighted = { ...pointed, alsoSeenIn: { SS: ['coast-radio'] } }
      const linked = { ...sighted, duplicateOf: { S: 'the-original' }, ...LINKED_LATER }
      const told = (await readStream()).map(({ eventName, dynamodb: { NewImage, OldImage } }) => ({
        eventName,
        NewImage,
        OldImage,
      }))
      expect(told).toEqual([
        { eventName: 'INSERT', NewImage: imageOf(first) },
        { eventName: 'INSERT', NewImage: imageOf(second) },
        { eventName: 'MODIFY', OldImage: imageOf(first), NewImage: imageOf(first, pointed) },
        { eventName: 'MODIFY', OldImage: imageOf(first, pointed), NewImage: imageOf(first, sighted) },
        { eventName: 'MODIFY', OldImage: imageOf(first, sighted), NewImage: imageOf(first, linked) },
      ])
    })

    test('names the row by its key, and numbers the records upward', async () => {
      const { articles, readStream } = await open()
      await articles.insert(first)
      await articles.insert(second)
      const records = await readStream()
      expect(records.map(({ dynamodb }) => dynamodb.Keys)).toEqual([
        { articleId: { S: first.articleId }, revision: { N: '1' } },
        { articleId: { S: first.articleId }, revision: { N: '2' } },
      ])
      const [one = 0n, two = 0n] = records.map(({ dynamodb }) => BigInt(dynamodb.SequenceNumber))
      expect(two).toBeGreaterThan(one)
    })

    test('tells nothing of a write that was refused', async () => {
      const { articles, readStream } = await open()
      await articles.insert(first)
      await articles.insert(first)
      await articles.insert({ ...first, headline: 'Too late' })
      await articles.pointToLatest(first.articleId, 2)
      await articles.pointToLatest(first.articleId, 2)
      await articles.pointToLatest(first.articleId, 1)
      await articles.linkDuplicate(first.articleId, 'the-original')
      await articles.linkDuplicate(first.articleId, 'a-later-claim')
      await articles.addSighting('never-seen', 'coast-radio')
      expect((await readStream()).map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'MODIFY'])
    })
  })
}
