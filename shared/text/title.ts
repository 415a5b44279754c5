import type { ParsedPage } from './parse-tree.ts'
import { lettersOf, siteNames } from './site-names.ts'

const SEPARATORS = /\s+[|\u2013\u2014\u00BB\u00AB·•>\-/\\]+\s+|\s*\|\s*|\s::?\s/
const EDGE = /^[\s|\u2013\u2014\u00BB\u00AB:·•>\-/\\]+|[\s|\u2013\u2014\u00BB\u00AB:·•>\-/\\]+$/g
const MAX_HEADING_CHARS = 400
/** A longer heading that no title of the page confirms is a paragraph in large type. */
const MAX_SOLE_CHARS = 150
/** Headings of fewer words are names of sites and sections unless something confirms them. */
const SPEAKING_WORDS = 4

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Share of the words of the longer of two titles that both have. */
function agreement(a: string, b: string): number {
  const left = new Set(words(a))
  const right = new Set(words(b))
  const shared = [...left].filter(word => right.has(word)).length
  return shared / Math.max(1, left.size, right.size)
}

function sameWords(a: string, b: string): boolean {
  return words(a).join(' ') === words(b).join(' ')
}

/** A title without the site's name, which stands before or after a separator. */
function withoutSite(title: string, sites: ReadonlySet<string>): string {
  const parts = title.split(SEPARATORS).filter(part => part !== '')
  const last = parts[parts.length - 1] ?? ''
  const first = parts[0] ?? ''
  if (parts.length < 2) return title
  if (sites.has(lettersOf(first))) return title.slice(title.indexOf(first) + first.length).replace(EDGE, '')
  const kept = title.slice(0, title.lastIndexOf(last)).replace(EDGE, '')
  return sites.has(lettersOf(last)) || words(kept).length >= Math.max(3, words(last).length) ? kept : title
}

/** What stands behind a bar is a section; longer, it is half of the headline. */
const MAX_SECTION_WORDS = 4

/** A heading without site and section and without a word before a colon that no other title of the page has: "Blog: ". */
function cleanHeading(heading: string, named: readonly string[], sites: ReadonlySet<string>): string {
  const last = heading.split(SEPARATORS).at(-1) ?? ''
  const isSection = heading.includes('|') && words(last).length <= MAX_SECTION_WORDS
  const own = isSection || sites.has(lettersOf(last)) ? withoutSite(heading, sites) : heading
  const bare = /^\p{L}{3,20}(?:\s\p{L}{2,20})?:\s+(\S.*)$/u.exec(own)?.[1]
  return bare !== undefined && named.some(title => sameWords(title, bare)) ? bare : own
}

/** Whether a heading is what stands beside the article's name in the document's title: the site or a section. */
function isSiteHeading(heading: string, documentTitle: string, sites: ReadonlySet<string>): boolean {
  if (sites.has(lettersOf(heading))) return true
  const parts = documentTitle.split(SEPARATORS).filter(part => part !== '')
  return parts.length > 1 && parts.slice(1).some(part => sameWords(part, heading))
}

/**
 * The headline: the h1 that agrees best with what the page calls itself elsewhere (never the site's own name), else
 * og:title, JSON-LD or the document's title without the site's name, else a speaking h1.
 */
export function chooseTitle(
  page: ParsedPage,
  meta: ReadonlyMap<string, string>,
  headline: string | undefined,
  siteName = '',
): string | undefined {
  const documentTitle = squeeze(page.document.title)
  const opening = documentTitle.split(SEPARATORS)[0] ?? ''
  const sites = siteNames(siteName, page.document.baseURI)
  const named = [
    meta.get('og:title'),
    headline,
    meta.get('twitter:title'),
    documentTitle,
    meta.get('dc.title'),
  ]
    .map(title => withoutSite(squeeze(title ?? ''), sites))
    .filter(title => title !== '')
  const headings = page.document.body
    .getElementsByTagName('h1')
    .map(element => squeeze(element.textContent))
    .filter(
      text => text !== '' && text.length < MAX_HEADING_CHARS && !isSiteHeading(text, documentTitle, sites),
    )
    .map(text => ({ text, agreement: Math.max(0, ...named.map(title => agreement(text, title))) }))
    .sort((a, b) => b.agreement - a.agreement)
  const best = headings[0]
  if (best === undefined) return named[0]
  const isOpening = sameWords(best.text, opening)
  const isOnly = headings.length === 1 && best.text.length <= MAX_SOLE_CHARS
  if (best.agreement >= 0.5 || isOpening || (isOnly && words(best.text).length >= SPEAKING_WORDS)) {
    return cleanHeading(best.text, named, sites)
  }
  return named[0] ?? best.text
}
