import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import * as z from 'zod'
import { makeHandler as makeIngest } from '../../functions/ingest/handler.ts'
import { makeHandler as makePlan } from '../../functions/plan/handler.ts'
import { makeHandler as makePoll } from '../../functions/poll/handler.ts'
import { makeHandler as makePublish } from '../../functions/publish/handler.ts'
import { ArchiveFault, readRaw, readText } from '../../functions/query/archived.ts'
import { drained } from '../../infra/local/drain.ts'
import type { Invoke } from '../../infra/local/function-pool.ts'
import { openGate } from '../../infra/local/gate.ts'
import { queueClient } from '../../infra/local/queue-client.ts'
import { startQueuePump } from '../../infra/local/queue-pump.ts'
import { startStreamPump } from '../../infra/local/stream-pump.ts'
import type { Article } from '../../shared/article.ts'
import { systemClock } from '../../shared/runtime/clock.ts'
import { s3Archive } from '../../shared/store/archive.ts'
import { dynamoArticleLists } from '../../shared/store/article-lists.ts'
import { dynamoArticles } from '../../shared/store/articles.ts'
import { eventBridgeBus } from '../../shared/store/bus.ts'
import { dynamoFurniture } from '../../shared/store/furniture.ts'
import { dynamoHashes } from '../../shared/store/hashes.ts'
import { sqsQueue } from '../../shared/store/queue.ts'
import { dynamoRechecks } from '../../shared/store/rechecks.ts'
import { dynamoSources } from '../../shared/store/sources.ts'
import type { FetchOutcome } from '../../shared/web/fetch-outcome.ts'
import { localAccess, type useQueuesAndBuckets, type useTables } from '../support/engines.ts'
import { randomOf, releaseText, releaseTitle } from '../support/release-text.ts'
import { aSource } from '../support/samples.ts'
import { makeFaulty } from './faulty-handler.ts'
import { operationOf, someOf } from './faulty-wire.ts'

type Ground = ReturnType<typeof useQueuesAndBuckets> & { newTable: ReturnType<typeof useTables> }

const FEED = 'https://harbour.example/notices.xml'
const context = { getRemainingTimeInMillis: () => 120_000 }

/**
 * The production functions over the production adapters and clients, a share of whose calls goes wrong at the wire.
 * Tables, queues and buckets are the local engines; the bus is a list. What calls the functions has wires of its own.
 */
export async function wirePipeline(
  ground: Ground,
  { articles, share, seed }: { articles: number; share: number; seed: number },
) {
  const tables = {
    articles: await ground.newTable('articles'),
    hashes: await ground.newTable('hashes'),
    sources: await ground.newTable('sources'),
  }
  const [polls, entries, bucket] = [ground.newQueue(), ground.newQueue(), ground.newBucket()]
  const announced: string[] = []
  const eventBridge = new EventBridgeClient({ ...localAccess, requestHandler: busInAList(announced) })
  const struck: string[] = []
  const some = someOf(share, randomOf(seed))
  let isOver = false
  const clients = [...Object.values(tables), polls, entries, bucket].map(({ client }) => client)
  for (const client of [...clients, eventBridge])
    makeFaulty(client, request => {
      const fault = isOver ? undefined : some(request)
      if (fault !== undefined) struck.push(`${operationOf(request)} ${fault.name}`)
      return fault
    })

  const web = harbour(articles, seed)
  const archive = s3Archive(bucket.client, bucket.bucket)
  const recorded = dynamoArticles(tables.articles.client, tables.articles.table)
  const deps = {
    catalogue: [aSource({ url: FEED })],
    sources: dynamoSources(tables.sources.client, tables.sources.table),
    rechecks: dynamoRechecks(tables.sources.client, tables.sources.table),
    furniture: dynamoFurniture(tables.sources.client, tables.sources.table),
    articles: recorded,
    hashes: dynamoHashes(tables.hashes.client, tables.hashes.table),
    archive,
    bus: eventBridgeBus(eventBridge, 'communique-test'),
    origin: { sourceUrn: 'urn:communique:test', archiveBucket: bucket.bucket },
    watchesOf: async () => [],
    fetchFrom: async (_source: unknown, url: string) => web(url),
    clock: systemClock,
    logger: { progress: () => {}, error: () => {} },
  }
  const toPolls = { polls: sqsQueue<unknown>(polls.client, polls.url) }
  const toEntries = sqsQueue<unknown>(entries.client, entries.url)
  const plan = makePlan({ ...deps, ...toPolls, looks: toEntries })
  const poll = makePoll({ ...deps, entries: toEntries })
  const ingest = makeIngest({ ...deps, entries: toEntries })
  const publish = makePublish(deps)

  const terms = { gate: openGate(), complain: () => {} }
  const pumpOf = (url: string, batchSize: number, handler: typeof poll) => {
    const queue = queueClient(new URL(url).origin, url)
    const mapping = { sourceArn: url, batchSize, windowMs: 0, reportsItemFailures: true }
    const invoke = invoking(event => handler(event, context))
    return { queue, ...startQueuePump({ ...terms, mapping, queue, invoke, concurrency: 1 }) }
  }

  return {
    announced,
    struck,
    pages: web.pages,
    /** Plans until a plan succeeds, then works until all is done; from then on nothing goes wrong any more. */
    run: async () => {
      const scheduledAt = '2026-11-21T09:00:00.000Z'
      while ((await invoking(plan)({ scheduledAt, everySource: true })).kind === 'failed');
      const pumps = [pumpOf(polls.url, 1, poll), pumpOf(entries.url, 10, ingest)]
      const stream = startStreamPump({
        ...terms,
        mapping: {
          sourceArn: 'outbox',
          batchSize: 100,
          filters: [],
          reportsItemFailures: true,
          bisects: true,
          maxRetries: 10,
        },
        stream: tables.articles.stream,
        position: memoryPosition(),
        invoke: invoking(publish),
        bury: async letter => Promise.reject(new Error(`records were given up: ${JSON.stringify(letter)}`)),
        retryDelayMs: () => 10,
      })
      await drained(
        pumps.map(({ queue }) => queue.pending),
        [stream],
      )
      await Promise.all([...pumps, stream].map(pump => pump.stop()))
      isOver = true
    },
    rows: async () => {
      const untilIso = '2100-01-01T00:00:00.000Z'
      const lists = dynamoArticleLists(tables.articles.client, tables.articles.table)
      return (await lists.changes({ untilIso, limit: 1_000 })).changes
    },
    /** The rows whose text or evidence is not what their hashes say. */
    dangling: async (rows: readonly Article[]) => {
      const ends = await Promise.allSettled(
        rows.flatMap(row => [readText(row, archive), readRaw(row, archive)]),
      )
      return ends.flatMap(end =>
        end.status === 'rejected' && end.reason instanceof ArchiveFault ? [end.reason.message] : [],
      )
    },
    states: async () => {
      const known = await deps.sources.read(['ostervik-harbour'])
      return known.map(({ state }) => ({ kind: state?.health.kind, version: state?.version }))
    },
  }
}

