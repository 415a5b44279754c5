import type { IngestDeps } from '../../functions/ingest/handler.ts'
import type { PlanDeps } from '../../functions/plan/handler.ts'
import type { PollDeps } from '../../functions/poll/handler.ts'
import type { PublishDeps } from '../../functions/publish/handler.ts'
import type { HashStore } from '../../shared/dedup/hash-store.ts'
import type { EntryMessage, PollMessage, RecheckMessage } from '../../shared/messages.ts'
import type { Progress } from '../../shared/progress.ts'
import type { Source } from '../../shared/source.ts'
import type { SourceState } from '../../shared/source-state.ts'
import type { Archive } from '../../shared/store/archive.ts'
import type { Articles } from '../../shared/store/articles.ts'
import type { Bus } from '../../shared/store/bus.ts'
import type { FurnitureStore } from '../../shared/store/furniture.ts'
import type { Queue } from '../../shared/store/queue.ts'
import type { Rechecks } from '../../shared/store/rechecks.ts'
import type { Sources } from '../../shared/store/sources.ts'
import type { FetchOutcome, Validators } from '../../shared/web/fetch-outcome.ts'
import type { Chance } from './chance.ts'
import type { Effect, Invocation } from './invocations.ts'

/** What the functions share: the memory twins, and a web whose answers may depend on what was asked with. */
export type Ground = {
  catalogue: readonly Source[]
  sources: Sources
  articles: Articles
  hashes: HashStore
  furniture: FurnitureStore
  archive: Archive
  polls: Queue<PollMessage>
  entries: Queue<EntryMessage>
  /** The entries queue too. */
  looks: Queue<RecheckMessage>
  rechecks: Rechecks
  bus: Bus
  ask: (source: Source, url: string, validators: Validators, invocation: Invocation) => FetchOutcome
  stateSaved: (sourceId: string, state: SourceState, by: Invocation) => void
  told: (line: Progress, by: Invocation) => void
}

/** Everything that any of the functions is given. */
export type FunctionDeps = PlanDeps & PollDeps & IngestDeps & PublishDeps & Pick<Ground, 'hashes'>

/** What a function keeps of its time when it gives up on a publisher. */
const MARGIN_MS = 30_000

const reads =
  /^(?:sources\.(?:schedules|read|planMemory)|articles\.revisions|rechecks\.due|archive\.read|furniture\.read|hashes\.(?:holder|postings|clusters)|web\.ask)$/

function effectOf(name: string, args: readonly unknown[]): Effect {
  return { name, about: args.map(shortly).join(' '), isWrite: !reads.test(name) }
}

function shortly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shortly).join(', ')}]`
  if (typeof value === 'string') return value.length > 40 ? `${value.slice(0, 12)}…` : value
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  if ('articleId' in value && 'revision' in value) return `${shortly(value.articleId)}#${value.revision}`
  if ('entry' in value && 'sourceId' in value) return `${value.sourceId}: ${titleOf(value.entry)}`
  if ('event' in value) return titleOf(value.event, 'id')
  if ('key' in value) return shortly(value.key)
  if ('id' in value) return String(value.id)
  if ('version' in value) return `v${value.version}`
  return ''
}

function titleOf(value: unknown, name = 'title'): string {
  return String(Object.entries(value ?? {}).find(([key]) => key === name)?.[1] ?? '')
}

