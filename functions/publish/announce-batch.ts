import type { Announcement } from '../../shared/events.ts'
import { type Settled, thenAll } from '../../shared/runtime/batch.ts'
import type { Bus } from '../../shared/store/bus.ts'

/**
 * Announces what comes before the first failure, and leaves the rest out: a stream is resumed at its first
 * failure. An event that the bus refuses is a failure of its record.
 */
export async function announceBatch<Item>(
  composed: readonly Settled<Item, Announcement[]>[],
  bus: Bus,
): Promise<Settled<Item, Announcement[]>[]> {
  const firstFailure = composed.findIndex(({ kind }) => kind === 'failed')
  const reached = firstFailure < 0 ? composed : composed.slice(0, firstFailure + 1)
  const announcements = reached.flatMap(end => (end.kind === 'done' ? end.value : []))
  const outcomes = await bus.announceAll(announcements)
  const refused = new Map(
    announcements.flatMap((announcement, index) => {
      const outcome = outcomes[index] ?? { kind: 'refused', reason: 'the bus gave no answer' }
      return outcome.kind === 'refused' ? [[announcement, outcome.reason]] : []
    }),
  )
  return await thenAll(reached, async own => {
    const reasons = own.flatMap(one => (refused.has(one) ? [`${one.event.id}: ${refused.get(one)}`] : []))
    if (reasons.length > 0) throw new Error(`the bus refused ${reasons.join(', ')}`)
    return own
  })
}
