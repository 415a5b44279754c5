import { findDate } from '../date/find-date.ts'
import { parseDate } from '../date/parse-date.ts'
import type { DateHints } from '../date/written-date.ts'
import type { PageElement } from './page.ts'
import { visibleText } from './page.ts'
import { webUrl } from './url.ts'

export type ListedItem = { url: string; title: string; rawDate: string | undefined }
export type Side = 'previousElementSibling' | 'nextElementSibling' | undefined
/** `budget.elements` is how many elements may still be looked at: nested lists look at everything many times. */
export type ItemContext = { base: string; hints: DateHints; side: Side; budget: { elements: number } }

/** Headlines of one or two words are rare, words of menus are not. */
const MIN_TITLE = 15

/** Whether a text is long enough for a headline; a Han, kana or Hangul sign says as much as three letters. */
export const isWorded = (text: string): boolean => wordedLength(text) >= MIN_TITLE

const wordedLength = (text: string): number =>
  text.length + 2 * (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0)

/** An item with more inside is no item but the list or the page. */
const MAX_INSIDE = 200

const HEADING = /^h[1-6]$/
const TITLE_CLASS =
  /title|headline|heading|titre|titol|titul|titel|tytul|naslov|nadpis|zagolov|baslik|otsikko/i
/** Links to a subject, an author or a tag stand in many items and lead nowhere new. */
const SUBJECT_CLASS =
  /(?:^|[\s_-])(?:cat|category|categoria|topic|tag|label|author|section|rubri[ck]\w*)(?:$|[\s_-])/i
const DATE_CLASS = /date|time|datum|fecha|published|posted/i
const DATE_TAG = /^(?:time|td|dt|span|p|small|div|em|i|b|strong)$/

/** What one element of a list says: where its headline leads, its words, and its date as written. */
export const readListedItem = (element: PageElement, context: ItemContext): ListedItem | undefined => {
  if (context.budget.elements < 0) return undefined
  const inside = descendants(element)
  context.budget.elements -= inside.length
  if (inside.length > MAX_INSIDE) return undefined
  const link = titleLink(element, inside, context.base)
  const url = link && webUrl(link.getAttribute('href') ?? undefined, context.base)
  const title = link && titleIn(inside, link)
  if (url === undefined || title === undefined || url.split('#')[0] === context.base.split('#')[0])
    return undefined
  const rawDate = dateIn(element, inside, context.hints) ?? dateBeside(element, context.side, context.hints)
  return { url, title: withoutDate(title, rawDate), rawDate }
}

/** All elements inside, in document order, at most one more than an item may have. */
const descendants = (element: PageElement, found: PageElement[] = []): PageElement[] => {
  for (const child of Array.from(element.children)) {
    if (found.length > MAX_INSIDE) break
    found.push(child)
    descendants(child, found)
  }
  return found
}

const classOf = (element: PageElement): string => element.getAttribute('class') ?? ''

/** The link of the headline: in or around a heading, else the address linked most often, else the longest text. */
const titleLink = (element: PageElement, inside: PageElement[], base: string): PageElement | undefined => {
  if (element.localName === 'a') return element
  const links = inside.filter(
    candidate => candidate.localName === 'a' && webUrl(hrefOf(candidate), base) !== undefined,
  )
  const worded = links.filter(link => visibleText(link) !== undefined)
  const titled = worded.find(link => isTitle(link) || isWithinTitle(link, element))
  if (titled) return titled
  const ownLinks = worded.filter(link => !SUBJECT_CLASS.test(classOf(link)))
  const rating = (link: PageElement): number =>
    wordedLength(visibleText(link) ?? '') + 40 * links.filter(other => hrefOf(other) === hrefOf(link)).length
  return (ownLinks.length > 0 ? ownLinks : worded).reduce<PageElement | undefined>(
    (best, link) => (!best || rating(link) > rating(best) ? link : best),
    undefined,
  )
}

