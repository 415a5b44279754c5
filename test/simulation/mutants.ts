import { announcementOf } from '../../functions/publish/announcements.ts'
import type { EntryMessage } from '../../shared/messages.ts'
import type { BatchResponse } from '../../shared/runtime/batch.ts'
import type { FetchOutcome } from '../../shared/web/fetch-outcome.ts'
import type { FunctionDeps } from './gated-ports.ts'
import { given, numberMovesOn } from './given.ts'
import { cutOff } from './publishers.ts'
import { production, type Variant } from './simulate.ts'

/** What the functions would do if their order or one of their conditions were wrong. */
export type Mutant = { name: string; variant: Variant }

const validatorsFirst = given(({ entries, sources }) => {
  const held = new Map<string, EntryMessage[]>()
  return {
    entries: {
      sendAll: async messages => {
        for (const message of messages)
          held.set(message.sourceId, [...(held.get(message.sourceId) ?? []), message])
      },
    },
    sources: {
      ...sources,
      saveState: async (sourceId, state, happenings) => {
        const saved = await sources.saveState(sourceId, state, happenings)
        await entries.sendAll(held.get(sourceId) ?? [])
        return saved
      },
    },
  }
})

const windowPastFailure = given(({ entries }) => ({
  entries: { sendAll: (messages, delaySeconds) => entries.sendAll(messages, delaySeconds).catch(() => {}) },
}))

const unconditionalState = given(({ sources }) => ({
  sources: {
    ...sources,
    saveState: async (sourceId, state, happenings) => {
      let saved = await sources.saveState(sourceId, state, happenings)
      for (let version = state.version + 1; saved.kind === 'superseded'; version += 1)
        saved = await sources.saveState(sourceId, { ...state, version }, happenings)
      return saved
    },
  },
}))

const truncatedBodyRead = given(({ fetchFrom }) => ({
  fetchFrom: async (source, url, validators, call): Promise<FetchOutcome> => {
    const answer = await fetchFrom(source, url, validators, call)
    if (answer.kind !== 'failed' || answer.reason !== 'truncated') return answer
    const whole = await fetchFrom(source, url, {}, call)
    return whole.kind === 'fetched' ? cutOff(whole) : answer
  },
}))

const claimBeforeRow = given(({ articles, hashes }) => ({
  articles: {
    ...articles,
    insert: async article => {
      if (article.hashes.core !== undefined) await hashes.claim(article.hashes.core, article.articleId)
      return await articles.insert(article)
    },
  },
}))

let claims = 0
const claimDecides = given(({ articles, archive }) => ({
  articles: {
    ...articles,
    insert: async article => {
      claims += 1
      const own = Buffer.from(String(claims))
      const key = `claims/${article.articleId}#${article.revision}`
      await archive.put({ key, bytes: own, contentType: 'text/plain' })
      const first = await archive.read(key)
      return first !== undefined && own.equals(first) ? await articles.insert(article) : { kind: 'inserted' }
    },
  },
}))

const rowBeforeArchive = given(({ articles, archive }) => {
  const held: (() => Promise<void>)[] = []
  return {
    archive: {
      ...archive,
      put: async object => {
        held.push(() => archive.put(object))
      },
    },
    articles: {
      ...articles,
      insert: async article => {
        const inserted = await articles.insert(article)
        for (const put of held.splice(0)) await put()
        return inserted
      },
    },
  }
})

const publishedInline: Variant = deps => {
  const { articles, bus, origin } = deps
  const insert: FunctionDeps['articles']['insert'] = async article => {
    const inserted = await articles.insert(article)
    if (inserted.kind === 'inserted')
      await bus.announceAll([announcementOf({ kind: 'revision', article }, origin)])
    return inserted
  }
  const handlers = production({ ...deps, articles: { ...articles, insert } })
  return { ...handlers, publish: async () => ({ batchItemFailures: [] }) }
}

const refusalsIgnored = given(({ bus }) => ({
  bus: {
    announceAll: async announcements =>
      (await bus.announceAll(announcements)).map(() => ({ kind: 'announced' })),
  },
}))

const resumedAtLastFailure: Variant = deps => {
  const refused: string[] = []
  const logger: FunctionDeps['logger'] = {
    ...deps.logger,
    error: (_message, _cause, ids) => {
      refused.push(ids?.sequenceNumber ?? '')
    },
  }
  const handlers = production({ ...deps, logger })
  const publish = async (event: unknown): Promise<BatchResponse> => {
    const answer = await handlers.publish(event)
    const last = refused.at(-1)
    return last === undefined ? answer : { batchItemFailures: [{ itemIdentifier: last }] }
  }
  return { ...handlers, publish }
}

