import { childDate, momentOf } from './dates.ts'
import { mediaEnclosures, rssEnclosures } from './enclosures.ts'
import { keywordsOf } from './keywords.ts'
import { isoLanguage } from './language.ts'
import { plainTitle, rssHtml } from './markup.ts'
import type { Entry, Feed, FeedFormat } from './model.ts'
import { eventOf, placeOf } from './modules.ts'
import { distinct, people, person } from './person.ts'
import { present } from './present.ts'
import { webUrl } from './url.ts'
import { attributeOf, childrenNamed, childText, firstChild, textOf } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

type Reading = { feed: Feed; entries: Entry[] }

const BODY = [
  'description',
  'dc:description',
  'abstract',
  'itunes:summary',
  'atom:summary',
  'itunes:subtitle',
  'media:description',
]
/** Where full text is found: content:encoded, and modules in which agencies carry it. */
const FULL_TEXT = [
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

/** RSS 0.9x to 2.0, RSS 1.0 and 1.1 (RDF) and CDF: a channel and its items, wherever in the tree these stand. */
export const readRss = (root: XmlElement, format: FeedFormat): Reading => {
  const channel = root.name === 'channel' ? root : (firstChild(root, 'channel') ?? root)
  const feed = channelOf(channel, root, format)
  const channelAuthors = people(childrenNamed(channel, 'atom:author', 'dc:creator', 'itunes:author'))
  const items: XmlElement[] = []
  collectItems(root, items, 4)
  return {
    feed,
    entries: items.map(item => itemOf(item, { language: feed.language, authors: channelAuthors })),
  }
}

/** Items belong to the channel (2.0), to the root (1.0) or to a list element (1.1); items do not hold items. */
const collectItems = (element: XmlElement, items: XmlElement[], depth: number): void => {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (child.name === 'item') items.push(child)
    else if (depth > 0 && (child.name === 'channel' || child.name === 'items'))
      collectItems(child, items, depth - 1)
  }
}

const channelOf = (channel: XmlElement, root: XmlElement, format: FeedFormat): Feed => {
  const language = isoLanguage(
    childText(channel, 'language', 'dc:language') ?? channel.language ?? root.language,
  )
  const description = firstChild(
    channel,
    'description',
    'dc:description',
    'abstract',
    'itunes:summary',
    'itunes:subtitle',
    'atom:subtitle',
  )
  const lastModified = momentOf(attributeOf(channel, 'lastmod'), language)
  return present({
    format,
    id: childText(channel, 'atom:id', 'id', 'guid', 'dc:identifier'),
    title: titleOf(channel, 'title', 'dc:title', 'atom:title', 'media:title', 'itunes:title'),
    url: linkOf(channel) ?? webUrl(attributeOf(channel, 'href'), channel.base),
    description: description && rssHtml(description),
    language,
    authors: channelPeople(channel),
    categories: categoriesOf(channel),
    publishedAt: childDate(channel, language, 'pubdate', 'published', 'dcterms:issued', 'dcterms:created')
      ?.iso,
    updatedAt:
      childDate(
        channel,
        language,
        'lastbuilddate',
        'updated',
        'atom:updated',
        'dc:date',
        'dcterms:modified',
        'modified',
      )?.iso ?? lastModified?.iso,
  })
}

const channelPeople = (channel: XmlElement): string[] => {
  const named = ['managingeditor', 'author', 'dc:author', 'atom:author', 'dc:creator', 'itunes:author']
  const found = people(childrenNamed(channel, ...named))
  return found.length > 0
    ? found
    : distinct([person(childText(channel, 'webmaster', 'dc:publisher', 'googleplay:author'))])
}

const itemOf = (item: XmlElement, inherited: { language: string | undefined; authors: string[] }): Entry => {
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
  const published = childDate(
    item,
    language,
    'pubdate',
    'published',
    'atom:published',
    'dcterms:issued',
    'issued',
    'dcterms:created',
    'created',
  )
  const dublin = childDate(item, language, 'dc:date', 'date')
  const updated =
    childDate(item, language, 'updated', 'atom:updated', 'dcterms:modified', 'modified', 'lastbuilddate') ??
    momentOf(attributeOf(item, 'lastmod'), language)
  const first = published ?? dublin
  const authors = people(
    childrenNamed(item, 'author', 'dc:creator', 'dc:author', 'atom:author', 'itunes:author'),
  )
  return present({
    guid: guidText,
    url,
    title: titleOf(item, 'title', 'dc:title', 'atom:title', 'media:title', 'itunes:title'),
    ...bodiesOf(item),
    authors: authors.length > 0 ? authors : inherited.authors,
    publishedAt: first?.iso,
    publishedPrecision: first?.precision,
    publishedRaw: first?.raw ?? childText(item, 'pubdate', 'dc:date'),
    updatedAt: (updated ?? (published ? dublin : undefined))?.iso,
    categories: categoriesOf(item),
    enclosures: [...rssEnclosures(item), ...mediaEnclosures(item)].filter(
      (enclosure, at, all) => all.findIndex(other => other.url === enclosure.url) === at,
    ),
    language,
    event: eventOf(item, language),
    place: placeOf(item),
  })
}

