import type { Enclosure } from './model.ts'
import { present } from './present.ts'
import { resolveUrl, webUrl } from './url.ts'
import { attributeOf, childrenNamed, childText, textOf } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

/** An entry with more is a flood, and would not fit a message. */
const MAX_ENCLOSURES = 50

/** What an RSS item carries: `enclosure`, links with rel="enclosure" borrowed from Atom, Media RSS. Each address once. */
export const rssEnclosures = (item: XmlElement): Enclosure[] =>
  distinct([
    ...limited(childrenNamed(item, 'enclosure'))
      .flatMap(element => enclosureOf(element, 'url', 'length'))
      .map(behindFeedburner(item)),
    ...linked(childrenNamed(item, 'atom:link', 'link')),
    ...media(item),
  ])

/** What an Atom entry carries: links with rel="enclosure" (RFC 4287 §4.2.7.2), Media RSS. Each address once. */
export const atomEnclosures = (entry: XmlElement, links: readonly XmlElement[]): Enclosure[] =>
  distinct([...linked(links), ...media(entry)])

/** FeedBurner counts downloads at an address of its own and keeps the publisher's beside it. */
const behindFeedburner = (item: XmlElement) => {
  const url = webUrl(childText(item, 'feedburner:origenclosurelink'), item.base)
  return (enclosure: Enclosure, position: number): Enclosure =>
    url !== undefined && position === 0 ? { ...enclosure, url } : enclosure
}

const limited = (elements: readonly XmlElement[]): readonly XmlElement[] => elements.slice(0, MAX_ENCLOSURES)

const linked = (links: readonly XmlElement[]): Enclosure[] =>
  limited(links.filter(link => attributeOf(link, 'rel')?.toLowerCase() === 'enclosure')).flatMap(link =>
    enclosureOf(link, 'href', 'length'),
  )

/** Media RSS: pictures, films and papers, also inside `media:group`. */
const media = (item: XmlElement): Enclosure[] =>
  [item, ...limited(childrenNamed(item, 'media:group'))]
    .flatMap(holder => limited(childrenNamed(holder, 'media:content')))
    .flatMap(element => enclosureOf(element, 'url', 'filesize'))

const distinct = (enclosures: Enclosure[]): Enclosure[] => {
  const byUrl = new Map<string, Enclosure>()
  for (const enclosure of enclosures) if (!byUrl.has(enclosure.url)) byUrl.set(enclosure.url, enclosure)
  return [...byUrl.values()].slice(0, MAX_ENCLOSURES)
}

const enclosureOf = (element: XmlElement, address: string, size: string): Enclosure[] => {
  const url = resolveUrl(
    attributeOf(element, address) ?? attributeOf(element, 'href') ?? addressIn(element),
    element.base,
  )
  if (url === undefined) return []
  return [present({ url, type: attributeOf(element, 'type'), length: sizeOf(attributeOf(element, size)) })]
}

const addressIn = (element: XmlElement): string | undefined => {
  const text = textOf(element)
  return text !== undefined && /^https?:\/\/\S+$/i.test(text) ? text : undefined
}

/** A size in bytes; `length="0"` and words like `unknown` say nothing, so only digits count. */
const sizeOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
