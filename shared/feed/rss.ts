import { childDate, momentOf } from './dates.ts'
import { isoLanguage } from './language.ts'
import type { Entry, Feed, FeedFormat } from './model.ts'
import { distinct, people, person } from './person.ts'
import { present } from './present.ts'
import { categoriesOf, firstBody, linkOf, titleOf } from './rss-fields.ts'
import { itemOf } from './rss-item.ts'
import { webUrl } from './url.ts'
import { attributeOf, childrenNamed, childText, firstChild, textOf } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

type Reading = { feed: Feed; entries: Entry[] }

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
    if (child.name === 'item') {
      if (child.isClosed || child.children.some(field => typeof field !== 'string' && textOf(field)))
        items.push(child)
    } else if (depth > 0 && (child.name === 'channel' || child.name === 'items'))
      collectItems(child, items, depth - 1)
  }
}

const channelOf = (channel: XmlElement, root: XmlElement, format: FeedFormat): Feed => {
  const language = isoLanguage(
    childText(channel, 'language', 'dc:language') ?? channel.language ?? root.language,
  )
  const description = firstBody(
    childrenNamed(
      channel,
      'description',
      'dc:description',
      'abstract',
      'itunes:summary',
      'itunes:subtitle',
      'atom:subtitle',
    ),
  )
  const lastModified = momentOf(attributeOf(channel, 'lastmod'), language)
  return present({
    format,
    id: childText(channel, 'atom:id', 'id', 'guid', 'dc:identifier'),
    title: titleOf(channel),
    url: linkOf(channel) ?? webUrl(attributeOf(channel, 'href'), channel.base),
    description,
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
