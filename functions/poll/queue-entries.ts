import { sha256 } from '../../shared/dedup/fingerprint.ts'
import { urlKey } from '../../shared/dedup/url.ts'
import type { Entry } from '../../shared/feed/model.ts'
import type { EntryMessage } from '../../shared/messages.ts'
import type { Archive } from '../../shared/store/archive.ts'
import type { Queue } from '../../shared/store/queue.ts'

/** Above this an entry's content goes by claim check: ten such messages still fit into one batch. */
const MAX_INLINE_CHARS = 24_000

/** What several different entries of one document share, and what therefore identifies none of them. */
export type SharedNames = { urls: ReadonlySet<string>; guids: ReadonlySet<string> }

const keyOf = (entry: Entry) => (entry.url === undefined ? undefined : urlKey(entry.url))

function sharedBy(entries: readonly Entry[], nameOf: (entry: Entry) => string | undefined): Set<string> {
  const titles = new Map<string, Set<string>>()
  for (const entry of entries) {
    const name = nameOf(entry)
    if (name !== undefined) titles.set(name, (titles.get(name) ?? new Set()).add(entry.title ?? ''))
  }
  return new Set([...titles].filter(([, ofName]) => ofName.size > 1).map(([name]) => name))
}

/** The addresses and guids that entries of different titles share. An entry listed twice shares nothing. */
export function sharedNames(entries: readonly Entry[]): SharedNames {
  return { urls: sharedBy(entries, keyOf), guids: sharedBy(entries, entry => entry.guid) }
}

/**
 * Queues entries for ingest, oldest first, since documents put the newest on top. Returns only when every one
 * is durable.
 */
export async function queueEntries(
  unseen: readonly Entry[],
  {
    shared,
    ...from
  }: Pick<EntryMessage, 'sourceId' | 'documentUrl' | 'seenAt' | 'pollVersion'> & {
    shared: SharedNames
  },
  to: { entries: Queue<EntryMessage>; archive: Pick<Archive, 'put'> },
): Promise<void> {
  const messages = await Promise.all(
    unseen.toReversed().map(async (entry): Promise<EntryMessage> => {
      const key = keyOf(entry)
      const message: EntryMessage = {
        ...from,
        attempt: 0,
        ...(key !== undefined && shared.urls.has(key) && { urlIsShared: true }),
        ...(entry.guid !== undefined && shared.guids.has(entry.guid) && { guidIsShared: true }),
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