const hrefOf = (link: PageElement): string | undefined => link.getAttribute('href') ?? undefined

const isTitle = (element: PageElement): boolean =>
  HEADING.test(element.localName) || TITLE_CLASS.test(classOf(element))

const isWithinTitle = (link: PageElement, item: PageElement): boolean => {
  for (let at = link.parentElement; at && at !== item; at = at.parentElement) if (isTitle(at)) return true
  return HEADING.test(item.localName)
}

/** The words of the headline: a heading in the link, or in the item when the link says `more`, else the link. */
const titleIn = (inside: PageElement[], link: PageElement): string | undefined => {
  const inLink = descendants(link)
  const titled = inLink.find(isTitle) ?? inLink.find(child => /^(?:strong|b)$/.test(child.localName))
  const text = visibleText(titled ?? null)
  if (text !== undefined) return text
  const own = visibleText(link)
  if (!isWorded(own ?? '')) return visibleText(inside.find(isTitle) ?? null) ?? own
  const worded = Array.from(link.children).filter(
    child => isWorded(visibleText(child) ?? '') && !parseDate(visibleText(child) ?? ''),
  )
  return link.children.length > 1 && worded[0] ? visibleText(worded[0]) : own
}

const dateIn = (element: PageElement, inside: PageElement[], hints: DateHints): string | undefined => {
  const stated = inside
    .find(candidate => candidate.getAttribute('datetime') !== null)
    ?.getAttribute('datetime')
    ?.trim()
  if (stated && isWholeDate(stated, hints)) return stated
  for (const candidate of inside) {
    if (!DATE_TAG.test(candidate.localName) && !DATE_CLASS.test(classOf(candidate))) continue
    const text = shortText(candidate)
    if (text !== undefined && isWholeDate(text, hints)) return text
  }
  return findDate(visibleText(element) ?? '', hints)?.raw
}

const shortText = (element: PageElement | null): string | undefined => {
  const text = visibleText(element)
  return text !== undefined && text.length <= 60 ? text : undefined
}

/** A year or a month alone is no date of an article. */
const isWholeDate = (text: string, hints: DateHints): boolean =>
  !/^\d{4}(?:-\d{2})?$|^\d{5,}$/.test(text) &&
  (text.match(/\p{Nd}+/gu)?.length ?? 0) >= 2 &&
  parseDate(text, hints) !== undefined

/** Flat lists (headline, date, headline, date; or dt and dd) keep the date in a neighbour, always on one side. */
const dateBeside = (element: PageElement, side: Side, hints: DateHints): string | undefined => {
  const text = shortText(side === undefined ? null : widest(element)[side])
  return text !== undefined && isWholeDate(text, hints) ? text : undefined
}

/** The side on which the last of a group has a date: the first may have one of something else before it. */
export const sideOfDates = (group: PageElement[], hints: DateHints): Side => {
  const last = group.at(-1)
  const sides = ['nextElementSibling', 'previousElementSibling'] as const
  return last && sides.find(side => dateBeside(last, side, hints) !== undefined)
}

/** The widest element that holds nothing but this one. */
export const widest = (element: PageElement): PageElement => {
  let at = element
  while (at.parentElement && at.parentElement.localName !== 'body' && isAlone(at)) at = at.parentElement
  return at
}

const isAlone = (element: PageElement): boolean =>
  !element.previousElementSibling && !element.nextElementSibling

/** A headline that begins or ends with its date loses it, as long as a headline remains. */
const withoutDate = (title: string, rawDate: string | undefined): string => {
  if (rawDate === undefined) return title
  const rest = title.startsWith(rawDate)
    ? title.slice(rawDate.length)
    : title.endsWith(rawDate)
      ? title.slice(0, -rawDate.length)
      : title
  const trimmed = rest.replace(/^[\s|:–—-]{1,5}|[\s|:–—-]{1,5}$/g, '')
  return trimmed.length > 2 ? trimmed : title
}
