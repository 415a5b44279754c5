import { describe, expect, test } from 'vitest'
import { UNPOLLED } from '../../../shared/source-state.ts'
import { s3Archive } from '../../../shared/store/archive.ts'
import { dynamoArticles } from '../../../shared/store/articles.ts'
import { dynamoHashes } from '../../../shared/store/hashes.ts'
import { dynamoSources } from '../../../shared/store/sources.ts'
import { aSketch } from '../../support/clusters-contract.ts'
import { useQueuesAndBuckets, useTables } from '../../support/engines.ts'
import { anArticle, aRevisionOf } from '../../support/samples.ts'
import { makeFaulty } from '../../wire/faulty-handler.ts'
import { firstOf } from '../../wire/faulty-wire.ts'

const newTable = useTables()
const { newBucket } = useQueuesAndBuckets()

/** A table on whose wire the answer to the first such write is lost: the client itself asks again. */
async function tableWhoseAnswerIsLost(kind: 'articles' | 'hashes' | 'sources', operation: string) {
  const table = await newTable(kind)
  const strikeNow = (fault = 'answer lost') => makeFaulty(table.client, firstOf(operation, fault))
  return { ...table, strikeNow }
}

describe('a write whose answer was lost is known as our own when the client asks again', () => {
  test('a revision is inserted, and by nobody else', async () => {
    const { client, table, readStream, strikeNow } = await tableWhoseAnswerIsLost('articles', 'PutItem')
    const articles = dynamoArticles(client, table)
    for (const fault of ['answer lost', 'answer late']) {
      strikeNow(fault)
      const article = anArticle({ articleId: fault })
      expect(await articles.insert(article)).toEqual({ kind: 'inserted' })
      expect(await articles.insert({ ...article, headline: 'Another' })).toEqual({ kind: 'taken' })
    }
    expect(await readStream()).toHaveLength(2)
  })

  test('a head that has learnt something has learnt it once', async () => {
    const { client, table, readStream, strikeNow } = await tableWhoseAnswerIsLost('articles', 'UpdateItem')
    const articles = dynamoArticles(client, table)
    const article = anArticle()
    await articles.insert(article)
    await articles.insert(aRevisionOf(article))
    for (const learn of [
      () => articles.pointToLatest(article.articleId, 2),
      () => articles.addSighting(article.articleId, 'coast-radio'),
      () => articles.linkDuplicate(article.articleId, 'original'),
    ]) {
      strikeNow()
      await learn()
    }
    const [latest] = await articles.revisions(article.articleId)
    expect(latest).toMatchObject({
      revision: 2,
      duplicateOf: 'original',
      seenIn: ['ostervik-harbour', 'coast-radio'],
    })
    const links = (await readStream()).filter(({ dynamodb }) =>
      JSON.stringify(dynamodb.OldImage ?? '').includes('duplicateOf'),
    )
    expect(links).toHaveLength(0)
  })

  test('a state is saved; one that comes after it is superseded', async () => {
    const { client, table, strikeNow } = await tableWhoseAnswerIsLost('sources', 'PutItem')
    const sources = dynamoSources(client, table)
    const state = { ...UNPOLLED, version: 1 }
    strikeNow()
    expect(await sources.saveState('harbour', state)).toEqual({ kind: 'saved' })
    expect(await sources.saveState('harbour', state)).toEqual({ kind: 'superseded' })
    strikeNow()
    const memory = { version: 1, catalogueIds: [] }
    expect(await sources.savePlanMemory(memory)).toEqual({ kind: 'saved' })
    expect(await sources.savePlanMemory(memory)).toEqual({ kind: 'superseded' })
  })

  test('a hash is claimed for the article that claimed it', async () => {
    const { client, table, strikeNow } = await tableWhoseAnswerIsLost('hashes', 'PutItem')
    const hashes = dynamoHashes(client, table)
    strikeNow()
    expect(await hashes.claim('hash', 'ours', 'cluster')).toEqual({ kind: 'claimed' })
    expect(await hashes.claim('hash', 'theirs')).toEqual({ kind: 'owned', by: 'ours' })
  })

  test('a posting names the cluster once', async () => {
    const { client, table, strikeNow } = await tableWhoseAnswerIsLost('hashes', 'UpdateItem')
    const hashes = dynamoHashes(client, table)
    strikeNow()
    const keys = [{ key: 'posting', named: [] }]
    expect(await hashes.post('one', keys)).toEqual(new Map([['posting', ['one']]]))
    expect(await hashes.post('two', keys)).toEqual(new Map([['posting', ['one', 'two']]]))
  })

  test('a cluster is opened, widened and joined once', async () => {
    const { client, table, strikeNow } = await tableWhoseAnswerIsLost('hashes', 'PutItem')
    const hashes = dynamoHashes(client, table)
    strikeNow()
    await hashes.openCluster('one', aSketch('one'))
    await hashes.openCluster('two', aSketch('two'))
    makeFaulty(client, firstOf('UpdateItem', 'answer lost'))
    await hashes.addSketch('one', aSketch('copy'))
    for (const fault of ['answer lost', 'cancelled by TransactionConflict', 'cancelled by ThrottlingError']) {
      makeFaulty(client, firstOf('TransactWriteItems', fault))
      const joined = `joined after ${fault}`
      await hashes.openCluster(joined, aSketch(joined))
      expect(await hashes.link(joined, 'one')).toBe('linked')
      expect(await hashes.link(joined, 'two')).toBe('refused')
      expect(await hashes.clusters([joined])).toMatchObject([{ into: 'one' }])
    }
    const [one] = await hashes.clusters(['one'])
    expect(one?.sketches.map(({ articleId }) => articleId)).toEqual(['one', 'copy'])
  })

  test('an object lies in the archive', async () => {
    const { client, bucket } = newBucket()
    const archive = s3Archive(client, bucket)
    for (const fault of ['answer lost', 'SlowDown', 'ConditionalRequestConflict']) {
      makeFaulty(client, firstOf('PUT object', fault))
      const bytes = Buffer.from(fault)
      await archive.put({ key: `text/${fault}`, bytes, contentType: 'text/plain' })
      expect(await archive.read(`text/${fault}`)).toEqual(new Uint8Array(bytes))
    }
  })
})
