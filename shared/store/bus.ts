import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { type Announcement, EVENT_SOURCE } from '../events.ts'
import { type Clock, systemClock } from '../runtime/clock.ts'
import { pauseAfter } from './pause.ts'

/** The event bus: says for each announcement, in order, whether the bus has it. */
export type Bus = {
  announceAll: (announcements: readonly Announcement[]) => Promise<AnnounceOutcome[]>
}
export type AnnounceOutcome = { kind: 'announced' } | { kind: 'refused'; reason: string }

/** PutEvents takes 10 entries, and 1 MiB, a call; ours stay under 64 KiB each. */
const MAX_ENTRIES = 10
const MAX_ATTEMPTS = 3

/**
 * An EventBridge bus. Entries fail one by one with HTTP 200: only those are put again, up to three times.
 * @throws what the client throws when a whole call fails.
 */
export function eventBridgeBus(client: EventBridgeClient, busName: string, clock: Clock = systemClock): Bus {
  async function put(announcements: readonly Announcement[], attempt = 1): Promise<AnnounceOutcome[]> {
    const { Entries = [] } = await client.send(
      new PutEventsCommand({
        Entries: announcements.map(({ detailType, event }) => ({
          EventBusName: busName,
          Source: EVENT_SOURCE,
          DetailType: detailType,
          Detail: JSON.stringify(event),
          Time: new Date(event.time),
        })),
      }),
    )
    const outcomes = announcements.map((_, index): AnnounceOutcome => {
      const code = Entries[index]?.ErrorCode
      if (Entries[index]?.EventId !== undefined) return { kind: 'announced' }
      return { kind: 'refused', reason: code ?? 'no answer for this entry' }
    })
    const refused = outcomes.flatMap((outcome, index) => (outcome.kind === 'refused' ? [index] : []))
    if (refused.length === 0 || attempt === MAX_ATTEMPTS) return outcomes
    await pauseAfter(attempt, clock)
    const again = await put(
      announcements.filter((_, index) => refused.includes(index)),
      attempt + 1,
    )
    return outcomes.map((outcome, index) => again[refused.indexOf(index)] ?? outcome)
  }
  return {
    announceAll: async announcements => {
      const outcomes: AnnounceOutcome[] = []
      for (let start = 0; start < announcements.length; start += MAX_ENTRIES) {
        outcomes.push(...(await put(announcements.slice(start, start + MAX_ENTRIES))))
      }
      return outcomes
    },
  }
}
