import { announcementOf, type CommittedChange, type Origin } from '../../functions/publish/announcements.ts'
import type { ArticleWatches } from '../../functions/publish/article-watches.ts'
import type { ArticleAnnouncement } from '../../shared/events.ts'
import type { Clock } from '../../shared/runtime/clock.ts'
import type { Bus } from '../../shared/store/bus.ts'
import type { Commit, Commits } from '../../shared/store/commits.ts'

export type AnnounceAgainDeps = {
  commits: Commits
  bus: Bus
  watchesOf: ArticleWatches
  /** Done before a commit is announced, unless in a dry run. */
  makeGood: (change: CommittedChange) => Promise<void>
  origin: Origin
  clock: Clock
  /** Is told after each page how far it has come. */
  tell: (soFar: Told) => void
}

export type Again = {
  fromIso: string
  /** Exclusive. */
  untilIso: string
  /** The cursor that an interrupted run told last. */
  after?: string | undefined
  sourceId?: string | undefined
  /** The mark of a replay; without it the events are the first announcement made good. */
  replayName?: string | undefined
  eventsPerSecond: number
  dryRun: boolean
  /** Leaves out what need not be announced again. */
  wants: (announcement: ArticleAnnouncement) => boolean
}

/** How far it has come: rows looked at, events announced (or to be, in a dry run) and left out, and where to go on. */
export type Told = { rows: number; announced: number; leftOut: number; after?: string | undefined }
export type AnnouncedAgain = { kind: 'done'; told: Told } | { kind: 'refused'; reason: string; told: Told }

/** A page is told of when it is done: a slow run takes small ones, so that it always has somewhere to go on from. */
const PAGE_SECONDS = 2
const MAX_ROWS_A_PAGE = 100

/** As many as one call to the bus takes. */
const EVENTS_A_CALL = 10

/**
 * Announces what the table says was recorded in a span of time, oldest first, each fact under the id it always
 * has. Ends at the first event that the bus refuses: `told.after` is where to go on.
 * @throws what the table or the bus throws when a whole call fails
 */
export async function announceAgain(deps: AnnounceAgainDeps, again: Again): Promise<AnnouncedAgain> {
  let told: Told = { rows: 0, announced: 0, leftOut: 0, after: again.after }
  let after: string | undefined = again.after ?? again.fromIso
  while (after !== undefined) {
    const page = await deps.commits.commits({ after, untilIso: again.untilIso, limit: rowsAPage(again) })
    const ours = page.commits.filter(
      ({ revision }) => (again.sourceId ?? revision.sourceId) === revision.sourceId,
    )
    const all = (await Promise.all(ours.map(commit => announcementsOf(commit, deps, again)))).flat()
    if (!again.dryRun)
      for (const { revision } of ours) await deps.makeGood({ kind: 'revision', article: revision })
    const wanted = all.filter(again.wants)
    const reason = again.dryRun ? undefined : await announce(wanted, deps, again.eventsPerSecond)
    if (reason !== undefined) return { kind: 'refused', reason, told }
    after = page.next
    told = {
      rows: told.rows + ours.length,
      announced: told.announced + wanted.length,
      leftOut: told.leftOut + all.length - wanted.length,
      after,
    }
    deps.tell(told)
  }
  return { kind: 'done', told }
}

function rowsAPage({ eventsPerSecond }: Again): number {
  return Math.min(MAX_ROWS_A_PAGE, Math.ceil(eventsPerSecond * PAGE_SECONDS))
}

async function announcementsOf(
  { revision, linked }: Commit,
  { origin, watchesOf }: AnnounceAgainDeps,
  { replayName }: Again,
): Promise<ArticleAnnouncement[]> {
  const occasion = { replayName, watches: await watchesOf(revision) }
  const published = announcementOf({ kind: 'revision', article: revision }, origin, occasion)
  if (linked === undefined) return [published]
  return [published, announcementOf({ kind: 'duplicate-linked', article: linked }, origin, occasion)]
}

/** Puts the events on the bus, no more than so many a second. Returns why the bus refused one, if it did. */
async function announce(
  announcements: readonly ArticleAnnouncement[],
  { bus, clock }: AnnounceAgainDeps,
  eventsPerSecond: number,
): Promise<string | undefined> {
  for (let start = 0; start < announcements.length; start += EVENTS_A_CALL) {
    const startedMs = clock.nowMs()
    const batch = announcements.slice(start, start + EVENTS_A_CALL)
    const outcomes = await bus.announceAll(batch)
    const refused = outcomes.find(outcome => outcome.kind === 'refused')
    if (refused !== undefined) return refused.reason
    const restMs = (batch.length * 1_000) / eventsPerSecond - (clock.nowMs() - startedMs)
    if (restMs > 0) await clock.sleep(restMs)
  }
  return undefined
}
