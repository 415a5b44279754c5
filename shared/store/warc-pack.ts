import { gunzipSync, gzipSync } from 'node:zlib'
import { WARCParser, WARCRecord, WARCSerializer } from 'warcio'
import { sha256 } from '../dedup/fingerprint.ts'

/**
 * What a publisher sent, or the feed entry alone where its page could not be had. Headers are those worth
 * keeping; content codings are undone, so Content-Encoding is never among them.
 */
export type RawDocument = {
  url: string
  fetchedAt: string
  bytes: Uint8Array
  contentType: string
} & ({ kind: 'response'; status: number; headers: Record<string, string> } | { kind: 'entry' })

/** A document with what was made of it, in JSON. */
export type PackedDocument = RawDocument & { audit?: object | undefined }

export type WarcPack = {
  key: string
  bytes: Uint8Array
  /** Of each document in the order given: where its record lies, and how long the audit's is that follows it. */
  places: { offset: number; length: number; auditLength?: number }[]
}

/** A record id that the same document gets whenever it is packed again (a UUID of version 8, RFC 9562). */
function recordId(document: RawDocument): string {
  const hex = sha256(`${document.url}\n${document.fetchedAt}\n${sha256(document.bytes)}`)
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}>`
}

function recordOf(document: RawDocument): WARCRecord {
  const { url, fetchedAt: date, bytes } = document
  const content = [bytes]
  const warcVersion = 'WARC/1.1'
  const identified = { 'WARC-Record-ID': recordId(document) }
  if (document.kind === 'entry') {
    const warcHeaders = { ...identified, 'Content-Type': document.contentType }
    return WARCRecord.create({ url, date, type: 'resource', warcVersion, warcHeaders }, content)
  }
  return WARCRecord.create(
    {
      url,
      date,
      type: 'response',
      warcVersion,
      warcHeaders: identified,
      statusline: `HTTP/1.1 ${document.status}`,
      // Of the payload as it lies here. A block without any header is read back as one without a payload.
      httpHeaders: { ...document.headers, 'content-length': String(bytes.length) },
    },
    content,
  )
}

/** What was made of a document, as a record about the document's own (ISO 28500 §6.7). */
function auditRecordOf(document: RawDocument, audit: object): WARCRecord {
  const content = Buffer.from(JSON.stringify(audit))
  const about = recordId(document)
  const id = recordId({ ...document, bytes: content })
  return WARCRecord.create(
    {
      url: document.url,
      date: document.fetchedAt,
      type: 'metadata',
      warcVersion: 'WARC/1.1',
      warcHeaders: { 'WARC-Record-ID': id, 'WARC-Refers-To': about, 'Content-Type': 'application/json' },
    },
    [content],
  )
}

/**
 * One WARC pack (ISO 28500) of a batch's documents, each its own gzip member, so that a range read of one
 * record is readable by itself and the whole by any WARC tool. The key is the hash of the pack.
 */
export async function packDocuments(documents: readonly PackedDocument[]): Promise<WarcPack> {
  const members: Uint8Array[] = []
  const places: WarcPack['places'] = []
  let offset = 0
  for (const document of documents) {
    const member = gzipSync(await WARCSerializer.serialize(recordOf(document)))
    const { audit } = document
    const about = audit && gzipSync(await WARCSerializer.serialize(auditRecordOf(document, audit)))
    places.push({ offset, length: member.length, ...(about && { auditLength: about.length }) })
    members.push(member, ...(about ? [about] : []))
    offset += member.length + (about?.length ?? 0)
  }
  const bytes = Buffer.concat(members)
  return { key: `raw/${sha256(bytes)}.warc.gz`, bytes, places }
}

/**
 * The payload of one record of a pack, as the publisher sent it.
 * @throws when the bytes are no WARC record.
 */
export async function payloadOf(member: Uint8Array): Promise<Uint8Array> {
  const record = await WARCParser.parse([gunzipSync(member)])
  if (record === null) throw new Error('the archive holds no WARC record at this place')
  return await record.readFully(true)
}
