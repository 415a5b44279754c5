import type { Article } from '../../shared/article.ts'
import { sha256 } from '../../shared/dedup/fingerprint.ts'
import type { Entry } from '../../shared/feed/model.ts'
import type { Source } from '../../shared/source.ts'

const TEXT =
  'The ferry between Ostervik and the outer islands sails again from Monday, two weeks earlier than planned, the harbour office said.'

/** A complete article in its first revision; every field of the schema that a good page fills. */
export function anArticle(overrides: Partial<Article> = {}): Article {
  const articleId = overrides.articleId ?? 'kq3vn5xw2hbt7rjc4ymsd6pzfeagulio'
  return {
    articleId,
    identityBasis: 'url',
    revision: 1,
    revisionReason: 'created',
    completeness: 'full',
    sourceId: 'ostervik-harbour',
    seenIn: [overrides.sourceId ?? 'ostervik-harbour'],
    url: `https://harbour.example/news/${articleId}`,
    headline: 'Island ferry sails again from Monday',
    summary: 'The crossing reopens two weeks early.',
    excerpt: TEXT,
    textKey: `text/${sha256(TEXT)}.txt`,
    wordCount: 21,
    authors: ['Harbour Office'],
    publisher: { name: 'Ostervik Harbour Office', country: 'NO', kind: 'government' },
    language: 'en',
    languageBasis: 'source',
    publishedAt: '2026-11-21T08:30:00Z',
    publishedPrecision: 'second',
    publishedBasis: 'feed',
    firstSeenAt: '2026-11-21T09:00:00.000Z',
    changedAt: overrides.firstSeenAt ?? '2026-11-21T09:00:00.000Z',
    categories: ['Transport'],
    tags: [],
    media: [],
    hashes: {
      raw: sha256('raw'),
      text: sha256(TEXT),
      title: sha256('Island ferry sails again from Monday'),
      entry: sha256('entry'),
    },
    repairs: [],
    evidence: {
      key: `raw/${sha256('pack')}.warc.gz`,
      offset: 0,
      length: 4_096,
      sha256: sha256('raw'),
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      contentType: 'text/html; charset=utf-8',
      fetchedAt: '2026-11-21T09:00:00.000Z',
      finalUrl: `https://harbour.example/news/${articleId}`,
    },
    entrySeenAt: '2026-11-21T08:59:58.000Z',
    extraction: { method: 'readability', version: '1' },
    schemaVersion: 1,
    ...overrides,
  }
}

/** The article's next revision, recorded a minute later unless said otherwise. */
export function aRevisionOf(article: Article, overrides: Partial<Article> = {}): Article {
  return {
    ...article,
    revision: article.revision + 1,
    revisionReason: 'content',
    changedAt: new Date(Date.parse(article.changedAt) + 60_000).toISOString(),
    ...overrides,
  }
}

/** An entry as a feed of short notices carries it. */
export function anEntry(overrides: Partial<Entry> = {}): Entry {
  return {
    guid: 'ostervik-2026-118',
    url: 'https://harbour.example/news/ferry-sails-again',
    title: 'Island ferry sails again from Monday',
    summary: '<p>The crossing reopens two weeks early.</p>',
    authors: ['Harbour Office'],
    publishedAt: '2026-11-21T08:30:00Z',
    categories: ['Transport'],
    enclosures: [],
    ...overrides,
  }
}

/** A feed of a harbour office; its URL resolves nowhere. */
export function aSource(overrides: Partial<Source> = {}): Source {
  return {
    id: 'ostervik-harbour',
    name: 'Ostervik Harbour, notices',
    kind: 'feed',
    url: 'https://harbour.example/notices.xml',
    publisher: { name: 'Ostervik Harbour Office', country: 'NO', kind: 'government' },
    language: 'en',
    tags: [],
    schedule: { minInterval: '10m', maxInterval: '6h' },
    recheck: false,
    allowPrivateNetwork: false,
    ...overrides,
  }
}