const titleOf = (element: XmlElement, ...names: string[]): string | undefined => {
  for (const name of names) {
    const title = firstChild(element, name)
    const html = title && rssHtml(title)
    const plain = html && plainTitle(html)
    if (plain) return plain
  }
  return undefined
}

/** A second description is the text, the first one its summary. */
const bodiesOf = (item: XmlElement): { summary?: string | undefined; content?: string | undefined } => {
  const descriptions = childrenNamed(item, 'description')
  const summary = firstBody(
    BODY.flatMap(name => (name === 'description' ? descriptions : childrenNamed(item, name))),
  )
  const content = firstBody(childrenNamed(item, ...FULL_TEXT)) ?? firstBody(agencyTexts(item))
  const second = descriptions.length > 1 ? firstBody(descriptions.slice(1)) : undefined
  return { summary, content: content ?? second }
}

const firstBody = (elements: readonly XmlElement[]): string | undefined => {
  for (const element of elements) {
    const html = rssHtml(element)
    if (html !== undefined) return html
  }
  return undefined
}

/** Full text under a name of the agency's own: `rbc_news:full-text`, `yandex:full-text`, `turbo:content`. */
const agencyTexts = (item: XmlElement): XmlElement[] =>
  item.children
    .filter(child => typeof child !== 'string')
    .filter(
      child =>
        /:(?:full-?text|fulltext|content)$/.test(child.name) && !/^(?:media|content|atom):/.test(child.name),
    )

/** The entry's page: `feedburner:origLink` names the page that a redirecting link hides. */
const linkOf = (element: XmlElement): string | undefined => {
  const original = webUrl(childText(element, 'feedburner:origlink', 'pheedo:origlink'), element.base)
  if (original !== undefined) return original
  for (const link of childrenNamed(element, 'link')) {
    const url = webUrl(textOf(link) ?? (isAlternate(link) ? attributeOf(link, 'href') : undefined), link.base)
    if (url !== undefined) return url
  }
  for (const link of childrenNamed(element, 'atom:link')) {
    const url = isAlternate(link) ? webUrl(attributeOf(link, 'href') ?? textOf(link), link.base) : undefined
    if (url !== undefined) return url
  }
  return webUrl(childText(element, 'url', 'l:link'), element.base)
}

const isAlternate = (link: XmlElement): boolean =>
  (attributeOf(link, 'rel') ?? 'alternate').toLowerCase() === 'alternate'

/** A guid is an address unless it says otherwise (RSS 2.0, `isPermaLink`); many that do not say so are none. */
const permalinkOf = (guid: XmlElement | undefined, item: XmlElement): string | undefined => {
  const text = textOf(guid)
  if (!guid || text === undefined) return undefined
  const permalink = attributeOf(guid, 'ispermalink')?.toLowerCase()
  if (permalink === 'false') return undefined
  return /^https?:\/\//i.test(text) || permalink === 'true' ? webUrl(text, item.base) : undefined
}

const categoriesOf = (element: XmlElement): string[] => {
  const found: (string | undefined)[] = []
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (
      child.name === 'category' ||
      child.name === 'dc:subject' ||
      child.name === 'media:category' ||
      child.name === 'atom:category'
    ) {
      found.push(
        textOf(child) ??
          attributeOf(child, 'label') ??
          attributeOf(child, 'term') ??
          attributeOf(child, 'text'),
      )
    } else if (child.name === 'itunes:category') found.push(...nestedCategories(child))
    else found.push(...keywordsOf(child))
  }
  return distinct(found)
}

const nestedCategories = (category: XmlElement): (string | undefined)[] => [
  attributeOf(category, 'text') ?? textOf(category),
  ...childrenNamed(category, 'itunes:category').flatMap(nestedCategories),
]