function invoking(handler: (event: unknown) => Promise<unknown>): Invoke {
  return async event => {
    try {
      return { kind: 'returned', value: await handler(event) }
    } catch (error) {
      return { kind: 'failed', reason: String(error) }
    }
  }
}

function memoryPosition() {
  const shards = new Map<string, string>()
  return {
    of: (shardId: string) => shards.get(shardId),
    advance: (shardId: string, sequenceNumber: string) => void shards.set(shardId, sequenceNumber),
  }
}

const Entries = z.object({ Entries: z.array(z.object({ Detail: z.string() })) })
const Detail = z.object({ id: z.string() })

/** A bus at the far end of the wire, which keeps the ids of what it was told. */
function busInAList(announced: string[]) {
  return {
    handle: async ({ body }: { body: Uint8Array | string }) => {
      const put = Entries.parse(JSON.parse(Buffer.from(body).toString('utf8'))).Entries
      announced.push(...put.map(entry => Detail.parse(JSON.parse(entry.Detail)).id))
      const answer = { FailedEntryCount: 0, Entries: put.map((_, index) => ({ EventId: `event-${index}` })) }
      const headers = { 'content-type': 'application/x-amz-json-1.1' }
      return { response: { statusCode: 200, headers, body: JSON.stringify(answer) } }
    },
  }
}

/** A publisher's feed and its pages, other ones for every seed. */
function harbour(articles: number, seed: number) {
  const numbers = Array.from({ length: articles }, (_, index) => seed * 1_000 + index)
  const urlOf = (number: number) => `https://harbour.example/${number}`
  const item = (number: number) =>
    `<item><title>${releaseTitle(number)}</title><link>${urlOf(number)}</link></item>`
  const page = (number: number) =>
    `<!doctype html><html><body><main><h1>${releaseTitle(number)}</h1><p>${releaseText(number)}</p></main></body></html>`
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel>${numbers.map(item).join('')}</channel></rss>`
  const answer = (url: string): FetchOutcome => {
    const contentType = url === FEED ? 'application/xml' : 'text/html; charset=utf-8'
    const text = url === FEED ? feed : page(Number(url.split('/').at(-1)))
    const headers = { 'content-type': contentType }
    return {
      kind: 'fetched',
      status: 200,
      bytes: Buffer.from(text),
      headers,
      contentType,
      validators: {},
      finalUrl: url,
    }
  }
  return Object.assign(answer, { pages: numbers.map(urlOf) })
}
