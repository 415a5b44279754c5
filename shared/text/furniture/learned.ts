import * as z from 'zod/mini'
import {
  formKey,
  headKey,
  isSentence,
  labelKey,
  lineKey,
  longTailKey,
  type PageLine,
  shortHash,
  tailKey,
  titleKey,
} from './page-line.ts'

const Count = z.int().check(z.nonnegative())

/**
 * What a source's pages have in common, small enough to live beside its other state. Which of the last pages a
 * line stood on is told by bits, the newest page lowest.
 */
export const FurnitureState = z.object({
  /** Short hashes of the addresses of the last pages, newest first; a page that is read again counts once. */
  pages: z.array(z.string()),
  lines: z.record(z.string(), Count),
  /**
   * For each slot of the template: the pages that have it, those where nothing in it was the page's own, the
   * characters of its own there that the weighing of single pages kept and left, and the pages where it stands
   * wholly before and wholly behind the text.
   */
  places: z.record(z.string(), z.tuple([Count, Count, Count, Count, Count, Count])),
})
export type FurnitureState = z.infer<typeof FurnitureState>

export type LearntPage = { url: string; title?: string; lines: readonly PageLine[] }

const WINDOW_PAGES = 24
const MAX_LINES = 600
const MAX_PLACES = 80
/** A line that has not come again within so many pages is the article's own. */
const FORGET_SINGLES_AFTER = 10
const KNOWN_AFTER_PAGES = 3
/** What fewer pages have is theirs: writers repeat themselves. */
const OFTEN_SHARE = 0.25
/** What a place was like fades by this with each page. */
const FADE = 0.95

/** The state of a source of which no page was read yet. */
export const NO_FURNITURE: FurnitureState = { pages: [], lines: {}, places: {} }

/** So many pages tell what there is to tell; of later ones every eighth is learnt from, by its address. */
const WELL_KNOWN_PAGES = 12
const SAMPLED = /^[A-H]/
/** A page that lacks most of what nearly all others have is the first of another template. */
const CONSTANT_SHARE = 0.8
const MIN_CONSTANT = 3

function isOfAnotherTemplate(state: FurnitureState, { lines }: LearntPage): boolean {
  const constant = Object.entries(state.lines).filter(
    ([, bits]) => bitCount(bits) >= state.pages.length * CONSTANT_SHARE,
  )
  const here = new Set(lines.map(({ text }) => lineKey(text)))
  const met = constant.filter(([key]) => here.has(key)).length
  return constant.length >= MIN_CONSTANT && met * 3 < constant.length
}

/** Whether what was learnt from some pages is worth a write. */
export function isWorthSaving(
  before: FurnitureState,
  after: FurnitureState,
  pages: readonly LearntPage[],
): boolean {
  if (after.pages[0] === before.pages[0]) return false
  if (before.pages.length < WELL_KNOWN_PAGES) return true
  return pages.some(page => SAMPLED.test(shortHash(page.url)) || isOfAnotherTemplate(before, page))
}

/** Whether enough of a source's pages were read to tell what they have in common. */
export function knowsFurniture(state: FurnitureState | undefined): state is FurnitureState {
  return state !== undefined && state.pages.length > KNOWN_AFTER_PAGES
}

export function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2
  return count
}

const older = (bits: number) => (bits * 2) % 2 ** WINDOW_PAGES

/** Of a sentence that its page keeps it is of no interest how it begins or ends: of most texts that is nearly all. */
function keysOf({ text, isKept }: PageLine): (string | undefined)[] {
  const whole = [lineKey(text), formKey(text), longTailKey(text)]
  return isKept && isSentence(text) ? whole : [...whole, labelKey(text), headKey(text), tailKey(text)]
}

function learnLines(state: FurnitureState, { url, title, lines }: LearntPage): FurnitureState {
  const here = new Set(lines.flatMap(keysOf))
  if (title !== undefined) here.add(titleKey(title))
  const masks = new Map<string, number>()
  for (const [key, bits] of Object.entries(state.lines)) masks.set(key, older(bits))
  for (const key of here) if (key !== undefined) masks.set(key, (masks.get(key) ?? 0) + 1)
  const kept = [...masks].filter(
    ([, bits]) => bits > 0 && (bitCount(bits) > 1 || bits < 2 ** FORGET_SINGLES_AFTER),
  )
  // What recurs first, then what was seen last: of many lines that stood once the oldest go.
  kept.sort(([, a], [, b]) => bitCount(b) - bitCount(a) || a - b)
  return {
    ...state,
    pages: [shortHash(url), ...state.pages].slice(0, WINDOW_PAGES),
    lines: Object.fromEntries(kept.slice(0, MAX_LINES)),
  }
}

type PlaceHere = { isRecurring: boolean; kept: number; left: number }

