import type { Article } from '../../shared/article.ts'
import type { IngestMessage, PollMessage } from '../../shared/messages.ts'
import { isoTime } from '../../shared/runtime/clock.ts'
import { memoryArchive } from '../support/memory-archive.ts'
import { memoryArticles } from '../support/memory-articles.ts'
import { memoryBus } from '../support/memory-bus.ts'
import { memoryFurniture } from '../support/memory-furniture.ts'
import { memoryHashes } from '../support/memory-hashes.ts'
import { memoryQueue } from '../support/memory-queue.ts'
import { memoryRechecks } from '../support/memory-rechecks.ts'
import { memorySources } from '../support/memory-sources.ts'
import type { ArticleStreamRecord } from '../support/stream-records.ts'
import { type Diary, diaryBy } from './diary.ts'
import { checkArchive, checkCurrent, checkEvents, checkNothingLost, checkRecords } from './final-checks.ts'
import { type Ground, gatedPorts } from './gated-ports.ts'
import { type Invocation, invocationsOn } from './invocations.ts'
import type { Publisher } from './publishers.ts'
import { type QueueEventRecord, queueGround } from './queue-ground.ts'
import type { Play } from './simulate.ts'
import { streamGround } from './stream-ground.ts'
import { timelineFrom } from './timeline.ts'
import { watchesOver } from './watches.ts'

export type Scene = {
  diary: Diary
  startMs: number
  /** The schedule fires; or, in the calm, somebody asks for every source. */
  tick: (everySource?: boolean) => void
  /** A message that no function understands comes among the entries. */
  poison: () => void
  skip: (durationMs: number) => void
  runUntil: (timeMs: number) => Promise<void>
  runToRest: () => Promise<void>
  redrive: () => void
  /** Dead letters are not lost: they wait to be sent again. */
  checkNothingLost: (listedBy: readonly Publisher[]) => void
  checkRest: () => Promise<void>
  rows: () => Article[]
  /** Looks at pages that are planned. */
  turnsLeft: () => number
  /** Minutes since the start. */
  minute: () => number
}

/** More than ten times what the longest story takes. */
const MAX_HAPPENINGS = 50_000
const POISON = '{"sourceId": 7}'
const START_MS = Date.parse('2026-11-21T09:00:00.000Z')

