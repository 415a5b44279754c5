import { type Forest, probability } from '../weigh/trees.ts'
import { takeBoxes } from './boxes.ts'
import { isCourtesy } from './courtesies.ts'
import { AGAIN_SHARE, evidenceOf, evidenceRows, LINKED, type LineEvidence } from './evidence.ts'
import { type FurnitureState, type LearntPage, textPlaces, textSpan } from './learned.ts'
import lineModel from './line-model.json' with { type: 'json' }
import { isOwnProse, isOwnQuote, ownItems } from './own-lines.ts'
import { formKey, headKey, isSentence, type PageLine } from './page-line.ts'
import { opensSection, sectionEnd } from './sections.ts'

/** Of what the page alone keeps in a box that always stands behind the text more must speak for it. */
const KEEP = 0.5
const KEEP_BEHIND = 0.6
const BEHIND_SHARE = 0.9
/** What nothing but the model speaks against goes only where it stands behind the text on all pages, at less than this. */
const SURELY_NOT = 0.1
/** A sentence of which others differ by names and numbers alone may still be written so each time. */
const SURELY = 0.8
const ALL_BUT_SURE = 0.99
/** What so many pages have is no article's, unless it heads or leads into something of its own. */
const ALWAYS_SHARE = 0.6
const LEADS_ON = /[,:;，：՝]$/u
/** Where more of the text's sentences come again with other names and numbers, it is a form filled in each week. */
const FORM_SHARE = 0.34
/** A slot beside the text says the same with other names and numbers on so many of its pages. */
const FORM_OF_PLACE = 0.75
const FORM_PLACE_PAGES = 4
/** Where it says more than this, it is a table of the article's own. */
const MAX_FORMS = 2
/** Where more than this of a text would go and no sentence is left, something else is wrong: it stays whole. */
const MAX_REMOVED_SHARE = 0.95
const MIN_LEFT_CHARS = 40
/** Of a slot on so many pages it can be told what it holds. */
const MIN_PLACE_PAGES = 4

/** Writers repeat a sentence of their own on so many pages. */
const SENTENCE_SHARE = 0.34
const LABEL_SHARE = 0.3
const END_SHARE = 0.6

/**
 * Whether there is any reason to take out a line that its own page keeps: in the text's slots and between its
 * paragraphs it must come again itself, whole or in its form; elsewhere it is enough that the slot is known.
 */
function isDoubted(line: PageLine, each: LineEvidence, isWithin: boolean): boolean {
  const { share, formShare, longTailShare, labelShare, headShare, tailShare, placeFullness, placePages } =
    each
  if (each.isTitleElsewhere || line.linkShare >= LINKED) return true
  const whole = Math.max(share, formShare, longTailShare)
  const isAgain = whole >= AGAIN_SHARE
  const isAmongText = placeFullness > 0 || each.isInMainHolder
  if (isAmongText && isSentence(line.text)) return whole >= (placeFullness > 0 ? SENTENCE_SHARE : AGAIN_SHARE)
  const isLikeItsSlot = !isAmongText && placePages >= FORM_PLACE_PAGES && each.partOfPlace >= FORM_OF_PLACE
  if (isAmongText || isWithin)
    return (
      isLikeItsSlot || isAgain || labelShare >= LABEL_SHARE || Math.max(headShare, tailShare) >= END_SHARE
    )
  return isAgain || Math.max(labelShare, headShare, tailShare) > 0 || placePages >= MIN_PLACE_PAGES
}

/** How many different things a page says in each slot, by how they begin. */
function formsOf(lines: readonly PageLine[]): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>()
  for (const { place, text } of lines) {
    const here = forms.get(place) ?? new Set()
    forms.set(place, here.add(headKey(text) ?? formKey(text) ?? text))
  }
  return forms
}

/** Which lines are items that a line of the page's own leads into: "It has three parts:". */
function ledOn({ lines, evidence }: Page): boolean[] {
  const led: boolean[] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    const isOwn = above?.isKept === true && (evidence[i - 1]?.share ?? 1) < AGAIN_SHARE
    led.push((isOwn && LEADS_ON.test(above.text)) || (led[i - 1] === true && above?.place === line.place))
  })
  return led
}

