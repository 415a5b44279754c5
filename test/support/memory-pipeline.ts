import { makeHandler as makeIngest } from '../../functions/ingest/handler.ts'
import { makeHandler as makePlan } from '../../functions/plan/handler.ts'
import { makeHandler as makePoll } from '../../functions/poll/handler.ts'
import { makeHandler as makePublish } from '../../functions/publish/handler.ts'
import type { EntryMessage, PollMessage, RecheckMessage } from '../../shared/messages.ts'
import type { Progress } from '../../shared/progress.ts'
import type { BatchResponse } from '../../shared/runtime/batch.ts'
import { isoTime } from '../../shared/runtime/clock.ts'
import type { Source } from '../../shared/source.ts'
import type { FetchOutcome, Validators } from '../../shared/web/fetch-outcome.ts'
import { fixedClock } from './fixed-clock.ts'
import { memoryArchive } from './memory-archive.ts'
import { memoryArticles } from './memory-articles.ts'
import { memoryBus } from './memory-bus.ts'
import { memoryFurniture } from './memory-furniture.ts'
import { memoryHashes } from './memory-hashes.ts'
import { type MemoryQueue, memoryQueue, queueEvent, type Sent } from './memory-queue.ts'
import { memoryRechecks } from './memory-rechecks.ts'
import { memorySources } from './memory-sources.ts'
import { type ArticleStreamRecord, sourceStreamRecord } from './stream-records.ts'

/** What a publisher's address answers: a document, or any outcome of a fetch; perhaps by what it is asked with. */
export type WebAnswer = string | FetchOutcome | ((validators: Validators) => string | FetchOutcome)

function outcomeOf(url: string, answer: string | FetchOutcome | undefined): FetchOutcome {
  if (typeof answer === 'object') return answer
  if (answer === undefined) {
    return {
      kind: 'failed',
      reason: 'http-404',
      detail: 'not found',
      transient: false,
      status: 404,
      finalUrl: url,
    }
  }
  const contentType = answer.trimStart().startsWith('<?xml') ? 'application/xml' : 'text/html; charset=utf-8'
  return {
    kind: 'fetched',
    status: 200,
    bytes: Buffer.from(answer),
    headers: { 'content-type': contentType },
    contentType,
    validators: {},
    finalUrl: url,
  }
}

/**
 * The whole pipeline over the memory twins: the production handlers, a web that is a map of addresses, and a
 * clock that stands still. `run()` does what the schedule, the queues and the stream would do, until all is
 * drained.
 */
export function memoryPipeline(sources: readonly Source[]) {
  const clock = fixedClock()
  const web = new Map<string, WebAnswer>()
  const asked: string[] = []
  const progress: Progress[] = []
  const errors: unknown[] = []
  const logger = {
    progress: (line: Progress) => void progress.push(line),
    error: (_message: string, cause: unknown) => void errors.push(cause),
  }
  const stream: ArticleStreamRecord[] = []
  const stores = {
    sources: memorySources({ onHappenings: told => void stream.push(sourceStreamRecord(told)) }),
    articles: memoryArticles({ onChange: record => void stream.push(record) }),
    hashes: memoryHashes(),
    furniture: memoryFurniture(),
    archive: memoryArchive(),
    polls: memoryQueue<PollMessage>(),
    entries: memoryQueue<EntryMessage>(),
    /** On AWS the entries queue too. */
    looks: memoryQueue<RecheckMessage>(),
    rechecks: memoryRechecks(),
    bus: memoryBus(),
  }
  const fetchFrom = async (_source: unknown, url: string, validators: Validators = {}) => {
    asked.push(url)
    const answer = web.get(url)
    return outcomeOf(url, typeof answer === 'function' ? answer(validators) : answer)
  }
  const deps = { ...stores, fetchFrom, clock, logger }
  const handlers = {
    plan: makePlan({ ...deps, catalogue: sources }),
    poll: makePoll(deps),
    ingest: makeIngest(deps),
    publish: makePublish({
      ...deps,
      watchesOf: async () => [],
      origin: { sourceUrn: 'urn:communique:test', archiveBucket: 'archive' },
    }),
  }
  const context = { getRemainingTimeInMillis: () => 120_000 }

  async function work<Message>(
    queue: MemoryQueue<Message>,
    handler: (event: unknown, of: typeof context) => Promise<BatchResponse>,
    receiveCount = 1,
  ): Promise<Sent<Message>[]> {
    const taken = queue.takeAll()
    const now = taken.filter(sent => sent.delaySeconds === 0)
    if (now.length > 0) {
      const { batchItemFailures } = await handler(
        queueEvent(
          now.map(({ body }) => body),
          receiveCount,
        ),
        context,
      )
      if (batchItemFailures.length > 0) throw new Error('a message failed', { cause: errors.at(-1) })
    }
    return [...taken, ...queue.takeAll()].filter(sent => sent.delaySeconds > 0)
  }

  return {
    ...stores,
    deps,
    handlers,
    context,
    clock,
    web,
    asked,
    progress,
    errors,
    /** Hands the stream's records since the last call to publish. */
    async publish(): Promise<void> {
      const Records = stream.splice(0)
      if (Records.length > 0) await handlers.publish({ Records })
    },
    /** Looks at every page whose turn has come, and drains. No source is polled. */
    async look(): Promise<void> {
      await handlers.plan({ scheduledAt: isoTime(clock.nowMs()) })
      stores.polls.takeAll()
      await work(stores.looks, handlers.ingest)
      await this.publish()
    },
    /** Polls every source once and drains. Returns the messages that are to be delivered later. */
    async run(): Promise<Sent<EntryMessage>[]> {
      await handlers.plan({ scheduledAt: isoTime(clock.nowMs()), everySource: true })
      await work(stores.polls, handlers.poll)
      const later = await work(stores.entries, handlers.ingest)
      await this.publish()
      return later
    },
  }
}
