import { sha256 } from '../../shared/dedup/fingerprint.ts'
import { urlKey } from '../../shared/dedup/url.ts'
import type { Entry } from '../../shared/feed/model.ts'
import type { EntryMessage } from '../../shared/messages.ts'
import type { Archive } from '../../shared/store/archive.ts'
import type { Queue } from '../../shared/store/queue.ts'

/** Above this an entry's content goes by claim check: ten such messages still fit into one batch. */
const MAX_INLINE_CHARS = 24_000

/** The addresses that several different entries of one document share: they identify none of them. */
export function sharedUrls(entries: readonly Entry[]): Set<string> {
  const titles = new Map<string, Set<string>>()
  for (const entry of entries) {
    const key = entry.url === undefined ? undefined : urlKey(entry.url)
    if (key !== undefined) titles.set(key, (titles.get(key) ?? new Set()).add(entry.title ?? ''))
  }
  return new Set([...titles].filter(([, ofKey]) => ofKey.size > 1).map(([key]) => key))
}

/**
 * Queues entries for ingest, oldest first, since documents put the newest on top. Returns only when every one
 * is durable.
 */
export async function queueEntries(
  unseen: readonly Entry[],
  from: { sourceId: string; documentUrl: string; seenAt: string; shared: ReadonlySet<string> },
  to: { entries: Queue<EntryMessage>; archive: Pick<Archive, 'put'> },
): Promise<void> {
  const messages = await Promise.all(
    unseen.toReversed().map(async (entry): Promise<EntryMessage> => {
      const key = entry.url === undefined ? undefined : urlKey(entry.url)
      const message: EntryMessage = {
        sourceId: from.sourceId,
        documentUrl: from.documentUrl,
        seenAt: from.seenAt,
        attempt: 0,
        ...(key !== undefined && from.shared.has(key) && { urlIsShared: true }),
      }
      const json = JSON.stringify(entry)
      if (json.length <= MAX_INLINE_CHARS) return { ...message, entry }
      const claimKey = `claims/${sha256(json)}.json`
      await to.archive.put({ key: claimKey, bytes: Buffer.from(json), contentType: 'application/json' })
      return { ...message, claimKey }
    }),
  )
  await to.entries.sendAll(messages)
}
