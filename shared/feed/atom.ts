import { childDate } from './dates.ts'
import { atomEnclosures } from './enclosures.ts'
import { keywordsOf } from './keywords.ts'
import { isoLanguage } from './language.ts'
import { atomHtml, plainTitle } from './markup.ts'
import type { Entry, Feed } from './model.ts'
import { eventOf, placeOf } from './modules.ts'
import { distinct, people } from './person.ts'
import { present } from './present.ts'
import { webUrl } from './url.ts'
import { attributeOf, childrenNamed, childText, firstChild, textOf } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

/** Atom 1.0 (RFC 4287) and 0.3, prefixed or not, with or without its namespace; also a lone entry document. */
export const readAtom = (root: XmlElement): { feed: Feed; entries: Entry[] } => {
  const isEntry = localName(root) === 'entry'
  const feed = feedOf(root, isEntry)
  const entries = isEntry ? [root] : named(root, 'entry')
  return { feed, entries: entries.map(entry => entryOf(entry, feed)) }
}

const localName = (element: XmlElement): string => element.name.replace(/^atom:/, '')

/** Children of an Atom name: most feeds declare the namespace, some declare a wrong one or none. */
const named = (element: XmlElement, name: string): readonly XmlElement[] =>
  childrenNamed(element, `atom:${name}`, name)

const both = (...names: string[]): string[] => names.flatMap(name => [`atom:${name}`, name])

const feedOf = (root: XmlElement, isEntry: boolean): Feed => {
  const language = isoLanguage(root.language ?? childText(root, 'dc:language', 'language'))
  if (isEntry) return present({ format: 'atom' as const, language, authors: [], categories: [] })
  const description = firstBody(
    childrenNamed(
      root,
      ...both('subtitle', 'tagline', 'info', 'description'),
      'dc:description',
      'itunes:summary',
    ),
  )
  return present({
    format: 'atom' as const,
    id: childText(root, ...both('id')),
    title: titleOf(root),
    url: alternateOf(root),
    description,
    language,
    authors: authorsOf(root),
    categories: categoriesOf(root),
    publishedAt: childDate(
      root,
      language,
      ...both('published', 'issued'),
      'dcterms:issued',
      ...both('created'),
    )?.iso,
    updatedAt: childDate(root, language, ...both('updated', 'modified'), 'dc:date', 'dcterms:modified')?.iso,
  })
}

const entryOf = (entry: XmlElement, feed: Feed): Entry => {
  const language = isoLanguage(entry.language ?? childText(entry, 'dc:language')) ?? feed.language
  const published = childDate(
    entry,
    language,
    ...both('published', 'issued'),
    'dcterms:issued',
    ...both('created'),
    'dc:date',
    'pubdate',
  )
  const updated = childDate(entry, language, ...both('updated', 'modified'), 'dcterms:modified')
  const source = firstChild(entry, ...both('source'))
  const authors = authorsOf(entry)
  const guid = childText(entry, ...both('id'), 'guid', 'dc:identifier')
  return {
    guid,
    url:
      webUrl(childText(entry, 'feedburner:origlink', 'pheedo:origlink'), entry.base) ??
      alternateOf(entry) ??
      addressIn(guid),
    title: titleOf(entry),
    ...bodiesOf(entry),
    authors:
      authors.length > 0
        ? authors
        : source && authorsOf(source).length > 0
          ? authorsOf(source)
          : feed.authors,
    publishedAt: published?.iso,
    publishedPrecision: published?.precision,
    publishedRaw: published?.raw ?? childText(entry, ...both('published', 'issued')),
    updatedAt: updated?.iso,
    categories: categoriesOf(entry),
    enclosures: atomEnclosures(entry, named(entry, 'link')),
    language,
    event: eventOf(entry, language),
    place: placeOf(entry),
  }
}

/** An id that is a web address is where the entry is found when nothing else says so. */
const addressIn = (id: string | undefined): string | undefined =>
  id !== undefined && /^https?:\/\/[^\s/]/i.test(id) ? id : undefined

const titleOf = (element: XmlElement): string | undefined => {
  for (const title of [
    ...named(element, 'title'),
    ...childrenNamed(element, 'dc:title'),
    ...childrenNamed(element, 'media:title'),
  ]) {
    const html = atomHtml(title)
    const plain = html && plainTitle(html)
    if (plain) return plain
  }
  return undefined
}

const bodiesOf = (entry: XmlElement): { summary?: string | undefined; content?: string | undefined } => {
  const group = firstChild(entry, 'media:group')
  const summaries = [
    ...named(entry, 'summary'),
    ...named(entry, 'description'),
    ...childrenNamed(entry, 'dc:description'),
    ...childrenNamed(entry, 'itunes:summary'),
    ...childrenNamed(group ?? entry, 'media:description'),
  ]
  return {
    summary: firstBody(summaries),
    content: firstBody([
      ...named(entry, 'content'),
      ...childrenNamed(entry, 'content:encoded'),
      ...childrenNamed(entry, 'xhtml:body'),
    ]),
  }
}

const firstBody = (elements: readonly XmlElement[]): string | undefined => {
  for (const element of elements) {
    const html = atomHtml(element)
    if (html !== undefined) return html
  }
  return undefined
}

const authorsOf = (element: XmlElement): string[] => {
  const found = people(named(element, 'author'))
  return found.length > 0
    ? found
    : people([...childrenNamed(element, 'dc:creator'), ...childrenNamed(element, 'itunes:author')])
}

/** The page: an alternate link, HTML before other types; a link may carry its address as text. */
const alternateOf = (element: XmlElement): string | undefined => {
  const links = named(element, 'link').filter(link =>
    (attributeOf(link, 'rel') ?? 'alternate').toLowerCase().endsWith('alternate'),
  )
  const pages = links.filter(link => /^$|html/i.test(attributeOf(link, 'type') ?? ''))
  for (const link of [...pages, ...links]) {
    const url = webUrl(attributeOf(link, 'href') ?? textOf(link), link.base)
    if (url !== undefined) return url
  }
  return undefined
}

const categoriesOf = (element: XmlElement): string[] => [
  ...distinct([
    ...named(element, 'category').map(
      category => attributeOf(category, 'label') ?? attributeOf(category, 'term') ?? textOf(category),
    ),
    ...childrenNamed(element, 'dc:subject').map(textOf),
    ...childrenNamed(element, 'media:category').map(textOf),
    ...element.children.flatMap(child => (typeof child === 'string' ? [] : keywordsOf(child))),
  ]),
]
