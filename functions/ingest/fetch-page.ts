import { entryOf, orderOf } from '../../shared/dedup/entry-order.ts'
import type { Source } from '../../shared/source.ts'
import { isBinary } from '../../shared/text/binary.ts'
import type { FetchCall } from '../../shared/web/fetch.ts'
import type { Fetched, FetchOutcome, Validators } from '../../shared/web/fetch-outcome.ts'
import type { OpenEntry, Rejected } from './open-entry.ts'

export type FetchPageDeps = {
  /** Asks politely: one request at a time to a host, public addresses only unless the source says otherwise. */
  fetchFrom: (source: Source, url: string, validators: Validators, call: FetchCall) => Promise<FetchOutcome>
}

/** The entry's page; or why there is none, and whether asking again later may help. */
export type Page =
  | { kind: 'page'; document: Fetched }
  | { kind: 'absent'; reason: string; mayCome: boolean }
  /** The entry has no address of its own: what it carries is the whole article. */
  | { kind: 'none' }
  /** The record says all of it already. */
  | { kind: 'not-needed' }

export type EntryWithPage = OpenEntry & { page: Page }

export const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5'

function isWebPage(document: Fetched): boolean {
  const type = document.contentType?.split(';')[0]?.trim().toLowerCase()
  if (type === undefined) return true
  return type.includes('html') || type === 'text/plain' || type.endsWith('xml')
}

/**
 * A known entry costs no request: unchanged since it was recorded in full, another source's to revise, or older
 * than what is on record (a message that a crash kept from its turn).
 */
function isOnRecord({ latest, source, state, entryHash, message }: OpenEntry): boolean {
  if (latest === undefined) return false
  if (latest.sourceId !== source.id) return true
  if (orderOf({ ...message, entryHash }, entryOf(latest), state) === 'earlier') return true
  return latest.completeness === 'full' && latest.hashes.entry === entryHash
}

/** What an answer to the request for a page gives. */
export function pageOf(answer: FetchOutcome): Page {
  switch (answer.kind) {
    case 'fetched':
      if (!isWebPage(answer))
        return { kind: 'absent', reason: `the page is ${answer.contentType}`, mayCome: false }
      return isBinary(answer.bytes)
        ? { kind: 'absent', reason: 'the page is no text', mayCome: false }
        : { kind: 'page', document: answer }
    case 'failed':
      return { kind: 'absent', reason: `${answer.reason}: ${answer.detail}`, mayCome: answer.transient }
    case 'rate-limited':
      return { kind: 'absent', reason: `http-${answer.status}`, mayCome: true }
    case 'blocked':
      return { kind: 'absent', reason: `${answer.reason} (http-${answer.status})`, mayCome: false }
    case 'refused':
      return { kind: 'absent', reason: `refused: ${answer.reason}`, mayCome: false }
    case 'moved':
      return { kind: 'absent', reason: `redirect-${answer.reason}`, mayCome: false }
    case 'gone':
    case 'not-modified':
      return { kind: 'absent', reason: `http-${answer.status}`, mayCome: false }
  }
}

/** Fetches the page of an entry that needs it. A page that cannot be had is a value, never a failure. */
export async function fetchPage(
  entry: OpenEntry | Rejected,
  deps: FetchPageDeps,
  signal: AbortSignal,
): Promise<EntryWithPage | Rejected> {
  if (entry.kind === 'rejected') return entry
  if (isOnRecord(entry)) return { ...entry, page: { kind: 'not-needed' } }
  const { url } = entry.entry
  if (url === undefined) return { ...entry, page: { kind: 'none' } }
  const answer = await deps.fetchFrom(entry.source, url, {}, { signal, accept: ACCEPT })
  return { ...entry, page: pageOf(answer) }
}