function placesHere(state: FurnitureState, { lines }: LearntPage): Map<string, PlaceHere> {
  const here = new Map<string, PlaceHere>()
  const often = Math.max(2, state.pages.length * OFTEN_SHARE)
  for (const { place, text, isKept } of lines) {
    const key = shortHash(place)
    const known = here.get(key) ?? { isRecurring: true, kept: 0, left: 0 }
    const isOwn = bitCount(state.lines[lineKey(text) ?? ''] ?? 0) < often
    here.set(key, {
      isRecurring: known.isRecurring && !isOwn,
      kept: known.kept + (isOwn && isKept ? text.length : 0),
      left: known.left + (isOwn && !isKept ? text.length : 0),
    })
  }
  return here
}

const NOWHERE = [0, 0, 0, 0, 0, 0] as const

function learnPlaces(state: FurnitureState, page: LearntPage): FurnitureState {
  const places = new Map(Object.entries(state.places))
  for (const [key, [seen, recurring, kept, left, before, behind]] of places)
    places.set(key, [
      older(seen),
      older(recurring),
      Math.floor(kept * FADE),
      Math.floor(left * FADE),
      older(before),
      older(behind),
    ])
  for (const [key, here] of placesHere(state, page)) {
    const [seen, recurring, kept, left, before, behind] = places.get(key) ?? NOWHERE
    const all = [kept + here.kept, left + here.left] as const
    places.set(key, [seen + 1, recurring + (here.isRecurring ? 1 : 0), ...all, before, behind])
  }
  const known = [...places]
    .filter(([, [seen]]) => seen > 0)
    .sort(([, a], [, b]) => bitCount(b[0]) - bitCount(a[0]))
  return { ...state, places: Object.fromEntries(known.slice(0, MAX_PLACES)) }
}

/** A slot with so much of the chars of the fullest one holds text too. */
const TEXT_PLACE_SHARE = 0.12
/** Boxes below a short text may hold more than it: of the fuller slots the first is the text's. */
const FULL_SHARE = 0.35

/** Of its own what each slot that holds text brings to a page on average, in characters; keys are short hashes. */
export function textPlaces({ places }: FurnitureState): Map<string, number> {
  const mean = Object.entries(places).map(
    ([key, [seen, , kept, left]]) => [key, kept > left ? kept / Math.max(4, bitCount(seen)) : 0] as const,
  )
  const fullest = Math.max(1, ...mean.map(([, kept]) => kept))
  return new Map(mean.filter(([, kept]) => kept >= fullest * TEXT_PLACE_SHARE))
}

/** The slot that holds a page's text: of the fullest ones the first on the page. */
export function mainPlaceOf(
  texts: ReadonlyMap<string, number>,
  lines: readonly PageLine[],
): string | undefined {
  const full = lines.map(({ place }) => texts.get(shortHash(place)) ?? 0)
  const most = Math.max(1, ...full)
  return lines[full.findIndex(each => each >= most * FULL_SHARE)]?.place
}

/** Where on a page its text begins and ends, as positions of lines; both -1 where none is kept. */
export function textSpan(texts: ReadonlyMap<string, number>, lines: readonly PageLine[]): [number, number] {
  const main = mainPlaceOf(texts, lines)
  const isOwn = (line: PageLine) =>
    main === undefined ? line.isKept : line.place === main && isSentence(line.text)
  const span: [number, number] = [lines.findIndex(isOwn), lines.findLastIndex(isOwn)]
  return span[0] >= 0 || main === undefined
    ? span
    : [lines.findIndex(({ place }) => place === main), lines.findLastIndex(({ place }) => place === main)]
}

/** Marks in which slots nothing stands within or behind, or within or before, the text of a page learnt `age` pages ago. */
function learnOrder(state: FurnitureState, { lines }: LearntPage, age: number): FurnitureState {
  const [first, last] = textSpan(textPlaces(state), lines)
  if (first < 0) return state
  const spans = new Map<string, [number, number]>()
  lines.forEach(({ place }, i) => {
    const key = shortHash(place)
    spans.set(key, [spans.get(key)?.[0] ?? i, i])
  })
  const places = { ...state.places }
  for (const [key, [from, to]] of spans) {
    const known = places[key]
    if (known === undefined) continue
    const [seen, recurring, kept, left, before, behind] = known
    const bit = 2 ** age
    places[key] = [
      seen,
      recurring,
      kept,
      left,
      before + (to < first ? bit : 0),
      behind + (from > last ? bit : 0),
    ]
  }
  return { ...state, places }
}

/**
 * The state after some more pages of a source. What recurs is gathered from all of them before the slots of the
 * template are judged by it. A page already among the last ones changes nothing.
 */
export function learnFurniture(state: FurnitureState, pages: readonly LearntPage[]): FurnitureState {
  const fresh: LearntPage[] = []
  let after = state
  for (const page of pages) {
    if (after.pages.includes(shortHash(page.url))) continue
    after = learnLines(after, page)
    fresh.push(page)
  }
  for (const page of fresh) after = learnPlaces(after, page)
  fresh.forEach((page, i) => {
    const age = fresh.length - 1 - i
    if (age < WINDOW_PAGES) after = learnOrder(after, page, age)
  })
  return after
}
