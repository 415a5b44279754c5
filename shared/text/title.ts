import type { ParsedPage } from './parse-tree.ts'

const SEPARATOR = /\s+[|\u2013\u2014\u00BB\u00AB:·•>\-/\\]+\s+|\s*\|\s*/

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function agree(a: string, b: string): boolean {
  const left = new Set(words(a))
  const right = new Set(words(b))
  if (left.size === 0 || right.size === 0) return false
  const shared = [...left].filter(word => right.has(word)).length
  return shared / Math.min(left.size, right.size) >= 0.75
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A title without the site's name, which stands before or after a separator. */
function withoutSite(title: string, siteName: string | undefined): string {
  const parts = title.split(SEPARATOR)
  if (parts.length < 2) return title
  const last = parts[parts.length - 1] ?? ''
  const first = parts[0] ?? ''
  const isSite = (part: string) => siteName !== undefined && words(part).join('') === words(siteName).join('')
  if (isSite(first))
    return title
      .slice(title.indexOf(first) + first.length)
      .replace(/^[\s|\u2013\u2014\u00BB\u00AB:·•>\-/\\]+/, '')
  const kept = title.slice(0, title.lastIndexOf(last)).replace(/[\s|\u2013\u2014\u00BB\u00AB:·•>\-/\\]+$/, '')
  return isSite(last) || words(kept).length >= Math.max(3, words(last).length) ? kept : title
}

/**
 * The headline: a heading that agrees with what the page calls itself elsewhere (so that no site name or teaser
 * is taken), else og:title, JSON-LD or the document's title without the site's name, else the only h1.
 */
export function chooseTitle(
  page: ParsedPage,
  meta: ReadonlyMap<string, string>,
  headline: string | undefined,
  siteName: string | undefined,
): string | undefined {
  const named = [
    meta.get('og:title'),
    headline,
    meta.get('twitter:title'),
    page.document.title,
    meta.get('dc.title'),
  ]
    .map(title => squeeze(title ?? ''))
    .filter(title => title !== '')
  const headings = page.document.body
    .getElementsByTagName('h1')
    .map(element => squeeze(element.textContent))
    .filter(text => text !== '' && text.length < 400)
  const agreed = headings.find(
    heading => words(heading).length > 1 && named.some(title => agree(heading, title)),
  )
  if (agreed) return agreed
  const first = named[0]
  if (first) return withoutSite(first, siteName)
  return headings[0]
}
