import type { Article } from '../../shared/article.ts'
import type { RecheckMessage } from '../../shared/messages.ts'
import type { Progress } from '../../shared/progress.ts'
import type { Delivered } from '../../shared/runtime/batch.ts'
import {
  CONFIRM_GONE_MS,
  CONFIRM_SHOWN_MS,
  type Consequence,
  nextLookMs,
  type Sight,
  weigh,
} from '../../shared/schedule/recheck.ts'
import { type OpenRecheck, type OpenRecheckDeps, openRecheck } from './recheck-open.ts'
import { askAgain, type Seen, type SeePageDeps, seePage } from './recheck-page.ts'
import { claimText, type RecordSightDeps, recordSight } from './recheck-record.ts'
import { type PlanLookDeps, turnAt } from './recheck-turn.ts'

export type RecheckDeps = OpenRecheckDeps & SeePageDeps & RecordSightDeps & PlanLookDeps

type Looked = Extract<Progress, { progress: 'looked' }>

const REVISED: Record<string, Looked['outcome']> = { withdrawn: 'withdrawn', restored: 'restored' }

/**
 * Looks at the page of an article again, and records what two looks in a row saw. The next look is planned last:
 * a crash before it brings the message back, which then finds the record as it left it.
 * @returns how it went, as the log tells it.
 * @throws when a table or the archive fails: the message then comes back.
 */
export async function lookAgain(
  delivered: Delivered<RecheckMessage>,
  deps: RecheckDeps,
  signal: AbortSignal,
): Promise<Looked> {
  const open = await openRecheck(delivered, deps)
  if (open.kind === 'ended') return told(delivered.message, 'ended', open)
  if (open.isRedelivered) await claimText(open.latest, deps.hashes)

  const answer = await askAgain(open, deps, signal)
  const seen = await seePage(open, answer, deps, deps.clock.nowMs())
  const consequence = weigh(sightOf(open, seen), open.signBefore)
  if (consequence.kind !== 'record' || (seen.kind !== 'gone' && seen.kind !== 'shown')) {
    await planNext(open, seen, consequence, deps)
    const outcome =
      consequence.kind === 'confirm' ? 'unconfirmed' : seen.kind === 'unclear' ? 'unclear' : 'unchanged'
    return told(open.turn, outcome, seen)
  }
  const revision = await recordSight(open, seen, deps, deps.clock.nowMs())
  await planNext({ ...open, latest: revision ?? open.latest }, seen, { kind: 'wait' }, deps)
  if (revision === undefined) return told(open.turn, 'overtaken', seen)
  return told(open.turn, REVISED[revision.revisionReason] ?? 'revised', seen, revision)
}

/** Of a withdrawn article only that its page is back is news; of any other, what differs from its record. */
function sightOf({ latest }: OpenRecheck, seen: Seen): Sight {
  if (seen.kind === 'unclear') return { kind: 'unclear' }
  if (seen.kind === 'as-recorded') return { kind: 'settled' }
  const isWithdrawn = latest.revisionReason === 'withdrawn'
  if (seen.kind === 'gone') return isWithdrawn ? { kind: 'settled' } : { kind: 'news', sign: 'gone' }
  return { kind: 'news', sign: isWithdrawn ? 'back' : seen.sign }
}

/** Never before the turn that this one was, so that plan does not take the next turn off with it. */
async function planNext(
  { latest, turn }: OpenRecheck,
  seen: Seen,
  consequence: Consequence,
  { rechecks, clock }: PlanLookDeps,
): Promise<void> {
  const afterMs = Math.max(clock.nowMs(), Date.parse(turn.dueAt))
  const dueMs = consequence.kind === 'confirm' ? afterMs + confirmMs(seen) : nextTurnMs(latest, seen, afterMs)
  if (dueMs === undefined) return
  const sign = consequence.kind === 'record' ? undefined : consequence.sign
  const { revision } = latest
  await rechecks.schedule({
    ...turnAt(dueMs, latest),
    ...(sign !== undefined && { unconfirmed: { sign, revision } }),
  })
}

function confirmMs(seen: Seen): number {
  return seen.kind === 'gone' ? CONFIRM_GONE_MS : CONFIRM_SHOWN_MS
}

/** A host that asked for rest is not asked before that, and gets no turn more for it. */
function nextTurnMs(latest: Article, seen: Seen, afterMs: number): number | undefined {
  const turnMs = nextLookMs(latest, afterMs)
  const restMs = seen.kind === 'unclear' ? (seen.restMs ?? 0) : 0
  return turnMs === undefined ? undefined : Math.max(turnMs, afterMs + restMs)
}

function told(
  { sourceId, articleId }: RecheckMessage,
  outcome: Looked['outcome'],
  why: { reason?: string } | Seen,
  revision?: Article,
): Looked {
  return {
    progress: 'looked',
    sourceId,
    outcome,
    articleId,
    ...(revision !== undefined && { revision: revision.revision, headline: revision.headline }),
    ...('reason' in why && why.reason !== undefined && { reason: why.reason }),
  }
}
