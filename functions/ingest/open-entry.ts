import * as z from 'zod/mini'
import { entryHash } from '../../shared/dedup/fingerprint.ts'
import { type Identity, identify } from '../../shared/dedup/identity.ts'
import { Entry } from '../../shared/feed/model.ts'
import type { EntryMessage } from '../../shared/messages.ts'
import type { Delivered } from '../../shared/runtime/batch.ts'
import type { Source } from '../../shared/source.ts'
import { type SourceState, UNPOLLED } from '../../shared/source-state.ts'
import type { Archive } from '../../shared/store/archive.ts'
import type { Articles } from '../../shared/store/articles.ts'
import type { Sources } from '../../shared/store/sources.ts'
import { newestAt, type Standing } from './newest-at.ts'

export type OpenEntryDeps = {
  sources: Pick<Sources, 'read'>
  articles: Pick<Articles, 'revisions'>
  archive: Pick<Archive, 'read'>
}

export type Rejected = { kind: 'rejected'; sourceId: string; reason: string }
/** An entry with everything known of it before its page is asked for. */
export type OpenEntry = {
  kind: 'open'
  message: EntryMessage
  isRedelivered: boolean
  source: Source
  /** The source's, read after the revision: it settles which of two entries was seen later. */
  state: SourceState
  entry: Entry
  identity: Identity
  entryHash: string
} & Standing

/** What browsers and servers agree on; longer ones carry state, not an address. */
const MAX_URL_CHARS = 4_000

async function entryOf(message: EntryMessage, deps: Pick<OpenEntryDeps, 'archive'>): Promise<Entry> {
  if (message.entry !== undefined) return message.entry
  if (message.claimKey === undefined) throw new Error('the message carries neither an entry nor a claim')
  const claimed = await deps.archive.read(message.claimKey)
  if (claimed === undefined) throw new Error(`the claimed entry ${message.claimKey} has expired`)
  return z.parse(Entry, JSON.parse(Buffer.from(claimed).toString('utf8')))
}

function isEmpty(entry: Entry): boolean {
  return [entry.title, entry.summary, entry.content, entry.url].every(field => (field ?? '').trim() === '')
}

/**
 * Opens a message: its entry, its source, who it is, and what is on record.
 * @throws when the entry's claim cannot be redeemed, or a table fails: the message then comes back.
 */
export async function openEntry(
  { message, isRedelivered }: Pick<Delivered<EntryMessage>, 'message' | 'isRedelivered'>,
  deps: OpenEntryDeps,
): Promise<OpenEntry | Rejected> {
  const { sourceId } = message
  const entry = await entryOf(message, deps)
  if (isEmpty(entry)) return { kind: 'rejected', sourceId, reason: 'empty-entry' }
  if ((entry.url?.length ?? 0) > MAX_URL_CHARS) return { kind: 'rejected', sourceId, reason: 'url-too-long' }
  const identity = identify(entry, message)
  const standing = await newestAt(identity, deps.articles)
  const [known] = await deps.sources.read([sourceId])
  if (known === undefined) return { kind: 'rejected', sourceId, reason: 'source-removed' }
  return {
    kind: 'open',
    message,
    isRedelivered,
    source: known.source,
    state: known.state ?? UNPOLLED,
    entry,
    identity,
    entryHash: entryHash(entry),
    ...standing,
  }
}
