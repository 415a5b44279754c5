import { childDate, momentOf } from './dates.ts'
import { rssEnclosures } from './enclosures.ts'
import { isoLanguage } from './language.ts'
import type { Entry } from './model.ts'
import { eventOf, placeOf } from './modules.ts'
import { people } from './person.ts'
import { categoriesOf, firstBody, linkOf, titleOf } from './rss-fields.ts'
import { webUrl } from './url.ts'
import { attributeOf, childrenNamed, childText, firstChild, textOf } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

const SUMMARIES = [
  'description',
  'summary',
  'dc:description',
  'abstract',
  'itunes:summary',
  'atom:summary',
  'itunes:subtitle',
  'googleplay:description',
  'media:description',
]
/** Where full text is found: content:encoded, and modules in which agencies carry it. */
const FULL_TEXTS = [
  'content:encoded',
  'atom:content',
  'fullitem',
  'fulltext',
  'full-text',
  'xhtml:body',
  'body',
  'xhtml:div',
  'content',
]

const PUBLISHED = [
  'pubdate',
  'published',
  'atom:published',
  'dcterms:issued',
  'issued',
  'dcterms:created',
  'created',
]
const UPDATED = ['updated', 'atom:updated', 'dcterms:modified', 'modified', 'lastbuilddate']
const AUTHORS = ['author', 'dc:creator', 'dc:author', 'atom:author', 'itunes:author', 'googleplay:author']

/** One RSS item as an entry; its channel's language and authors count where it has none. */
export const itemOf = (
  item: XmlElement,
  inherited: { language: string | undefined; authors: string[] },
): Entry => {
  const language =
    isoLanguage(childText(item, 'language', 'dc:language') ?? item.language) ?? inherited.language
  const guid = firstChild(item, 'guid')
  const guidText =
    textOf(guid) ?? childText(item, 'atom:id', 'id', 'dc:identifier') ?? attributeOf(item, 'rdf:about')
  const url =
    linkOf(item) ??
    webUrl(attributeOf(item, 'href'), item.base) ??
    permalinkOf(guid, item) ??
    webUrl(attributeOf(item, 'rdf:about'), item.base)
  const published = childDate(item, language, ...PUBLISHED)
  const dublin = childDate(item, language, 'dc:date', 'date')
  const updated = childDate(item, language, ...UPDATED) ?? momentOf(attributeOf(item, 'lastmod'), language)
  const first = published ?? dublin
  const authors = people(childrenNamed(item, ...AUTHORS))
  return {
    guid: guidText,
    url,
    title: titleOf(item),
    ...bodiesOf(item),
    authors: authors.length > 0 ? authors : inherited.authors,
    publishedAt: first?.iso,
    publishedPrecision: first?.precision,
    publishedRaw: first?.raw ?? childText(item, 'pubdate', 'dc:date'),
    updatedAt: (updated ?? (published ? dublin : undefined))?.iso,
    categories: categoriesOf(item),
    enclosures: rssEnclosures(item),
    language,
    event: eventOf(item, language),
    place: placeOf(item),
  }
}

/** A second description is the text, the first one its summary. */
const bodiesOf = (item: XmlElement): { summary?: string | undefined; content?: string | undefined } => {
  const [, ...further] = childrenNamed(item, 'description', 'summary')
  return {
    summary: firstBody(childrenNamed(item, ...SUMMARIES)),
    content:
      firstBody(childrenNamed(item, ...FULL_TEXTS)) ?? firstBody(agencyTexts(item)) ?? firstBody(further),
  }
}

/** Full text under a name of the agency's own: `rbc_news:full-text`, `yandex:full-text`, `turbo:content`. */
const agencyTexts = (item: XmlElement): XmlElement[] =>
  item.children
    .filter(child => typeof child !== 'string')
    .filter(
      child =>
        /:(?:full-?text|fulltext|content)$/.test(child.name) && !/^(?:media|content|atom):/.test(child.name),
    )

/** A guid is an address unless it says otherwise (RSS 2.0, `isPermaLink`); many that do not say so are none. */
const permalinkOf = (guid: XmlElement | undefined, item: XmlElement): string | undefined => {
  const text = textOf(guid)
  if (!guid || text === undefined) return undefined
  const permalink = attributeOf(guid, 'ispermalink')?.toLowerCase()
  if (permalink === 'false') return undefined
  return /^https?:\/\//i.test(text) || permalink === 'true' ? webUrl(text, item.base) : undefined
}
