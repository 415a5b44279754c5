import { isoTime } from '../../shared/runtime/clock.ts'
import type { Source } from '../../shared/source.ts'
import type { SourceHappening } from '../../shared/source-happenings.ts'
import type { SourceState } from '../../shared/source-state.ts'

/** From what a poll found to what it leaves; `gapOf`: how many entries it shows, when none of them was known. */
type Transition = { before: SourceState; after: SourceState; gapOf: number; nowMs: number }

/** What others may want to hear of a poll: nothing, unless the source is not as it was. */
export function happeningsOf(
  { name, url, publisher }: Source,
  { before, after, gapOf, nowMs }: Transition,
): SourceHappening[] {
  const about = { at: isoTime(nowMs), name, url, publisher }
  const { lastNewAt, meanGapMs } = before.pace
  const happenings: SourceHappening[] = []
  if (after.health.kind !== before.health.kind) {
    const { kind: to, reason } = after.health
    happenings.push({
      kind: 'health-changed',
      ...about,
      ...(before.version > 0 && { from: before.health.kind }),
      to,
      ...(reason !== undefined && { reason }),
    })
  }
  if (gapOf > 0) {
    happenings.push({
      kind: 'gap-detected',
      ...about,
      entries: gapOf,
      ...(lastNewAt !== undefined && { lastNewAt }),
    })
  }
  const fellSilent = after.silentAt !== undefined && before.silentAt === undefined
  if (fellSilent && lastNewAt !== undefined && meanGapMs !== undefined) {
    happenings.push({ kind: 'silent', ...about, lastNewAt, meanGapMs })
  }
  return happenings
}
