import type { ParsedPage } from './parse-tree.ts'
import type { ElementNode } from './tree.ts'
import { dateLikeParts } from './written-dates.ts'

function dateOf(element: ElementNode): string {
  return (
    element.getAttribute('datetime') ||
    element.getAttribute('content') ||
    element.textContent.slice(0, 200).trim()
  )
}

function classesOf(element: ElementNode): string {
  return `${element.className} ${element.id}`.toLowerCase()
}

/** Lists of other articles carry dates too; and comments, always later ones. */
function isAside(element: ElementNode): boolean {
  for (let at: ElementNode | null = element, steps = 0; at && steps < 30; at = at.parentNode, steps++) {
    if (at.localName === 'aside' || at.localName === 'footer' || at.localName === 'nav') return true
    if (
      /\b(?:comment|sidebar|related|recommend|widget|footer|latest|popular|more|teaser|recent|card)/.test(
        classesOf(at),
      )
    )
      return true
  }
  return false
}

/** Dates in elements that are marked as such: microdata, then `time` elements, those that speak of publication first. */
export function* markedDates(page: ParsedPage): Generator<string> {
  const all = page.document.body.getElementsByTagName('*')
  const marked = all.filter(element => /datepublished/i.test(element.getAttribute('itemprop') ?? ''))
  yield* marked.map(dateOf)
  const times = all.filter(element => element.localName === 'time' && !isAside(element))
  const published = times.filter(
    time => time.hasAttribute('pubdate') || /publish|posted|entry-date|created/.test(classesOf(time)),
  )
  const others = times.filter(time => !/updated|modified/.test(classesOf(time)))
  yield* [...published, ...others].flatMap(time => [dateOf(time), time.textContent.trim()])
}

/** Dates in the text of elements whose class or id speaks of dates. */
export function* classedDates(page: ParsedPage): Generator<string> {
  for (const element of page.document.body.getElementsByTagName('*')) {
    if (
      !/\b(?:[\w-]*(?:date|publish|posted|pubdate|timestamp|byline|datum|fecha|data-pub)[\w-]*|meta|time|entry-meta|post-meta)\b/.test(
        classesOf(element),
      )
    )
      continue
    if (/updat|modif/.test(classesOf(element)) || isAside(element)) continue
    const text = element.textContent
    if (text.length > 300) continue
    yield* dateLikeParts(text, 2)
  }
}
