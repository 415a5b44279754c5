import type { ParsedPage } from '../parse-tree.ts'
import type { ElementNode, TreeNode } from '../tree.ts'
import { isOfAnswers, isOfOthers } from './beside.ts'
import { type DatePurpose, purposeOf } from './date-speech.ts'
import { ownDates } from './written-dates.ts'

/** What an element says about a time: for machines and for readers, either may be missing. */
export type MarkedDate = { stated: string[]; shown: string }

const MAX_SHOWN_CHARS = 200
/** Elements that carry dates within inner boxes of scripts' making hold no more than this. */
const MAX_CLASSED_CHARS = 300
const ATTRIBUTES = [
  'datetime',
  'content',
  'title',
  'data-datetime',
  'data-utime',
  'data-timestamp',
  'data-date',
]

/** The element's text up to a limit, with a space between parts of it. */
function textWithin(element: ElementNode, maxChars: number): string {
  let text = ''
  const open: (TreeNode | null)[] = [element.firstChild]
  while (open.length > 0 && text.length <= maxChars) {
    const node = open.pop()
    if (!node) continue
    open.push(node.nextSibling)
    if (node.nodeType === 3) text += `${node.data} `
    else open.push(node.firstChild)
  }
  return text.slice(0, maxChars + 1)
}

function markedDate(element: ElementNode): MarkedDate {
  const stated = ATTRIBUTES.map(name => element.getAttribute(name) ?? '').filter(value => /\d/.test(value))
  return { stated, shown: textWithin(element, MAX_SHOWN_CHARS).trim() }
}

function classesOf(element: ElementNode): string {
  return `${element.className} ${element.id}`.toLowerCase()
}

/** What is marked as a date in these boxes is of other articles more often than a line of text is. */
const TEASERS = /\b(?:more|card|promo|event|upcoming)/

function around(element: ElementNode | undefined): Set<ElementNode> {
  const found = new Set<ElementNode>()
  for (let at: ElementNode | null = element?.parentNode ?? null; at; at = at.parentNode) found.add(at)
  return found
}

const SECTIONS = new Set(['article', 'section', 'main'])

/** Whether a footer ends the article that the headline opens, and not the page. */
function endsArticle(footer: ElementNode, aroundHeadline: ReadonlySet<ElementNode>): boolean {
  let at = footer.parentNode
  while (at && !SECTIONS.has(at.localName)) at = at.parentNode
  return at !== null && aroundHeadline.has(at)
}

type Place = 'own' | 'beside' | 'answers'

/** Lists of other articles carry dates too; and answers, always later ones. A box around the headline is neither. */
function placeOf(element: ElementNode, aroundHeadline: ReadonlySet<ElementNode>): Place {
  let place: Place = 'own'
  for (let at: ElementNode | null = element, steps = 0; at && steps < 30; at = at.parentNode, steps++) {
    if (aroundHeadline.has(at) || at.localName === 'body') break
    const classes = classesOf(at)
    if (isOfAnswers(classes)) return 'answers'
    const isBeside = at.localName === 'aside' || at.localName === 'nav' || isOfOthers(classes)
    if (isBeside || TEASERS.test(classes)) place = 'beside'
    if (at.localName === 'footer' && !endsArticle(at, aroundHeadline)) place = 'beside'
  }
  return place
}

/** Words that stand right before an element, in its parent: `Updated <time>`. */
function wordsBefore(element: ElementNode): string {
  const before = element.previousSibling ?? element.parentNode?.previousSibling
  if (!before) return ''
  return (before.nodeType === 3 ? before.data : textWithin(before, 60)).slice(-60)
}

