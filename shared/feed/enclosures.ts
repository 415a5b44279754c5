import type { Enclosure } from './model.ts'
import { present } from './present.ts'
import { resolveUrl } from './url.ts'
import { attributeOf, childrenNamed, textOf } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

/** `enclosure` elements of RSS, and links with rel="enclosure" that an RSS item borrows from Atom. */
export const rssEnclosures = (item: XmlElement): Enclosure[] => [
  ...childrenNamed(item, 'enclosure').flatMap(element => enclosureOf(element, 'url', 'length')),
  ...childrenNamed(item, 'atom:link', 'link').filter(isEnclosure).flatMap(linked),
]

/** Atom's links with rel="enclosure" (RFC 4287 §4.2.7.2). */
export const atomEnclosures = (links: readonly XmlElement[]): Enclosure[] =>
  links.filter(isEnclosure).flatMap(linked)

const isEnclosure = (link: XmlElement): boolean => attributeOf(link, 'rel')?.toLowerCase() === 'enclosure'

const linked = (link: XmlElement): Enclosure[] => enclosureOf(link, 'href', 'length')

/** Media RSS: pictures, films and papers, also inside `media:group`. */
export const mediaEnclosures = (item: XmlElement): Enclosure[] =>
  [item, ...childrenNamed(item, 'media:group')]
    .flatMap(holder => childrenNamed(holder, 'media:content'))
    .flatMap(element => enclosureOf(element, 'url', 'filesize'))

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
