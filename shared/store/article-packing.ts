import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { sha256 } from '../dedup/fingerprint.ts'

/**
 * The packed part of an article's row: what no key and no filter needs, in as few bytes as can be, because
 * DynamoDB bills a write by the KiB and a release's metadata alone is about two. Fields stand by their place and
 * not by name, hashes as bytes in front of the text (they do not compress), and what follows from another field
 * as `true`.
 *
 * Bytes once written are read by the order of their version: never change an order below, add a version.
 */
const VERSION = 1

const FIELDS = [
  'sourceId',
  'identityBasis',
  'revisionReason',
  'completeness',
  'seenIn',
  'headline',
  'url',
  'canonicalUrl',
  'summary',
  'excerpt',
  'textKey',
  'wordCount',
  'authors',
  'publisher',
  'language',
  'languageBasis',
  'publishedAt',
  'publishedPrecision',
  'publishedBasis',
  'modifiedAt',
  'firstSeenAt',
  'categories',
  'tags',
  'media',
  'rights',
  'repairs',
  'evidence',
  'extraction',
  'entrySeenAt',
  'schemaVersion',
  'pollVersion',
  'dateline',
  'attribution',
  'change',
  'replaces',
] as const
const PUBLISHER_FIELDS = ['name', 'country', 'kind'] as const
const EVIDENCE_FIELDS = [
  'key',
  'offset',
  'length',
  'sha256',
  'status',
  'headers',
  'contentType',
  'fetchedAt',
  'auditLength',
  'finalUrl',
] as const
const EXTRACTION_FIELDS = ['method', 'version', 'note'] as const
const HASHES = ['raw', 'text', 'core', 'entry', 'pack'] as const
const HASH_BYTES = 32
const SAME = true

type Fields = Record<string, unknown>

/** What packing needs to see of an article; the rest travels as it is. */
type Packable = Fields & {
  headline: string
  url?: string | undefined
  sourceId: string
  changedAt: string
  firstSeenAt: string
  textKey: string
  seenIn: readonly string[]
  publisher: Fields
  extraction: Fields
  evidence: Fields & { key: string }
  hashes: { raw: string; text: string; title: string; core?: string | undefined; entry: string }
}

const packKey = (hash: string) => `raw/${hash}.warc.gz`
const textKey = (hash: string) => `text/${hash}.txt`

function placed(fields: Fields, names: readonly string[]): unknown[] {
  const values = names.map(name => fields[name] ?? null)
  while (values.at(-1) === null) values.pop()
  return values
}

function named(values: unknown, names: readonly string[]): Fields {
  if (!Array.isArray(values)) throw new Error('a packed list is missing')
  return Object.fromEntries(
    names.flatMap((name, place) => (values[place] == null ? [] : [[name, values[place]]])),
  )
}

function packHash({ key }: { key: string }): string | undefined {
  return /^raw\/([0-9a-f]{64})\.warc\.gz$/.exec(key)?.[1]
}

/** The packed bytes of an article. Hashes are hexadecimal SHA-256; `quality` is Brotli's, and any can be read. */
export function packArticle(article: Packable, quality = constants.BROTLI_MAX_QUALITY): Buffer {
  const { hashes, evidence } = article
  const pack = packHash(evidence)
  const known = { ...hashes, pack }
  const present = HASHES.filter(name => known[name] !== undefined)
  const mask = HASHES.reduce((bits, name, place) => (present.includes(name) ? bits | (1 << place) : bits), 0)
  const same = (value: unknown, other: unknown) => (value !== undefined && value === other ? SAME : value)
  const headers: unknown = evidence.headers
  const statedType = typeof headers === 'object' && headers !== null ? Object.entries(headers) : []
  const compact = placed(
    {
      ...article,
      seenIn: article.seenIn.length === 1 && article.seenIn[0] === article.sourceId ? SAME : article.seenIn,
      textKey: same(article.textKey, textKey(hashes.text)),
      firstSeenAt: same(article.firstSeenAt, article.changedAt),
      publisher: placed(article.publisher, PUBLISHER_FIELDS),
      extraction: placed(article.extraction, EXTRACTION_FIELDS),
      evidence: placed(
        {
          ...evidence,
          key: pack === undefined ? evidence.key : SAME,
          sha256: same(evidence.sha256, hashes.raw),
          contentType: same(evidence.contentType, statedType.find(([name]) => name === 'content-type')?.[1]),
          finalUrl: same(evidence.finalUrl, article.url),
        },
        EVIDENCE_FIELDS,
      ),
    },
    FIELDS,
  )
  const title = same(hashes.title, sha256(article.headline))
  const text = JSON.stringify([title, compact])
  return Buffer.concat([
    Buffer.from([VERSION, mask]),
    ...present.map(name => Buffer.from(known[name] ?? '', 'hex')),
    brotliCompressSync(text, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: quality,
      },
    }),
  ])
}

/**
 * The fields that were packed, still to be parsed by the article's schema; `changedAt` is the row's own.
 * @throws when the bytes are of a version that this code does not know, or are not packed bytes at all.
 */
export function unpackArticle(bytes: Uint8Array, changedAt: string): Fields {
  const [version, mask = 0] = bytes
  if (version !== VERSION) throw new Error(`packed as version ${version}: this code reads version ${VERSION}`)
  let offset = 2
  const known: Partial<Record<(typeof HASHES)[number], string>> = {}
  for (const [place, name] of HASHES.entries()) {
    if ((mask & (1 << place)) === 0) continue
    known[name] = Buffer.from(bytes.subarray(offset, offset + HASH_BYTES)).toString('hex')
    offset += HASH_BYTES
  }
  const unpacked: unknown = JSON.parse(brotliDecompressSync(bytes.subarray(offset)).toString('utf8'))
  if (!Array.isArray(unpacked)) throw new Error('the packed part is no list')
  const fields = named(unpacked[1], FIELDS)
  const evidence = named(fields.evidence, EVIDENCE_FIELDS)
  const { pack, ...hashes } = known
  const same = (value: unknown, other: unknown) => (value === SAME ? other : value)
  const headers = typeof evidence.headers === 'object' && evidence.headers !== null ? evidence.headers : {}
  const stated = Object.entries(headers).find(([name]) => name === 'content-type')?.[1]
  return withoutAbsent({
    ...fields,
    changedAt,
    seenIn: same(fields.seenIn, [fields.sourceId]),
    textKey: same(fields.textKey, textKey(hashes.text ?? '')),
    firstSeenAt: same(fields.firstSeenAt, changedAt),
    publisher: named(fields.publisher, PUBLISHER_FIELDS),
    extraction: named(fields.extraction, EXTRACTION_FIELDS),
    evidence: withoutAbsent({
      ...evidence,
      key: same(evidence.key, packKey(pack ?? '')),
      sha256: same(evidence.sha256, hashes.raw),
      contentType: same(evidence.contentType, stated),
      finalUrl: same(evidence.finalUrl, fields.url),
    }),
    hashes: { ...hashes, title: same(unpacked[0], sha256(String(fields.headline))) },
  })
}

function withoutAbsent(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