/** The ports as one invocation sees them: every call is an effect, done in its time or gone wrong. */
export function gatedPorts(ground: Ground, invocation: Invocation, chance: Chance): FunctionDeps {
  const gate =
    <Args extends readonly unknown[], Value>(name: string, call: (...args: Args) => Promise<Value>) =>
    (...args: Args): Promise<Value> =>
      invocation.effect(effectOf(name, args), () => call(...args))

  const isDone = () => chance.between('item of a batch', 0, 1) < 0.5

  function gatedQueue<Message>(name: string, queue: Queue<Message>): Queue<Message> {
    return {
      sendAll: (messages, delaySeconds) =>
        invocation.effect(
          effectOf(`${name}.sendAll`, [messages, delaySeconds]),
          () => queue.sendAll(messages, delaySeconds),
          async () => {
            await queue.sendAll(messages.filter(isDone), delaySeconds)
            throw new Error('the queue refused some of the messages')
          },
        ),
    }
  }

  const { sources, articles, hashes, furniture, archive, bus, rechecks } = ground
  return {
    catalogue: ground.catalogue,
    sources: {
      schedules: gate('sources.schedules', sources.schedules),
      read: async sourceIds => {
        const known = await gate('sources.read', sources.read)(sourceIds)
        for (const { source, state } of known) invocation.statesRead.set(source.id, state)
        return known
      },
      put: gate('sources.put', sources.put),
      remove: gate('sources.remove', sources.remove),
      saveState: gate('sources.saveState', async (sourceId, state, happenings) => {
        const saved = await sources.saveState(sourceId, state, happenings)
        if (saved.kind === 'saved') ground.stateSaved(sourceId, state, invocation)
        return saved
      }),
      saveRecipe: gate('sources.saveRecipe', sources.saveRecipe),
      planMemory: gate('sources.planMemory', sources.planMemory),
      savePlanMemory: gate('sources.savePlanMemory', sources.savePlanMemory),
    },
    articles: {
      revisions: gate('articles.revisions', articles.revisions),
      insert: gate('articles.insert', articles.insert),
      pointToLatest: gate('articles.pointToLatest', articles.pointToLatest),
      addSighting: gate('articles.addSighting', articles.addSighting),
      linkDuplicate: gate('articles.linkDuplicate', articles.linkDuplicate),
    },
    hashes: {
      holder: gate('hashes.holder', hashes.holder),
      claim: gate('hashes.claim', hashes.claim),
      postings: gate('hashes.postings', hashes.postings),
      post: gate('hashes.post', hashes.post),
      clusters: gate('hashes.clusters', hashes.clusters),
      openCluster: gate('hashes.openCluster', hashes.openCluster),
      addSketch: gate('hashes.addSketch', hashes.addSketch),
      link: gate('hashes.link', hashes.link),
    },
    furniture: { read: gate('furniture.read', furniture.read), save: gate('furniture.save', furniture.save) },
    archive: { put: gate('archive.put', archive.put), read: gate('archive.read', archive.read) },
    watchesOf: async () => [],
    polls: gatedQueue('polls', ground.polls),
    entries: gatedQueue('entries', ground.entries),
    looks: gatedQueue('looks', ground.looks),
    rechecks: {
      schedule: gate('rechecks.schedule', rechecks.schedule),
      due: gate('rechecks.due', rechecks.due),
      remove: gate('rechecks.remove', rechecks.remove),
    },
    bus: {
      announceAll: announcements =>
        invocation.effect(
          effectOf('bus.announceAll', [announcements]),
          () => bus.announceAll(announcements),
          async () => {
            const taken = announcements.filter(isDone)
            await bus.announceAll(taken)
            return announcements.map(one =>
              taken.includes(one) ? { kind: 'announced' } : { kind: 'refused', reason: 'InternalFailure' },
            )
          },
        ),
    },
    fetchFrom: async (source, url, validators) => {
      if (chance.strikes('publisher too slow', 0.01)) {
        await invocation.pause(Math.max(0, invocation.remainingMs() - MARGIN_MS))
        return { kind: 'failed', reason: 'aborted', detail: 'given up', transient: true, finalUrl: url }
      }
      return await invocation.effect(effectOf('web.ask', [url, validators.etag]), async () =>
        ground.ask(source, url, validators, invocation),
      )
    },
    clock: {
      nowMs: invocation.nowMs,
      sleep: invocation.pause,
    },
    origin: { sourceUrn: 'urn:communique:simulation', archiveBucket: 'archive' },
    logger: { progress: line => ground.told(line, invocation), error: () => {} },
  }
}
