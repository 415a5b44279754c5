import { isCourtesy } from './courtesies.ts'
import { bitCount, type FurnitureState } from './learned.ts'
import {
  formKey,
  isSentence,
  labelKey,
  lineKey,
  longTailKey,
  type PageLine,
  shortHash,
  tailKey,
} from './page-line.ts'
import { opensSection, sectionEnd } from './sections.ts'

/** How often a line must have stood on the other pages: once is chance, and of few pages it must be many. */
const MIN_COUNT = 2
/** In a slot of the template that is not the text's: of all pages, and for kept sentences of those with the slot. */
const ELSEWHERE_SHARE = 0.12
const ELSEWHERE_SENTENCE_SHARE = 0.4
/** In the text's own slot at either end: labels and links, and sentences. */
const EDGE_SHARE = 0.34
const EDGE_SENTENCE_SHARE = 0.55
const INNER_SHARE = 0.42
const INNER_SENTENCE_SHARE = 0.65
/** The same where the source's writers do not repeat themselves. */
const VARIED_EDGE_SENTENCE_SHARE = 0.42
const VARIED_INNER_SENTENCE_SHARE = 0.42
/** A line that others have less often than this is its writers' turn of phrase; of so many lines they are a habit. */
const TURN_OF_PHRASE_SHARE = 0.34
const HABIT_SHARE = 0.25
/** Lines that open alike ("Tags: …", "Source …"). */
const LABEL_SHARE = 0.4
/** Between the text's paragraphs; where more lines do so it is what the article is made of ("Venue: …"). */
const INNER_LABEL_SHARE = 0.42
const MAX_INNER_LABELS = 4
/** Lines that end alike, outside of the text's slots. */
const TAIL_SHARE = 0.7
const LONG_TAIL_SHARE = 0.45
/** Where more paragraphs end as other pages' do, it is the way they are written. */
const MAX_LONG_TAILS = 2
/** So short a sentence is a counter: "Reading time: 4 min." */
const COUNTER_CHARS = 60
/** A slot where on so many of its pages nothing is the page's own is furniture, whoever's turn it is. */
const FURNITURE_PLACE_SHARE = 0.6
const MIN_PLACE_PAGES = 4
/** A slot with so much of the chars of the fullest one holds text too. */
const TEXT_PLACE_SHARE = 0.12
/** Where learnt lines are more than this of a text and no sentence is left, something else is wrong: it stays whole. */
const MAX_REMOVED_SHARE = 0.95
const MIN_LEFT_CHARS = 40
const LINKED = 0.8
const SOMEWHAT_LINKED = 0.3
const HEADING_REACH = 3
/** A line that ends in a comma or colon leads into the article's own text, as a salutation does. */
const LEADS_IN = /[,:;，：]$/
const SHORT_CHARS = 220
const ENDS_SENTENCE = /[.!?։။。！？۔।]$/

/** Of a page whose text is so much of sentences that other pages have with other numbers, all may be a form. */
const FORM_SHARE = 0.2
/** Of a form's sentences, with whatever numbers. */
const FORM_PAGES_SHARE = 0.5

type Known = {
  share: number
  shareOfPlace: number
  labelShare: number
  formShare: number
  tailShare: number
  longTailShare: number
  isTextPlace: boolean
  textChars: number
  isFurniturePlace: boolean
}

/** The slots of a source's template that hold the articles' text, as short hashes. */
export function textPlaces({ places }: FurnitureState): Set<string> {
  const mean = Object.entries(places).map(([key, [seen, , kept, left]]) => ({
    key,
    kept: kept > left ? kept / Math.max(4, bitCount(seen)) : 0,
    pages: bitCount(seen),
  }))
  const fullest = Math.max(1, ...mean.map(place => place.kept))
  return new Set(mean.filter(({ kept }) => kept >= fullest * TEXT_PLACE_SHARE).map(({ key }) => key))
}

