import { findDate } from '../date/find-date.ts'
import { parseDate } from '../date/parse-date.ts'
import type { DateHints } from '../date/written-date.ts'
import { datesAbove } from './dates-above.ts'
import type { PageElement } from './page.ts'
import { visibleText } from './page.ts'
import { webUrl } from './url.ts'

export type ListedItem = { url: string; title: string; rawDate: string | undefined }
/** A date read out of running text may be that of something else: an event, a law. Bare is nothing but a link. */
export type ReadItem = ListedItem & { isDateInText: boolean; isBare: boolean }
export type Side = 'previousElementSibling' | 'nextElementSibling' | undefined
/** `budget.elements` is how many elements may still be looked at: nested lists look at everything many times. */
export type ItemContext = {
  base: string
  hints: DateHints
  side: Side
  above: Map<PageElement, string>
  /** What the links of every item say: `Download`, `Read more`. */
  label?: string | undefined
  budget: { elements: number }
}

/** Headlines of one or two words are rare, words of menus are not. */
const MIN_TITLE = 15

/** Whether a text is long enough for a headline; a Han, kana or Hangul sign says as much as three letters. */
export const isWorded = (text: string): boolean => wordedLength(text) >= MIN_TITLE

const wordedLength = (text: string): number =>
  text.length + 2 * (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0)

/** An item with more inside is no item but the list or the page. */
const MAX_INSIDE = 200
/** Nested boxes around one long text would have it read once a level for each of them. */
const MAX_TEXT = 20_000

const HEADING = /^h[1-6]$/
const TITLE_CLASS =
  /title|headline|heading|titre|titol|titul|titel|tytul|naslov|nadpis|zagolov|baslik|otsikko/i
/** Links to a subject, an author or a tag stand in many items and lead nowhere new. */
const SUBJECT_CLASS =
  /(?:^|[\s_-])(?:cat|category|categories|categoria|topics?|tags?|labels?|authors?|section|rubri[ck]\w*)(?:$|[\s_-])/i
const DATE_CLASS = /date|time|datum|fecha|published|posted/i
const DATE_TAG = /^(?:time|td|d[tdl]|li|span|p|small|div|em|i|b|strong|font|label|cite|abbr|h[1-6])$/

/** What one element of a list says: where its headline leads, its words, and its date as written. */
export const readListedItem = (element: PageElement, context: ItemContext): ReadItem | undefined => {
  if (context.budget.elements < 0) return undefined
  const inside = descendants(element)
  context.budget.elements -= inside.length
  if (inside.length > MAX_INSIDE || (element.textContent?.length ?? 0) > MAX_TEXT) return undefined
  const link = titleLink(element, inside, context)
  const url = link && webUrl(link.getAttribute('href') ?? undefined, context.base)
  const isLabelled = link !== undefined && visibleText(link) === context.label
  const title =
    link && untruncated((isLabelled ? titleBeside(inside) : undefined) ?? titleIn(inside, link), link)
  if (url === undefined || title === undefined || url.split('#')[0] === context.base.split('#')[0])
    return undefined
  if (!/\p{L}/u.test(title)) return undefined
  const marked = dateMarked(inside, context.hints) ?? dateAround(element, context)
  const rawDate = marked ?? findDate(visibleText(element) ?? '', context.hints)?.raw
  const isBare =
    visibleText(element) === title && !inside.some(child => child.localName === 'img' || isTitle(child))
  return { url, title: withoutDate(title, rawDate), rawDate, isDateInText: marked === undefined, isBare }
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
const titleLink = (
  element: PageElement,
  inside: PageElement[],
  { base, label }: ItemContext,
): PageElement | undefined => {
  if (element.localName === 'a') return element
  const links = inside.filter(
    candidate => candidate.localName === 'a' && webUrl(hrefOf(candidate), base) !== undefined,
  )
  const speaking = links.filter(link => visibleText(link) !== undefined)
  const telling = speaking.filter(link => visibleText(link) !== label)
  const worded = telling.length > 0 ? telling : speaking
  const titled = worded.find(link => isTitle(link) || isWithinTitle(link, element))
  if (titled) return titled
  const ownLinks = worded.filter(link => !isSubject(link, element))
  const rating = (link: PageElement): number =>
    wordedLength(visibleText(link) ?? '') + 40 * links.filter(other => hrefOf(other) === hrefOf(link)).length
  return (ownLinks.length > 0 ? ownLinks : worded).reduce<PageElement | undefined>(
    (best, link) => (!best || rating(link) > rating(best) ? link : best),
    undefined,
  )
}

const isSubject = (link: PageElement, item: PageElement): boolean => {
  for (let at: PageElement | null = link; at && at !== item; at = at.parentElement)
    if (SUBJECT_CLASS.test(classOf(at).slice(0, 300))) return true
  return false
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

/** A headline cut short to fit its line is whole in the link's own title. */
const untruncated = (title: string | undefined, link: PageElement): string | undefined => {
  const start = title?.match(/^(.{4,}?)\s?(?:…|\.{2,4})$/)?.[1]
  if (start === undefined) return title
  const whole = ['title', 'aria-label']
    .map(name => link.getAttribute(name)?.replace(/\s+/g, ' ').trim())
    .find(text => text?.startsWith(start))
  return whole ?? title
}

/** The headline of an item whose link only says what it does: the first worded part that holds no link. */
const titleBeside = (inside: PageElement[]): string | undefined =>
  visibleText(
    inside.find(isTitle) ??
      inside.find(child => {
        const text = child.querySelector('a') || child.localName === 'a' ? undefined : visibleText(child)
        return text !== undefined && text.length <= 300 && isWorded(text) && !parseDate(text)
      }) ??
      null,
  )

const dateMarked = (inside: PageElement[], hints: DateHints): string | undefined => {
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
  return undefined
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

const dateAround = (element: PageElement, { side, above, hints }: ItemContext): string | undefined =>
  dateBeside(element, side, hints) ?? (side === 'nextElementSibling' ? undefined : above.get(widest(element)))

/** A heading that holds a date holds little else; without the limit nested boxes are read once a level. */
const MAX_IN_HEADING = 10

/** The dates of headings over the elements of a group; `known` are those read for the groups before it. */
export const dateHeadings = (
  group: PageElement[],
  hints: DateHints,
  known: Map<PageElement, string | undefined>,
): Map<PageElement, string> =>
  datesAbove(group.map(widest), element => {
    if (!known.has(element)) known.set(element, wholeDateOf(element, hints))
    return known.get(element)
  })

const wholeDateOf = (element: PageElement, hints: DateHints): string | undefined => {
  const text = descendants(element).length > MAX_IN_HEADING ? undefined : shortText(element)
  return text !== undefined && isWholeDate(text, hints) ? text : undefined
}

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