let events = 0
const randomEventIds = given(({ bus }) => ({
  bus: {
    announceAll: announcements =>
      bus.announceAll(
        announcements.map(announcement => {
          events += 1
          const renamed = structuredClone(announcement)
          renamed.event.id += `-${events}`
          return renamed
        }),
      ),
  },
}))

const acknowledgedBeforeEffects: Variant = deps => {
  const handlers = production(deps)
  const acknowledge = async (work: Promise<unknown>): Promise<BatchResponse> => {
    work.catch(() => {})
    return { batchItemFailures: [] }
  }
  return { ...handlers, ingest: (event, context) => acknowledge(handlers.ingest(event, context)) }
}

const failuresSwallowed: Variant = deps => {
  const handlers = production(deps)
  return {
    ...handlers,
    ingest: async (event, context) => {
      await handlers.ingest(event, context)
      return { batchItemFailures: [] }
    },
  }
}

const firstFailureStopsTheBatch: Variant = deps => {
  const handlers = production(deps)
  return {
    ...handlers,
    ingest: async (event, context) => {
      const { batchItemFailures } = await handlers.ingest(event, context)
      return { batchItemFailures: batchItemFailures.slice(0, 1) }
    },
  }
}

const followUpForgotten = given(({ hashes, articles }) => {
  const inserted = new Set<string>()
  return {
    articles: {
      ...articles,
      insert: async article => {
        inserted.add(article.articleId)
        return await articles.insert(article)
      },
      linkDuplicate: async (articleId, duplicateOf) => {
        if (inserted.has(articleId)) await articles.linkDuplicate(articleId, duplicateOf)
      },
    },
    hashes: {
      ...hashes,
      claim: async (hash, articleId, clusterId) =>
        inserted.has(articleId) ? await hashes.claim(hash, articleId, clusterId) : { kind: 'claimed' },
    },
  }
})

const pointedByIngest: Variant = deps => {
  const { articles } = deps
  const insert: FunctionDeps['articles']['insert'] = async article => {
    const inserted = await articles.insert(article)
    if (inserted.kind === 'inserted') await articles.pointToLatest(article.articleId, article.revision)
    return inserted
  }
  const { publish } = production({ ...deps, articles: { ...articles, pointToLatest: async () => {} } })
  return { ...production({ ...deps, articles: { ...articles, insert } }), publish }
}

const pointersPastFailure = given(({ articles }) => ({
  articles: {
    ...articles,
    pointToLatest: (articleId, revision) => articles.pointToLatest(articleId, revision).catch(() => {}),
  },
}))

const takenAsItComes = given(({ entries }) => ({
  entries: {
    sendAll: (messages, delaySeconds) =>
      entries.sendAll(
        messages.map(({ pollVersion: _, ...message }) => ({
          ...message,
          seenAt: '2026-11-21T00:00:00.000Z',
        })),
        delaySeconds,
      ),
  },
}))

/** Each must be found out by some seed: a check that no wrong order fails is no proof of the right one. */
export const mutants: readonly Mutant[] = [
  { name: 'the state of a source is saved before its entries are queued', variant: validatorsFirst },
  { name: 'the seen window moves past entries that the queue refused', variant: windowPastFailure },
  { name: 'a state is written whatever version it was made from', variant: unconditionalState },
  { name: 'a truncated body is read, and its validators saved', variant: truncatedBodyRead },
  { name: 'a text is claimed before the row that it belongs to', variant: claimBeforeRow },
  { name: 'a claim made before the row decides who writes it', variant: claimDecides },
  { name: 'the row is written before what it points to', variant: rowBeforeArchive },
  { name: 'a revision whose number is taken takes the next without another look', variant: numberMovesOn },
  { name: 'events are published by ingest and not from the stream', variant: publishedInline },
  { name: 'entries that the bus refused count as announced', variant: refusalsIgnored },
  { name: 'the stream resumes at the last failure and not at the first', variant: resumedAtLastFailure },
  { name: 'every delivery of an event has an id of its own', variant: randomEventIds },
  { name: 'messages are acknowledged before their effects', variant: acknowledgedBeforeEffects },
  { name: 'failed messages are acknowledged', variant: failuresSwallowed },
  { name: 'only the first failure of a batch comes back', variant: firstFailureStopsTheBatch },
  { name: 'a redelivery leaves the place among copies unmade', variant: followUpForgotten },
  { name: 'an entry is taken as it comes, whichever poll saw it', variant: takenAsItComes },
  { name: 'ingest points lists to a revision, and nobody does it again', variant: pointedByIngest },
  { name: 'a pointer that the table refused counts as moved', variant: pointersPastFailure },
]