function othersWith(state: FurnitureState, at: number, key: string | undefined): number {
  const bits = key === undefined ? 0 : (state.lines[key] ?? 0)
  const itself = at >= 0 && Math.floor(bits / 2 ** at) % 2 === 1 ? 1 : 0
  const count = bitCount(bits) - itself
  return count >= MIN_COUNT ? count : 0
}

function knownOf(state: FurnitureState, url: string, lines: readonly PageLine[]): Known[] {
  const at = state.pages.indexOf(shortHash(url))
  const others = Math.max(1, state.pages.length - (at >= 0 ? 1 : 0))
  const texts = textPlaces(state)
  return lines.map(({ text, place }) => {
    const key = shortHash(place)
    const [seen, recurring, textChars] = state.places[key] ?? [0, 0, 0]
    const pages = bitCount(seen)
    const isTextPlace = texts.has(key)
    const count = othersWith(state, at, lineKey(text))
    return {
      share: count / others,
      shareOfPlace: count / Math.max(1, pages),
      labelShare: othersWith(state, at, labelKey(text)) / others,
      formShare: othersWith(state, at, formKey(text)) / others,
      tailShare: othersWith(state, at, tailKey(text)) / others,
      longTailShare: othersWith(state, at, longTailKey(text)) / others,
      isTextPlace,
      textChars,
      isFurniturePlace:
        !isTextPlace && pages >= MIN_PLACE_PAGES && bitCount(recurring) >= pages * FURNITURE_PLACE_SHARE,
    }
  })
}

/**
 * Which lines of a page are furniture by what the source's other pages had: lines that recur, the more often the
 * nearer they stand to the text itself; slots of the template with nothing of a page's own; lines that open
 * alike; and the links below a recurring heading. Never a line of which no other page has anything.
 */
export function recurringLines(state: FurnitureState, url: string, lines: readonly PageLine[]): boolean[] {
  const known = knownOf(state, url, lines)
  const habits = habitsOf(lines, known)
  const removed = lines.map((line, i) => isFurnitureAnywhere(line, known[i], habits))
  const kept = keptByKind(lines, known)
  const free = (i: number) => removed[i] === true && kept[i] !== true
  for (let i = 0; i < lines.length; i++) removed[i] = free(i)
  markEdges(removed, lines, known, kept, habits)
  keepLeadingHeadings(removed, lines, known)
  takeListsBelow(removed, lines, known, kept)
  markEdges(removed, lines, known, kept, habits)
  return isTooMuch(removed, lines, known) ? lines.map(() => false) : removed
}

/** Weekly figures and the like: the same sentences each time, and other numbers in them. */
function isFilledForm(lines: readonly PageLine[], known: readonly Known[]): boolean {
  let text = 0
  let form = 0
  lines.forEach((line, i) => {
    const { isTextPlace = false, formShare = 0, share = 0 } = known[i] ?? {}
    if (!isTextPlace) return
    text += line.text.length
    if (formShare >= FORM_PAGES_SHARE && share < FORM_PAGES_SHARE) form += line.text.length
  })
  return form > text * FORM_SHARE
}

/** How a source's articles are written, by which it is told what recurs in the text itself. */
type Habits = {
  isForm: boolean
  innerShare: number
  edgeShare: number
  hasInnerLabels: boolean
  hasOwnEndings: boolean
}

function habitsOf(lines: readonly PageLine[], known: readonly Known[]): Habits {
  const own = lines.flatMap((line, i) => {
    const each = known[i]
    return each?.isTextPlace === true && isSentence(line.text) ? [each.share] : []
  })
  const again = own.filter(share => share > 0 && share < TURN_OF_PHRASE_SHARE).length
  const isForm = isFilledForm(lines, known)
  const isVaried = !isForm && again <= own.length * HABIT_SHARE
  const labels = lines.filter((line, i) => isInnerLabel(line, known[i])).length
  return {
    isForm,
    innerShare: isVaried ? VARIED_INNER_SENTENCE_SHARE : INNER_SENTENCE_SHARE,
    edgeShare: isVaried ? VARIED_EDGE_SENTENCE_SHARE : EDGE_SENTENCE_SHARE,
    hasOwnEndings: known.filter(isEndedAlike).length <= MAX_LONG_TAILS,
    hasInnerLabels: labels > MAX_INNER_LABELS,
  }
}

