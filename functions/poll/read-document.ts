import { sha256 } from '../../shared/dedup/fingerprint.ts'
import { type Entry, MAX_ENTRIES } from '../../shared/feed/model.ts'
import { readSource, type SourceReading } from '../../shared/feed/read.ts'
import type { Source } from '../../shared/source.ts'
import type { Fetched, FetchOutcome, NotModified } from '../../shared/web/fetch-outcome.ts'

/** An answer that brought no document, and does not say that the last one still holds. */
export type WithoutDocument = Exclude<FetchOutcome, Fetched | NotModified>

/**
 * `bodySha256` tells an unchanged document the next time; a sitemap index has none, for its sitemaps change
 * while it does not.
 */
export type ReadDocument = { kind: 'read'; entries: Entry[]; bodySha256: string | undefined }
export type DocumentReading =
  | ReadDocument
  | { kind: 'unreadable'; reason: string }
  | { kind: 'unanswered'; answer: WithoutDocument }

/** The newest few sitemaps of an index hold what is new; news sites keep one for every day since they began. */
const MAX_SITEMAPS = 5

/** What relative addresses in a document are relative to: Content-Location goes first (RFC 3986 §5.1.3). */
function baseOf({ headers, finalUrl }: Fetched): string {
  return URL.parse(headers['content-location'] ?? '', finalUrl)?.href ?? finalUrl
}

function reading(source: Source, document: Fetched): Promise<SourceReading> {
  const { bytes, contentType } = document
  return readSource(source, { bytes, contentType, url: baseOf(document) })
}

/** Reads the document of a source, and of an index the sitemaps that it names, which `ask` fetches. */
export async function readDocument(
  source: Source,
  document: Fetched,
  ask: (url: string) => Promise<FetchOutcome>,
): Promise<DocumentReading> {
  const read = await reading(source, document)
  if (read.kind === 'unreadable') return read
  if (read.kind === 'feed') {
    return { kind: 'read', entries: read.entries, bodySha256: sha256(document.bytes) }
  }
  const entries: Entry[] = []
  for (const { url } of read.sitemaps.slice(0, MAX_SITEMAPS)) {
    const answer = await ask(url)
    if (answer.kind === 'not-modified')
      throw new Error(`${url} compared with nothing and found itself unchanged`)
    if (answer.kind !== 'fetched') return { kind: 'unanswered', answer }
    const sitemap = await reading(source, answer)
    if (sitemap.kind === 'unreadable') return sitemap
    if (sitemap.kind === 'index') return { kind: 'unreadable', reason: 'index-within-index' }
    entries.push(...sitemap.entries)
  }
  return { kind: 'read', entries: entries.slice(0, MAX_ENTRIES), bodySha256: undefined }
}