function purposeOfElement(element: ElementNode): DatePurpose | undefined {
  const classes = classesOf(element)
  const words = `${wordsBefore(element)} ${textWithin(element, 40)}`
  if (/updat|modif/.test(classes) && !/publish/.test(classes)) return 'changed'
  const spoken = purposeOf(words)
  if (spoken !== undefined) return spoken
  if (element.hasAttribute('pubdate') || /publish|posted|entry-date|created/.test(classes)) return 'published'
  return undefined
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function headlineOf(all: readonly ElementNode[], title: string | undefined): ElementNode | undefined {
  const wanted = plain(title ?? '')
  const headings = all.filter(element => /^h[1-4]$/.test(element.localName))
  const own = headings.find(heading => wanted !== '' && plain(heading.textContent) === wanted)
  return own ?? headings.find(heading => heading.localName === 'h1')
}

/** How much nearer what follows the headline counts than what stands before it. */
const BEFORE_FACTOR = 4
/** A word of publication outweighs this many elements between a date and the headline. */
const SPOKEN_LEAD = 150

const MICRODATA = /datepublished|pubdate|dc:(?:date|issued|created)/i

type Candidate = { element: ElementNode; kind: 'microdata' | 'time'; place: Place; weight: number }

function kindOf(element: ElementNode): Candidate['kind'] | undefined {
  if (MICRODATA.test(element.getAttribute('itemprop') ?? element.getAttribute('property') ?? ''))
    return 'microdata'
  const isAbbr = element.localName === 'abbr' && /publish|date|time/.test(classesOf(element))
  return element.localName === 'time' || isAbbr || element.hasAttribute('data-utime') ? 'time' : undefined
}

function candidatesOf(all: readonly ElementNode[], title: string | undefined): Candidate[] {
  const heading = headlineOf(all, title)
  const headline = heading === undefined ? -1 : all.indexOf(heading)
  const boxes = around(heading)
  return all.flatMap((element, at) => {
    const kind = kindOf(element)
    const purpose = kind === 'time' ? purposeOfElement(element) : 'published'
    if (kind === undefined || purpose === 'changed' || purpose === 'other') return []
    const distance = at >= headline ? at - headline : (headline - at) * BEFORE_FACTOR
    const weight = distance - (purpose === 'published' ? SPOKEN_LEAD : 0)
    return [{ element, kind, place: placeOf(element, boxes), weight }]
  })
}

/**
 * Dates in elements that are marked as such: microdata first, then `time` and `abbr` elements, those that speak of
 * publication and stand nearer to the headline first. Times of changes are left out; those in lists of other articles
 * stand `beside`; those of readers' answers are left out.
 */
export function markedDates(
  page: ParsedPage,
  title: string | undefined,
): { own: MarkedDate[]; beside: MarkedDate[] } {
  const candidates = candidatesOf(page.document.body.getElementsByTagName('*'), title).sort(
    (a, b) => Number(a.kind === 'time') - Number(b.kind === 'time') || a.weight - b.weight,
  )
  const datesOf = (place: Place) =>
    candidates.filter(candidate => candidate.place === place).map(({ element }) => markedDate(element))
  return { own: datesOf('own'), beside: datesOf('beside') }
}

const SPEAKS_OF_DATES =
  /\b(?:[\w-]*(?:date|publish|posted|pubdate|timestamp|byline|datum|fecha|data-pub)[\w-]*|meta|time|time-?ago|ago|value-title|entry-meta|post-meta|submitted|info)\b/

/** So many different dates in elements of one class are those of a list of articles. */
const MAX_DATES_OF_CLASS = 3

/** Dates of an element for machines, where it shows a reader none: `<span class="ago" title="11.06.2018">`. */
function attributeDates(element: ElementNode): string[] {
  return ATTRIBUTES.map(name => element.getAttribute(name) ?? '').filter(value =>
    /\d[^a-z]*\d{3}/.test(value),
  )
}

/** Dates in the text of a box, also where day, month and year stand in boxes of their own: `30 11 2012`. */
function datesOfClassed(text: string): string[] {
  const badge = /^\s*(\d{1,2})\s+(\d{1,2})\s+(\d{4})\s*$/.exec(text)
  return badge ? [badge.slice(1).join('.')] : ownDates(text, 2)
}

/** Dates in the text of elements whose class or id speaks of dates, unless the class is that of a list. */
export function classedDates(
  page: ParsedPage,
  title: string | undefined,
  read: (text: string) => string[] = datesOfClassed,
): string[] {
  const all = page.document.body.getElementsByTagName('*')
  const boxes = around(headlineOf(all, title))
  const byClass = new Map<string, Set<string>>()
  for (const element of all) {
    const classes = classesOf(element)
    if (!SPEAKS_OF_DATES.test(classes) || /updat|modif/.test(classes) || placeOf(element, boxes) !== 'own')
      continue
    const text = textWithin(element, MAX_CLASSED_CHARS)
    const opening = `${wordsBefore(element)} ${text.slice(0, 60)}`
    if (text.length > MAX_CLASSED_CHARS || purposeOf(opening) === 'changed') continue
    const dates = byClass.get(element.className) ?? new Set()
    byClass.set(element.className, dates)
    const shown = read(text)
    for (const date of shown.length > 0 ? shown : attributeDates(element)) dates.add(date)
  }
  return [...byClass.values()].filter(dates => dates.size < MAX_DATES_OF_CLASS).flatMap(dates => [...dates])
}