/** The whole pipeline on virtual ground: twins of the stores, queues, stream and schedule around the functions. */
export function sceneOf({ chance, publishers, variant, weather, visibilityMs }: Play): Scene {
  const timeline = timelineFrom(START_MS)
  const diary = diaryBy(timeline.nowMs)
  const invoke = invocationsOn(timeline, diary, weather)
  const archive = memoryArchive()
  const watches = watchesOver(archive, diary)
  const articles = memoryArticles({ onChange: rowChanged, packQuality: 1 })
  const hashes = memoryHashes()
  const bus = memoryBus()
  const rechecks = memoryRechecks()
  const [polls, entries] = [memoryQueue<PollMessage>(), memoryQueue<IngestMessage>()]

  const ground: Ground = {
    catalogue: publishers.map(({ source }) => source),
    sources: memorySources(),
    articles,
    hashes: {
      ...hashes,
      claim: (hash, articleId, clusterId) => {
        watches.claimed(articleId)
        return hashes.claim(hash, articleId, clusterId)
      },
    },
    furniture: memoryFurniture(),
    archive,
    polls,
    entries: {
      sendAll: async (messages, delaySeconds) => {
        await entries.sendAll(messages, delaySeconds)
        await watches.entriesQueued(messages)
      },
    },
    looks: entries,
    rechecks,
    bus,
    ask: (source, url, validators, by) => {
      if (!isOnRequest) watches.asked(source, url, by)
      const publisher = publishers.find(one => one.source.id === source.id)
      if (publisher === undefined) throw new Error(`nobody publishes ${source.id}`)
      const answer = publisher.answer(url, validators)
      diary.note(source.id, `answers ${answer.kind === 'failed' ? answer.reason : answer.kind}`)
      return answer
    },
    stateSaved: watches.stateSaved,
    told: (line, by) => {
      watches.told(line, by)
      const { progress, ...rest } = line
      diary.note(by.name, `${progress}: ${Object.values(rest).join(' ')}`)
    },
  }

  const handlersOf = (invocation: Invocation) => variant(gatedPorts(ground, invocation, chance))
  const contextOf = ({ remainingMs }: Invocation) => ({ getRemainingTimeInMillis: remainingMs })

  const worker = (name: 'poll' | 'ingest') => {
    const terms = {
      name: name === 'poll' ? 'polls' : 'entries',
      batch: name === 'poll' ? 1 : 4,
      workers: 2,
      visibilityMs,
    }
    return { terms, timeoutMs: 120_000, name }
  }
  const around = { timeline, chance, diary }
  const [poll, ingest] = [worker('poll'), worker('ingest')]
  const pollQueue = queueGround(poll.terms, polls, around, (Records: QueueEventRecord[], ended) =>
    invoke(poll, by => handlersOf(by).poll({ Records }, contextOf(by)), ended),
  )
  const entryQueue = queueGround(ingest.terms, entries, around, (Records: QueueEventRecord[], ended) => {
    let name = ''
    return invoke(
      ingest,
      by => {
        name = by.name
        return handlersOf(by).ingest({ Records }, contextOf(by))
      },
      end => {
        watches.ingestEnded(name, Records.length, end)
        ended(end)
      },
    )
  })
  const shards = [1, 2].map(() =>
    streamGround(timeline, (Records, ended) =>
      invoke({ name: 'publish', timeoutMs: 30_000 }, by => handlersOf(by).publish({ Records }), ended),
    ),
  )

  function rowChanged(record: ArticleStreamRecord): void {
    watches.rowChanged(record)
    const articleId = record.dynamodb.Keys.articleId
    const shard = articleId !== undefined && 'S' in articleId && articleId.S < 'n' ? shards[0] : shards[1]
    shard?.add(record)
  }

  let poisoned = 0
  let isOnRequest = false

  async function runUntil(timeMs: number): Promise<void> {
    for (let count = 0; await timeline.next(timeMs); count += 1) {
      pollQueue.collect()
      entryQueue.collect()
      if (count > MAX_HAPPENINGS) {
        diary.broken('the pipeline comes to rest', `still busy after ${MAX_HAPPENINGS} happenings`)
        return
      }
    }
    if (Number.isFinite(timeMs)) timeline.skipTo(timeMs)
  }

  return {
    diary,
    startMs: START_MS,
    tick: everySource => {
      isOnRequest = everySource === true
      timeline.at(timeline.nowMs(), () => {
        const scheduledAt = isoTime(timeline.nowMs())
        return invoke(
          { name: 'plan', timeoutMs: 30_000 },
          by => handlersOf(by).plan({ scheduledAt, everySource }),
          () => {},
        )
      })
    },
    poison: () => {
      poisoned += 1
      entryQueue.put(POISON)
    },
    skip: durationMs => timeline.skipTo(timeline.nowMs() + durationMs),
    runUntil,
    runToRest: () => runUntil(Number.POSITIVE_INFINITY),
    redrive: () => {
      for (const queue of [pollQueue, entryQueue]) queue.redrive()
    },
    checkNothingLost: listedBy => checkNothingLost(articles.all(), listedBy, entryQueue.deadLetters, diary),
    rows: articles.all,
    turnsLeft: () => rechecks.all().length,
    minute: () => Math.round((timeline.nowMs() - START_MS) / 60_000),
    checkRest: async () => {
      const stores = { articles, archive, bus }
      const rows = articles.all()
      checkArchive(rows, stores, diary)
      checkEvents(rows, stores, diary)
      await checkRecords(rows, stores, diary)
      checkCurrent(
        rows,
        publishers.filter(({ servedStale }) => !servedStale),
        diary,
      )
      const first = rows.filter(({ revision }) => revision === 1).length
      if (watches.created() > first)
        diary.broken('what was told as created is on record', `${watches.created()} told, ${first} recorded`)
      const dead = [...pollQueue.deadLetters, ...entryQueue.deadLetters].map(({ body }) => body)
      const waiting = pollQueue.waiting() + entryQueue.waiting()
      if (waiting > 0) diary.broken('every message ends', `${waiting} wait`)
      if (dead.filter(body => body === POISON).length !== poisoned || dead.length !== poisoned)
        diary.broken('only what nobody understands stays dead', dead.join(' '))
      for (const { givenUp } of shards)
        if (givenUp.length > 0) diary.broken('the stream is published', `${givenUp.length} records given up`)
    },
  }
}
