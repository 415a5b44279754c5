import type { ParsedPage } from './parse-tree.ts'
import { type ElementNode, following } from './tree.ts'

const META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
  'og:article:author',
]
const BY =
  /^(?:(?:written |posted |words |story |reviewed |text |edited )?by|von|par|por|de la rédaction de|di|door|av|autor(?:ka|en|in)?|author|text|автор|текст)\s*[:：]?\s+/iu
const BYLINE =
  /(?:^|[\s_-])(?:byline|author|authors|author-?name|by-author|post-author|entry-author|article-author|writer|autor)(?:$|[\s_-])/i
/** Bylines of other articles, comments and the box about the author. */
const ELSEWHERE = /comment|related|sidebar|widget|footer|bio|recommend|card|teaser|latest/i
const MAX_CHARS = 90
const MAX_SEEN = 6

/** Whether a text can be the name of one person: two to five words, most of them capitalised where a script has capitals. */
function isPerson(name: string): boolean {
  if (name.length < 3 || name.length > 60 || /https?:|[@\n<>{}|©=]|\d{2}/.test(name)) return false
  const words = name.split(' ')
  if (words.length > 5) return false
  const capitals = words.filter(word => /^[\p{Lu}\p{Lo}]/u.test(word)).length
  return (
    capitals * 2 > words.length &&
    !/^(?:staff|admin|editor|administrator|guest|contributor|team|unknown|the |news)\b/i.test(name)
  )
}

/** The names in a byline: "By Ann Lee and Bo Tan | 3 May" gives two. */
function namesIn(byline: string): string[] {
  const line = byline.replace(/\s+/g, ' ').trim().replace(BY, '')
  const names =
    line.split(/\s*(?:[|•·—–]|\s-\s|\d{1,2}[./: ]|\bon\b|\bupdated\b|\bpublished\b).*$/iu)[0] ?? ''
  return names
    .split(/\s*(?:,| and | und | et | y | e |&| и )\s*/u)
    .map(name => name.trim())
    .filter(isPerson)
}

function isElsewhere(element: ElementNode): boolean {
  let at: ElementNode | null = element
  for (let steps = 0; at && steps < 12; at = at.parentNode, steps++) {
    if (at.localName === 'aside' || at.localName === 'footer' || at.localName === 'nav') return true
    if (ELSEWHERE.test(`${at.className} ${at.id}`)) return true
  }
  return false
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
  let seen = 0
  for (let node = following(root, root); node && seen < MAX_SEEN; node = following(node, root)) {
    if (node.nodeType !== 1 || !isByline(node) || isElsewhere(node)) continue
    seen++
    const inner = node.getElementsByTagName('*').find(child => child.getAttribute('itemprop') === 'name')
    const text = (inner ?? node).textContent
    const names = namesIn(
      text
        .trim()
        .replace(/\s+/g, ' ')
        .slice(0, MAX_CHARS + 1),
    )
    if (names.length > 0) return names
  }
  return []
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
  const isSite = (name: string) => name.toLowerCase() === siteName?.toLowerCase()
  const sources = [
    () => stated.flatMap(namesIn),
    () => META.flatMap(name => namesIn(meta.get(name) ?? '')),
    () => (meta.get('twitter:label1') === 'Written by' ? namesIn(meta.get('twitter:data1') ?? '') : []),
    () => markedNames(page),
  ]
  for (const source of sources) {
    const names = source().filter(name => !isSite(name))
    if (names.length > 0) return [...new Set(names)]
  }
  return []
}
