import type { Evidence } from '../../shared/article.ts'
import { type Settled, thenAll } from '../../shared/runtime/batch.ts'
import type { Archive } from '../../shared/store/archive.ts'
import { packDocuments } from '../../shared/store/warc-pack.ts'
import type { Draft, OnRecord } from './compose-draft.ts'
import type { Rejected } from './open-entry.ts'

export type ArchiveDeps = { archive: Pick<Archive, 'put'> }

export type ArchivedDraft = Omit<Draft, 'raw' | 'audit'> & { evidence: Evidence }

/** The pack has every header that was kept; the record those by which the document is asked for and compared. */
const RECORDED_HEADERS = ['content-type', 'etag', 'last-modified']

function recorded(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => RECORDED_HEADERS.includes(name)))
}

function evidenceOf(
  { raw, article }: Draft,
  place: Pick<Evidence, 'key' | 'offset' | 'length' | 'auditLength'>,
): Evidence {
  const { fetchedAt, contentType, url } = raw
  const stated = { ...place, sha256: article.hashes.raw, fetchedAt, contentType }
  return raw.kind === 'entry'
    ? stated
    : { ...stated, finalUrl: url, status: raw.status, headers: recorded(raw.headers) }
}

async function archivePack(
  drafts: readonly Draft[],
  { archive }: ArchiveDeps,
): Promise<Map<Draft, Evidence>> {
  if (drafts.length === 0) return new Map()
  const { key, bytes, places } = await packDocuments(drafts.map(({ raw, audit }) => ({ ...raw, audit })))
  await archive.put({ key, bytes, contentType: 'application/warc' })
  return new Map(
    drafts.flatMap((draft, index) => {
      const place = places[index]
      return place === undefined ? [] : [[draft, evidenceOf(draft, { key, ...place })]]
    }),
  )
}

/**
 * Puts the raw documents of a batch into one pack and each text into its own object, before any row points to
 * them. When the pack fails, every draft of the batch fails; a text that fails takes only its own draft along.
 */
export function archiveBatch<Item>(
  composed: readonly Settled<Item, Draft | OnRecord | Rejected>[],
  deps: ArchiveDeps,
): Promise<Settled<Item, ArchivedDraft | OnRecord | Rejected>[]> {
  const drafts = composed.flatMap(end =>
    end.kind === 'done' && end.value.kind === 'draft' ? [end.value] : [],
  )
  const packed = archivePack(drafts, deps)
  return thenAll(composed, async value => {
    if (value.kind !== 'draft') return value
    const { raw: _, audit: __, ...draft } = value
    const { text } = draft
    const evidence = (await packed).get(value)
    if (evidence === undefined) throw new Error(`the pack lacks article ${value.article.articleId}`)
    if (text !== undefined) {
      const bytes = Buffer.from(text)
      await deps.archive.put({ key: draft.article.textKey, bytes, contentType: 'text/plain; charset=utf-8' })
    }
    return { ...draft, evidence }
  })
}