type Page = { lines: readonly PageLine[]; evidence: readonly LineEvidence[] }

/** Whether so much of a line recurs that it goes though the model would rather keep it, unless it is all but sure. */
function recurrenceOf({ lines, evidence }: Page): (line: PageLine, each: LineEvidence, p: number) => boolean {
  const own = evidence.filter((each, i) => each.isMain && isSentence(lines[i]?.text ?? ''))
  const filled = own.filter(({ formShare, share }) => formShare >= ALWAYS_SHARE && share < ALWAYS_SHARE)
  const isForm = filled.length > own.length * FORM_SHARE
  const forms = formsOf(lines)
  return (line, each, p) => {
    if (line.heading || LEADS_ON.test(line.text)) return false
    const isSaid = isSentence(line.text)
    if (each.share >= ALWAYS_SHARE) return !(isForm && each.isMain && isSaid)
    if (isSaid) return !isForm && each.formShare >= ALWAYS_SHARE && p < SURELY
    if (each.isMain || each.placePages < FORM_PLACE_PAGES || p >= ALL_BUT_SURE) return false
    const most = /\p{Nd}/u.test(line.text) ? each.partOfPlace : each.formOfPlace
    return most >= FORM_OF_PLACE && (forms.get(line.place)?.size ?? 0) <= MAX_FORMS
  }
}

/** What recurs because its kind does: salutations and thanks, and the parts of a release about its house. */
function keptByKind(lines: readonly PageLine[], evidence: readonly LineEvidence[]): boolean[] {
  const kept = lines.map(({ text }, i) => isCourtesy(text) && (evidence[i]?.placeFullness ?? 0) > 0)
  const first = evidence.findIndex(each => each.isMain && each.share === 0)
  lines.forEach((line, i) => {
    if (first < 0 || i < first || !opensSection(line.text)) return
    for (let at = i; at < sectionEnd(lines, i); at++)
      if (at === i || evidence[at]?.isInMainHolder) kept[at] = true
  })
  return kept
}

/**
 * Which lines of a page belong to its article by what the source's other pages have in common. A line that its page
 * alone keeps stays unless other pages have something of it, and so does a text that would lose nearly all of itself.
 */
export function articleLines(
  state: FurnitureState,
  page: LearntPage & { boxes?: readonly (readonly number[])[] },
  model: Forest = lineModel,
): boolean[] {
  const { lines } = page
  const evidence = evidenceOf(state, page)
  const byKind = keptByKind(lines, evidence)
  const [first, last] = textSpan(textPlaces(state), lines)
  const recurs = recurrenceOf({ lines, evidence })
  const led = ledOn({ lines, evidence })
  const listed = ownItems(lines, evidence)
  const stays = evidenceRows(state, page).map((row, i) => {
    const [line, each] = [lines[i], evidence[i]]
    if (line === undefined || each === undefined) return false
    if (line.isKept && (byKind[i] || listed[i] || isOwnQuote(line, each))) return true
    if (isOwnProse(line, each, i > last)) return true
    if (line.isKept && led[i] && each.share < AGAIN_SHARE && line.linkShare < LINKED) return true
    const isBehind = i > last && each.placeBehind >= BEHIND_SHARE && !each.isMain
    if (line.isKept && !isDoubted(line, each, i > first && i < last))
      return !isBehind || each.placePages < MIN_PLACE_PAGES || probability(model, row) > SURELY_NOT
    const p = probability(model, row)
    if (recurs(line, each, p)) return false
    const isBox = isBehind && each.placeFullness === 0 && !each.isInMainHolder
    return p > (isBox ? KEEP_BEHIND : KEEP)
  })
  takeBoxes(stays, { lines, evidence }, page.boxes ?? [])
  return isTooMuch(stays, lines) ? lines.map(({ isKept }) => isKept) : stays
}

function isTooMuch(stays: readonly boolean[], lines: readonly PageLine[]): boolean {
  const all = lines.reduce((sum, { text, isKept }) => sum + (isKept ? text.length : 0), 0)
  const left = lines.reduce((sum, { text }, i) => sum + (stays[i] ? text.length : 0), 0)
  return left < all * (1 - MAX_REMOVED_SHARE) && left < MIN_LEFT_CHARS
}
