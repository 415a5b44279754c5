import { momentOf } from './dates.ts'
import { decodeDocument } from './decode.ts'
import { isoLanguage } from './language.ts'
import type { DocumentContext, Entry, ReadableFeed, Unreadable } from './model.ts'
import { MAX_ENTRIES } from './model.ts'
import { distinct } from './person.ts'
import { present } from './present.ts'
import { whyNoFeed } from './unreadable.ts'
import { webUrl } from './url.ts'
import { childrenNamed, childText, firstChild } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'
import { parseXml } from './xml/tree.ts'

/** One sitemap that an index names, with the time of its last change where the index gives it. */
export type SitemapLink = { url: string; changedAt?: string }
export type SitemapIndex = { kind: 'index'; sitemaps: SitemapLink[] }

/** An index may name 50,000 sitemaps; those changed last, and no more than this, are worth a request. */
const MAX_SITEMAPS = 20

/**
 * Reads a sitemap (sitemaps.org 0.9), a news sitemap or a sitemap index. Entries and sitemaps come newest first
 * as far as they are dated; the title is the one a news sitemap gives. Anything else is unreadable.
 */
export const parseSitemap = (
  bytes: Uint8Array,
  context: DocumentContext,
): ReadableFeed | SitemapIndex | Unreadable => {
  const text = decodeDocument(bytes, context.contentType)
  if (text.trim() === '') return { kind: 'unreadable', reason: 'empty' }
  const { root, notes } = parseXml(text, {
    base: context.url,
    isRoot: name => name === 'urlset' || name === 'sitemapindex',
  })
  if (!root) return { kind: 'unreadable', reason: sitemapReason(text) }
  if (root.name === 'sitemapindex') return { kind: 'index', sitemaps: sitemapsOf(root) }
  const entries = childrenNamed(root, 'url').flatMap(entryOf).sort(newestFirst)
  if (entries.length === 0) return { kind: 'unreadable', reason: 'no-entries' }
  return {
    kind: 'feed',
    feed: { format: 'sitemap', authors: [], categories: [] },
    entries: entries.slice(0, MAX_ENTRIES),
    notes: entries.length > MAX_ENTRIES ? [...notes, 'only the newest entries were read'] : notes,
  }
}

const sitemapReason = (text: string): Unreadable['reason'] => {
  const reason = whyNoFeed(text)
  return reason === 'not-a-feed' ? 'not-a-sitemap' : reason
}

const sitemapsOf = (root: XmlElement): SitemapLink[] =>
  childrenNamed(root, 'sitemap')
    .flatMap(sitemap => {
      const url = webUrl(childText(sitemap, 'loc'), sitemap.base)
      return url === undefined
        ? []
        : [present({ url, changedAt: momentOf(childText(sitemap, 'lastmod'), undefined)?.iso })]
    })
    .sort((a, b) => descending(a.changedAt, b.changedAt))
    .slice(0, MAX_SITEMAPS)

const newestFirst = (a: Entry, b: Entry): number =>
  descending(a.publishedAt ?? a.updatedAt, b.publishedAt ?? b.updatedAt)

const descending = (a = '', b = ''): number => (a < b ? 1 : a > b ? -1 : 0)

const entryOf = (url: XmlElement): Entry[] => {
  const address = webUrl(childText(url, 'loc'), url.base)
  if (address === undefined) return []
  const news = firstChild(url, 'news:news')
  const publication = news && firstChild(news, 'news:publication')
  const language = isoLanguage(publication && childText(publication, 'news:language'))
  const published = momentOf(news && childText(news, 'news:publication_date'), language)
  const image = firstChild(url, 'image:image')
  return [
    present({
      url: address,
      title: news && childText(news, 'news:title'),
      authors: [],
      publishedAt: published?.iso,
      publishedPrecision: published?.precision,
      publishedRaw: published?.raw,
      updatedAt: momentOf(childText(url, 'lastmod'), language)?.iso,
      categories: distinct(
        ((news && childText(news, 'news:keywords')) ?? '').split(',').map(word => word.trim() || undefined),
      ),
      enclosures: [webUrl(image && childText(image, 'image:loc'), url.base)].flatMap(found =>
        found === undefined ? [] : [{ url: found }],
      ),
      language,
    }),
  ]
}
