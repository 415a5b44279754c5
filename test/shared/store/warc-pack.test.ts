import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { WARCParser } from 'warcio'
import { sha256 } from '../../../shared/dedup/fingerprint.ts'
import { packDocuments, payloadOf, type RawDocument } from '../../../shared/store/warc-pack.ts'

const page: RawDocument = {
  kind: 'response',
  url: 'https://harbour.example/news/ferry',
  fetchedAt: '2026-11-21T09:00:00.412Z',
  // Every byte value, line ends that a parser might mend, and a WARC header that a payload might forge.
  bytes: Buffer.concat([
    Uint8Array.from({ length: 256 }, (_, index) => index),
    Buffer.from('\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n'),
  ]),
  contentType: 'text/html; charset=windows-1251',
  status: 200,
  headers: { 'content-type': 'text/html; charset=windows-1251', etag: '"1a2f"' },
}
const entry: RawDocument = {
  kind: 'entry',
  url: 'https://harbour.example/notices.xml',
  fetchedAt: '2026-11-21T09:00:01.000Z',
  bytes: Buffer.from(JSON.stringify({ title: 'Паром ⛴️' })),
  contentType: 'application/json',
}
const empty: RawDocument = {
  ...page,
  url: 'https://harbour.example/empty',
  bytes: new Uint8Array(),
  headers: {},
}
// A server that names neither type nor length: its page must not read back as one without a payload.
const headerless: RawDocument = { ...page, url: 'https://harbour.example/bare', headers: {} }
const documents = [page, entry, empty, headerless]

function memberOf(bytes: Uint8Array, place: { offset: number; length: number } | undefined): Uint8Array {
  return bytes.slice(place?.offset, (place?.offset ?? 0) + (place?.length ?? 0))
}

describe('a pack', () => {
  test('gives back each document byte by byte from its own place alone', async () => {
    const { bytes, places } = await packDocuments(documents)
    expect(places).toHaveLength(documents.length)
    for (const [index, document] of documents.entries()) {
      const payload = await payloadOf(memberOf(bytes, places[index]))
      expect(Buffer.compare(payload, document.bytes)).toBe(0)
    }
  })

  test('has no gap between its members, and none before or after', async () => {
    const { bytes, places } = await packDocuments(documents)
    let end = 0
    for (const { offset, length } of places) {
      expect(offset).toBe(end)
      end += length
    }
    expect(end).toBe(bytes.length)
  })

  test('read as a whole by a WARC reader tells what came from where, when, and how it was answered', async () => {
    const { bytes } = await packDocuments(documents)
    const told = []
    for await (const record of new WARCParser([bytes])) {
      const status = record.httpHeaders?.statusline
      told.push([record.warcType, record.warcTargetURI, record.warcDate, status, record.warcContentType])
      await record.readFully(false)
    }
    const response = 'application/http; msgtype=response'
    expect(told).toEqual([
      ['response', page.url, page.fetchedAt, 'HTTP/1.1 200', response],
      ['resource', entry.url, entry.fetchedAt, undefined, 'application/json'],
      ['response', empty.url, empty.fetchedAt, 'HTTP/1.1 200', response],
      ['response', headerless.url, headerless.fetchedAt, 'HTTP/1.1 200', response],
    ])
  })

  test('keeps what was made of a document right behind it, as a record about it', async () => {
    const audit = { furnitureRemoved: ['← Back'], anatomy: { forImmediateRelease: false } }
    const { bytes, places } = await packDocuments([page, { ...page, url: `${page.url}-2`, audit }, entry])
    const [, audited, last] = places
    const end = (audited?.offset ?? 0) + (audited?.length ?? 0)
    const about = memberOf(bytes, { offset: end, length: audited?.auditLength ?? 0 })
    expect(JSON.parse(Buffer.from(await payloadOf(about)).toString('utf8'))).toEqual(audit)
    expect(last?.offset).toBe(end + (audited?.auditLength ?? 0))
    const record = await WARCParser.parse([gunzipSync(about)])
    const document = await WARCParser.parse([gunzipSync(memberOf(bytes, audited))])
    expect(record?.warcType).toBe('metadata')
    expect(record?.warcHeader('WARC-Refers-To')).toBe(document?.warcHeader('WARC-Record-ID'))
    expect(record?.warcHeader('Content-Type')).toBe('application/json')
  })

  test('keeps the headers that came with a response', async () => {
    const { bytes, places } = await packDocuments([page])
    const record = await WARCParser.parse([gunzipSync(memberOf(bytes, places[0]))])
    expect(record?.httpHeaders?.headers.get('etag')).toBe('"1a2f"')
    expect(record?.httpHeaders?.headers.get('content-type')).toBe('text/html; charset=windows-1251')
  })

  test('is named by the hash of its bytes, and the same documents make the same pack', async () => {
    const first = await packDocuments(documents)
    const second = await packDocuments(documents.map(document => ({ ...document })))
    expect(first.key).toBe(`raw/${sha256(first.bytes)}.warc.gz`)
    expect(second.key).toBe(first.key)
    expect(Buffer.compare(second.bytes, first.bytes)).toBe(0)
  })

  test('of other documents, or in another order, is another', async () => {
    const keys = await Promise.all(
      [documents, documents.toReversed(), [page], [{ ...page, fetchedAt: entry.fetchedAt }]].map(
        async each => (await packDocuments(each)).key,
      ),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('gives each record an id of its own that is a UUID', async () => {
    const { bytes } = await packDocuments(documents)
    const ids: unknown[] = []
    for await (const record of new WARCParser([bytes])) {
      ids.push(record.warcHeader('WARC-Record-ID'))
      await record.readFully(false)
    }
    expect(new Set(ids).size).toBe(documents.length)
    for (const id of ids) {
      expect(id).toMatch(/^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/)
    }
  })
})

test('bytes that are no record of a pack are a surprise', async () => {
  await expect(payloadOf(Buffer.from('plain text'))).rejects.toThrow()
})
