import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { dateLikeParts } from '../written-dates.ts'

/**
 * What a source's pages have in common, small enough to live beside its other state: for each line the last pages
 * that it stood on, as bits, the newest page lowest.
 */
export const FurnitureState = z.object({
  /** Short hashes of the addresses of the last pages, newest first; a page that is read again counts once. */
  pages: z.array(z.string()),
  lines: z.record(z.string(), z.int().check(z.nonnegative())),
})
export type FurnitureState = z.infer<typeof FurnitureState>

/** A block of a page that was taken for the article. */
export type PageLine = {
  text: string
  heading: boolean
  linkShare: number
  /** Tag and class of its element. */
  place: string
}

const WINDOW_PAGES = 24
const MAX_LINES = 400
const MAX_LINE_CHARS = 1_200
/** A line that has not come again within so many pages is the article's own. */
const FORGET_SINGLES_AFTER = 10
const MIN_PAGES = 3
const KNOWN_AFTER_PAGES = 6
const EDGE_SHARE = 0.15
const INNER_SHARE = 0.45
/** A line that ends in a comma or colon leads into the article's own text, as a salutation does. */
const LEAD_IN_SHARE = 0.8
const LEADS_IN = /[,:;，：]$/
/** Learnt lines are never more than this of a text: then something else is wrong, and the text stays whole. */
const MAX_REMOVED_SHARE = 0.85
const LINKED = 0.8

/** The state of a source of which no page was read yet. */
export const NO_FURNITURE: FurnitureState = { pages: [], lines: {} }

/** Whether enough of a source's pages were read to tell what they have in common. */
export function knowsFurniture(state: FurnitureState | undefined): boolean {
  return state !== undefined && state.pages.length >= KNOWN_AFTER_PAGES
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8)
}

/** A line as it recurs: without what changes from page to page, which are numbers, dates and typography. */
function lineKey(text: string): string | undefined {
  if (text.length > MAX_LINE_CHARS) return undefined
  let line = text
  for (const date of dateLikeParts(text, 3)) line = line.replace(date, '#')
  const plain = line
    .toLowerCase()
    .replace(/\p{Nd}+/gu, '#')
    .replace(/[^\p{L}\p{M}#]+/gu, ' ')
    .trim()
  return plain === '' ? undefined : shortHash(plain)
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}

/**
 * The state after one more page, which holds `lines` at `url`. A page already among the last ones changes nothing.
 */
export function learnFurniture(
  state: FurnitureState,
  url: string,
  lines: readonly PageLine[],
): FurnitureState {
  const page = shortHash(url)
  if (state.pages.includes(page)) return state
  const here = new Set(lines.map(line => lineKey(line.text)).filter(key => key !== undefined))
  const masks = new Map<string, number>()
  for (const [key, bits] of Object.entries(state.lines)) masks.set(key, (bits * 2) % 2 ** WINDOW_PAGES)
  for (const key of here) masks.set(key, (masks.get(key) ?? 0) + 1)
  const kept = [...masks].filter(
    ([, bits]) => bits > 0 && (bitCount(bits) > 1 || bits < 2 ** FORGET_SINGLES_AFTER),
  )
  kept.sort(([, a], [, b]) => bitCount(b) - bitCount(a))
  return {
    pages: [page, ...state.pages].slice(0, WINDOW_PAGES),
    lines: Object.fromEntries(kept.slice(0, MAX_LINES)),
  }
}

/**
 * Which lines of a page are furniture by what the source's other pages had: lines at either end, or in elements
 * of another class than the text's, that stand on every seventh page; further in on
 * nearly every second (a salutation recurs in speeches). A recurring heading stays as long as a line of its own follows, and takes a
 * list of links below it along.
 */
export function recurringLines(state: FurnitureState, url: string, lines: readonly PageLine[]): boolean[] {
  const page = shortHash(url)
  const at = state.pages.indexOf(page)
  const others = state.pages.length - (at >= 0 ? 1 : 0)
  const none = lines.map(() => false)
  if (others < MIN_PAGES) return none
  const share = lines.map(line => {
    const bits = state.lines[lineKey(line.text) ?? ''] ?? 0
    const itself = at >= 0 && Math.floor(bits / 2 ** at) % 2 === 1 ? 1 : 0
    const count = bitCount(bits) - itself
    return count >= MIN_PAGES - 1 ? count / others : 0
  })
  const textPlace = mainPlace(lines)
  const removed = share.map((value, i) => value >= neededShare(lines[i], textPlace))
  markEdges(removed, share)
  keepLeadingHeadings(removed, lines, share)
  takeLinkLists(removed, lines)
  const chars = (chosen: (i: number) => boolean) =>
    lines.reduce((sum, line, i) => sum + (chosen(i) ? line.text.length : 0), 0)
  return chars(i => removed[i] === true) > chars(() => true) * MAX_REMOVED_SHARE ? none : removed
}

function neededShare(line: PageLine | undefined, textPlace: string): number {
  if (line?.place !== textPlace) return EDGE_SHARE
  return LEADS_IN.test(line.text) ? LEAD_IN_SHARE : INNER_SHARE
}

function mainPlace(lines: readonly PageLine[]): string {
  const chars = new Map<string, number>()
  for (const { place, text } of lines) chars.set(place, (chars.get(place) ?? 0) + text.length)
  return [...chars].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

function markEdges(removed: boolean[], share: readonly number[]): void {
  for (let i = 0; i < share.length && (share[i] ?? 0) >= EDGE_SHARE; i++) removed[i] = true
  for (let i = share.length - 1; i >= 0 && (share[i] ?? 0) >= EDGE_SHARE; i--) removed[i] = true
}

/** A heading that so many pages have belongs to the template even where text of its own follows a box below it. */
const TEMPLATE_SHARE = 0.8
const HEADING_REACH = 3

function keepLeadingHeadings(removed: boolean[], lines: readonly PageLine[], share: readonly number[]): void {
  const isOwn = (at: number) => removed[at] === false && (lines[at]?.linkShare ?? 1) < LINKED
  for (let i = lines.length - 2; i >= 0; i--) {
    if (!removed[i] || !lines[i]?.heading) continue
    const reach = (share[i] ?? 0) < TEMPLATE_SHARE ? HEADING_REACH : 1
    const below = Array.from({ length: reach }, (_, step) => i + 1 + step)
    if (below.some(isOwn)) removed[i] = false
  }
}

function takeLinkLists(removed: boolean[], lines: readonly PageLine[]): void {
  for (let i = 1; i < lines.length; i++) {
    if (removed[i - 1] && (lines[i]?.linkShare ?? 0) >= LINKED) removed[i] = true
  }
}
