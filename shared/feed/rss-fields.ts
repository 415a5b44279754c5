import { keywordsOf } from './keywords.ts'
import { plainTitle, rssHtml } from './markup.ts'
import { distinct } from './person.ts'
import { webUrl } from './url.ts'
import { attributeOf, childrenNamed, childText, firstChild, textOf } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

/** Title of a channel or an item as plain text. */
export const titleOf = (element: XmlElement): string | undefined => {
  for (const name of TITLES) {
    const title = firstChild(element, name)
    const html = title && rssHtml(title)
    const plain = html && plainTitle(html)
    if (plain) return plain
  }
  return undefined
}

const TITLES = ['title', 'dc:title', 'atom:title', 'media:title', 'itunes:title']

/** The HTML of the first of these elements that has any. */
export const firstBody = (elements: readonly XmlElement[]): string | undefined => {
  for (const element of elements) {
    const html = rssHtml(element)
    if (html !== undefined) return html
  }
  return undefined
}

/** The page of an item or the site of a channel: `feedburner:origLink` names the page that a redirecting link hides. */
export const linkOf = (element: XmlElement): string | undefined => {
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

/** Categories, subjects and keywords of a channel or an item, each once. */
export const categoriesOf = (element: XmlElement): string[] => {
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