function isEndedAlike({ isTextPlace, longTailShare, share }: Known): boolean {
  return isTextPlace && longTailShare >= LONG_TAIL_SHARE && share < LONG_TAIL_SHARE
}

function isInnerLabel({ text }: PageLine, known: Known | undefined): boolean {
  return known?.isTextPlace === true && known.labelShare >= INNER_LABEL_SHARE && !isSentence(text)
}

/** How many pages have a line, if it is a counter with whatever number. */
function shareOf({ text }: PageLine, { share, formShare }: Known, { isForm }: Habits): number {
  return !isForm && text.length <= COUNTER_CHARS ? Math.max(share, formShare) : share
}

/** A sentence that was kept may be the page's own: it must come again where the slot does. */
function isOftenElsewhere({ text, isKept }: PageLine, { share, shareOfPlace }: Known): boolean {
  if (isKept && isSentence(text)) return shareOfPlace >= ELSEWHERE_SENTENCE_SHARE
  return share >= ELSEWHERE_SHARE
}

function isFurnitureAnywhere(line: PageLine, known: Known | undefined, habits: Habits): boolean {
  if (known === undefined) return false
  if (!known.isTextPlace) {
    if (known.isFurniturePlace || isOftenElsewhere(line, known)) return true
    if (known.tailShare >= TAIL_SHARE) return true
    return known.labelShare >= LABEL_SHARE && !isSentence(line.text)
  }
  if (known.labelShare >= LABEL_SHARE && line.linkShare > SOMEWHAT_LINKED) return true
  if (!habits.hasInnerLabels && isInnerLabel(line, known)) return true
  if (isSentence(line.text)) return !habits.isForm && shareOf(line, known, habits) >= habits.innerShare
  return known.share >= INNER_SHARE
}

function isFurnitureAtEdge(
  line: PageLine,
  known: Known | undefined,
  isMain: boolean,
  habits: Habits,
): boolean {
  if (known === undefined) return false
  const { text, linkShare } = line
  if (!isMain && known.tailShare >= TAIL_SHARE) return true
  if (!habits.isForm && habits.hasOwnEndings && isEndedAlike(known)) return true
  const share = shareOf(line, known, habits)
  if (share >= (ENDS_SENTENCE.test(text) ? habits.edgeShare : EDGE_SHARE)) return true
  return known.labelShare >= LABEL_SHARE && (!isSentence(text) || linkShare > SOMEWHAT_LINKED)
}

/** What recurs because its kind does: salutations and thanks, leads into text, the parts of a release. */
function keptByKind(lines: readonly PageLine[], known: readonly Known[]): boolean[] {
  const kept = lines.map(({ text, linkShare }, i) => {
    if (isCourtesy(text)) return true
    const next = lines[i + 1]
    const leads = LEADS_IN.test(text) && known[i]?.isTextPlace === true && linkShare === 0
    return leads && next !== undefined && next.linkShare < LINKED && known[i + 1]?.share === 0
  })
  const first = lines.findIndex((_, i) => known[i]?.isTextPlace === true && known[i]?.share === 0)
  lines.forEach((line, i) => {
    if (first < 0 || i < first || !opensSection(line.text)) return
    for (let at = i; at < sectionEnd(lines, i); at++)
      if (!known[at]?.isFurniturePlace || at === i) kept[at] = true
  })
  return kept
}

function markEdges(
  removed: boolean[],
  lines: readonly PageLine[],
  known: readonly Known[],
  kept: readonly boolean[],
  habits: Habits,
): void {
  const main = mainPlace(lines, known)
  const goes = (i: number) => {
    const line = lines[i]
    if (line === undefined || removed[i]) return line !== undefined
    return !kept[i] && isFurnitureAtEdge(line, known[i], line.place === main, habits)
  }
  for (let i = 0; i < lines.length && goes(i); i++) removed[i] = true
  for (let i = lines.length - 1; i >= 0 && goes(i); i--) removed[i] = true
}

