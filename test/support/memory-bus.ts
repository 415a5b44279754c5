import type { Announcement } from '../../shared/events.ts'
import type { Bus } from '../../shared/store/bus.ts'

export type MemoryBus = Bus & { announced: readonly Announcement[] }

/** A bus that only remembers. `refusal` says for an announcement why the bus refuses it, if it does. */
export function memoryBus(
  refusal: (announcement: Announcement) => string | undefined = () => undefined,
): MemoryBus {
  const announced: Announcement[] = []
  return {
    announced,
    announceAll: async announcements =>
      announcements.map(announcement => {
        const reason = refusal(announcement)
        if (reason !== undefined) return { kind: 'refused', reason }
        announced.push(structuredClone(announcement))
        return { kind: 'announced' }
      }),
  }
}
