import * as fc from 'fast-check'
import type { Article } from '../../shared/article.ts'

const text = fc.string({ unit: fc.constantFrom(...'aZ0 "\\\n\u0000éжհ渡⛴', '👩‍✈️', '\ud83d') })
const count = fc.nat()
const ourTime = fc
  .date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString())
const publisherTime = fc.oneof(
  ourTime,
  ourTime.map(time => time.slice(0, 10)),
)
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes).toString('hex'))
const names = fc.array(text, { maxLength: 3 })

/** An object with all of the one's fields and those that the other has, absent ones never being undefined. */
function together<Always extends object, Sometimes extends object>(
  always: fc.Arbitrary<Always>,
  sometimes: fc.Arbitrary<Sometimes>,
): fc.Arbitrary<Always & Sometimes> {
  return fc.tuple(always, sometimes).map(([all, some]) => ({ ...all, ...some }))
}
/** A record's schema drops this key, so that no header can reach an object's prototype. */
const key = fc.string().filter(name => name !== '__proto__')
const texts = fc.dictionary(key, text, { maxKeys: 3, noNullPrototype: true })
const sometimes = { requiredKeys: [] }

const evidence = together(
  fc.record({ key: text, offset: count, length: fc.integer({ min: 1 }), sha256: hash, fetchedAt: ourTime }),
  fc.record(
    { auditLength: fc.integer({ min: 1 }), status: count, headers: texts, contentType: text, finalUrl: text },
    sometimes,
  ),
)
const media = together(fc.record({ url: text }), fc.record({ type: text, length: count }, sometimes))
const hashes = together(
  fc.record({ raw: hash, text: hash, title: hash, entry: hash }),
  fc.record({ core: hash }, sometimes),
)
const extraction = together(fc.record({ method: text, version: text }), fc.record({ note: text }, sometimes))

/** Any article that the schema allows. */
export const arbitraryArticle: fc.Arbitrary<Article> = together(
  fc.record({
    articleId: fc.string({ minLength: 1 }),
    identityBasis: fc.constantFrom('guid' as const, 'url' as const, 'composite' as const),
    revision: fc.integer({ min: 1 }),
    revisionReason: fc.constantFrom('created' as const, 'content' as const, 'withdrawn' as const),
    completeness: fc.constantFrom('full' as const, 'partial' as const),
    sourceId: fc.string({ minLength: 1 }),
    seenIn: names,
    headline: text,
    excerpt: text,
    textKey: text,
    wordCount: count,
    authors: names,
    publisher: fc.record({ name: text, country: text, kind: text }),
    entrySeenAt: ourTime,
    firstSeenAt: ourTime,
    changedAt: ourTime,
    categories: names,
    tags: names,
    media: fc.array(media, { maxLength: 3 }),
    hashes,
    repairs: names,
    evidence,
    extraction,
    schemaVersion: fc.constant(1 as const),
  }),
  fc.record(
    {
      url: text,
      canonicalUrl: text,
      summary: text,
      language: text,
      languageBasis: fc.constantFrom('feed' as const, 'page' as const, 'source' as const, 'text' as const),
      publishedAt: publisherTime,
      publishedPrecision: fc.constantFrom('second' as const, 'minute' as const, 'date' as const),
      publishedBasis: fc.constantFrom('feed' as const, 'list' as const, 'page' as const),
      modifiedAt: publisherTime,
      dateline: text,
      attribution: text,
      pollVersion: fc.integer({ min: 1 }),
      change: fc.record({ kind: fc.constantFrom('minor' as const, 'material' as const), fields: names }),
      replaces: text,
      rights: texts,
      duplicateOf: text,
    },
    sometimes,
  ),
)