const holder = ({ place }: PageLine) => place.slice(0, place.lastIndexOf('>'))

/**
 * A recurring heading stays as long as a line of the page's own follows it. One that stands beside the text's
 * paragraphs, not in a box, may have links and boxes in between.
 */
function keepLeadingHeadings(removed: boolean[], lines: readonly PageLine[], known: readonly Known[]): void {
  const isOwn = (at: number) =>
    removed[at] === false && (lines[at]?.linkShare ?? 1) < LINKED && known[at]?.isTextPlace === true
  const textHolders = new Set(lines.flatMap((line, i) => (known[i]?.isTextPlace ? [holder(line)] : [])))
  for (let i = lines.length - 2; i >= 0; i--) {
    const heading = lines[i]
    if (!removed[i] || !heading?.heading || !textHolders.has(holder(heading))) continue
    const isBetween = (at: number) =>
      removed[at] === true && (known[at]?.isTextPlace !== true || isPassing(lines[at], known[at]))
    let at = i + 1
    while (at <= i + HEADING_REACH && isBetween(at)) at++
    if (isOwn(at)) removed[i] = false
  }
}

/** A link to another article, such as any page may have anywhere. */
function isPassing(line: PageLine | undefined, known: Known | undefined): boolean {
  return (line?.linkShare ?? 0) > SOMEWHAT_LINKED && (known?.share ?? 1) < EDGE_SHARE
}

/** The elements of a slot, from the outside in. */
const elementsOf = ({ place }: PageLine) => place.split('>')

/**
 * What stands below a recurring heading or label, each time another: links with their dates, and in a box that does
 * not hold the text everything (teasers, readers' comments).
 */
function takeListsBelow(
  removed: boolean[],
  lines: readonly PageLine[],
  known: readonly Known[],
  kept: readonly boolean[],
): void {
  const main = new Set(
    mainPlace(lines, known)
      .split('>')
      .filter(element => element !== ''),
  )
  let box: string | undefined
  for (let i = 1; i < lines.length; i++) {
    const [line, above] = [lines[i], lines[i - 1]]
    if (line === undefined || above === undefined) continue
    if (removed[i - 1] && above.heading && (known[i - 1]?.share ?? 0) >= INNER_SHARE) box = boxOf(above, main)
    const isInBox = box !== undefined && elementsOf(line).slice(0, -1).includes(box)
    if (!isInBox) box = undefined
    if (removed[i] || kept[i]) continue
    const isAside =
      known[i]?.isTextPlace === false &&
      !line.heading &&
      line.text.length < SHORT_CHARS &&
      !isSentence(line.text)
    if (isInBox || (removed[i - 1] && (line.linkShare >= LINKED || isAside))) removed[i] = true
  }
}

/** Boxes below a short text may hold more than it: of the fuller slots the first is the text's. */
const FULL_SHARE = 0.35

/** The slot that holds the text, and the elements around it. */
function mainPlace(lines: readonly PageLine[], known: readonly Known[]): string {
  const chars = known.map(({ isTextPlace, textChars }) => (isTextPlace ? textChars : 0))
  const most = Math.max(1, ...chars)
  return lines[chars.findIndex(each => each >= most * FULL_SHARE)]?.place ?? ''
}

function boxOf(heading: PageLine, main: ReadonlySet<string>): string | undefined {
  const holder = elementsOf(heading).at(-2)
  return holder === undefined || main.size === 0 || main.has(holder) ? undefined : holder
}

function isTooMuch(
  removed: readonly boolean[],
  lines: readonly PageLine[],
  known: readonly Known[],
): boolean {
  const isText = (i: number) => known[i]?.isTextPlace === true || lines[i]?.isKept === true
  const all = lines.reduce((sum, { text }, i) => sum + (isText(i) ? text.length : 0), 0)
  const left = lines.reduce((sum, { text }, i) => sum + (isText(i) && !removed[i] ? text.length : 0), 0)
  return left < all * (1 - MAX_REMOVED_SHARE) && left < MIN_LEFT_CHARS
}
