import type { Block } from './blocks.ts'
import { isOfAnswers, isOfOthers } from './dates/beside.ts'
import { headlineAt } from './headline.ts'
import type { ParsedPage } from './parse-tree.ts'
import { namesIn, namesOfLine } from './person-names.ts'
import { isSiteOf } from './site-names.ts'
import { type ElementNode, following } from './tree.ts'

const META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'og:article:author',
]
const BYLINE =
  /(?:^|[\s_-])(?:byline|author|authors|author-?name|by-author|post-author|entry-author|article-author|writer|autor)(?:$|[\s_-])/i
/** Bylines of other articles, and the box about the author. */
const ELSEWHERE = /\b(?:bio|card|promo)/i
const MAX_CHARS = 90
const MAX_SEEN = 6

function around(element: ElementNode | undefined): Set<ElementNode> {
  const found = new Set<ElementNode>()
  for (let at: ElementNode | null = element ?? null; at; at = at.parentNode) found.add(at)
  return found
}

function isElsewhere(element: ElementNode, aroundHeadline: ReadonlySet<ElementNode>): boolean {
  for (let at: ElementNode | null = element, steps = 0; at && steps < 12; at = at.parentNode, steps++) {
    if (aroundHeadline.has(at)) return false
    if (at.localName === 'aside' || at.localName === 'footer' || at.localName === 'nav') return true
    const classes = `${at.className} ${at.id}`
    if (ELSEWHERE.test(classes) || isOfOthers(classes) || isOfAnswers(classes)) return true
  }
  return false
}

/** The texts within an element, those of elements of their own apart: a name and the office that is glued to it. */
function textsWithin(element: ElementNode): string[] {
  const texts: string[] = []
  let chars = 0
  for (let node = following(element, element); node && chars < MAX_CHARS; node = following(node, element)) {
    const text = node.nodeType === 3 ? node.data.replace(/\s+/g, ' ').trim() : ''
    if (text !== '') texts.push(text)
    chars += text.length
  }
  return texts
}

function isByline(element: ElementNode): boolean {
  const rel = element.getAttribute('rel')?.toLowerCase()
  return (
    rel === 'author' ||
    element.getAttribute('itemprop')?.toLowerCase() === 'author' ||
    BYLINE.test(`${element.className} ${element.id}`)
  )
}

function markedNames(page: ParsedPage): string[] {
  const root = page.document.body
  const boxes = around(root.getElementsByTagName('h1')[0])
  let seen = 0
  for (let node = following(root, root); node && seen < MAX_SEEN; node = following(node, root)) {
    if (node.nodeType !== 1 || !isByline(node) || isElsewhere(node, boxes)) continue
    seen++
    const inner = node.getElementsByTagName('*').find(child => child.getAttribute('itemprop') === 'name')
    const names = namesIn(textsWithin(inner ?? node))
    if (names.length > 0) return names
  }
  return []
}

/** Journals name each author in a meta element of its own. */
function citedNames(page: ParsedPage, meta: ReadonlyMap<string, string>): string[] {
  if (!meta.has('citation_author')) return []
  return page.document
    .getElementsByTagName('meta')
    .filter(element => element.getAttribute('name')?.toLowerCase() === 'citation_author')
    .flatMap(element => {
      const [family = '', given, ...more] = (element.getAttribute('content') ?? '').split(/,\s*/)
      return namesIn([given === undefined || more.length > 0 ? family : `${given} ${family}`])
    })
}

/**
 * Who wrote the article: JSON-LD, else meta elements, else marked bylines. Sites and desks are no authors; an empty
 * list says that nobody is named.
 */
export function readAuthors(
  page: ParsedPage,
  meta: ReadonlyMap<string, string>,
  stated: readonly string[],
  siteName: string | undefined,
): string[] {
  const isSite = isSiteOf(siteName ?? '', page.document.baseURI)
  const sources = [
    () => stated.flatMap(name => namesIn([name])),
    () => citedNames(page, meta),
    () => META.flatMap(name => namesIn([meta.get(name) ?? ''])),
    () => (meta.get('twitter:label1') === 'Written by' ? namesIn([meta.get('twitter:data1') ?? '']) : []),
    () => markedNames(page),
  ]
  for (const source of sources) {
    const names = source().filter(name => !isSite(name))
    if (names.length > 0) return [...new Set(names)]
  }
  return []
}

const BEFORE_HEADLINE = 3
const AFTER_HEADLINE = 8
const MAX_LINE_CHARS = 120

/** Who wrote the article by the lines beside its headline that say so, for pages that mark it nowhere. */
export function authorsBeside(
  blocks: readonly Block[],
  title: string | undefined,
  isSite: (name: string) => boolean,
): string[] {
  const at = headlineAt(blocks, title)
  if (at < 0) return []
  const lines = [
    ...blocks.slice(at + 1, at + 1 + AFTER_HEADLINE),
    ...blocks.slice(Math.max(0, at - BEFORE_HEADLINE), at),
  ]
  for (const { text, region } of lines) {
    if (text.length > MAX_LINE_CHARS || region.hidden) continue
    const names = text
      .split('\n')
      .flatMap(namesOfLine)
      .filter(name => !isSite(name))
    if (names.length > 0) return [...new Set(names)]
  }
  return []
}
