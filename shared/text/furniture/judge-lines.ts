import { type Forest, probability } from '../weigh/trees.ts'
import { isCourtesy } from './courtesies.ts'
import { evidenceOf, evidenceRows, type LineEvidence } from './evidence.ts'
import { type FurnitureState, type LearntPage, textPlaces, textSpan } from './learned.ts'
import lineModel from './line-model.json' with { type: 'json' }
import { isSentence, type PageLine } from './page-line.ts'
import { opensSection, sectionEnd } from './sections.ts'

const KEEP = 0.5
/** What so many pages have is no article's, unless it heads or leads into something of its own. */
const ALWAYS_SHARE = 0.6
const LEADS_ON = /[,:;，：՝]$/u
/** Where more than this of a text would go and no sentence is left, something else is wrong: it stays whole. */
const MAX_REMOVED_SHARE = 0.95
const MIN_LEFT_CHARS = 40
/** Of a slot on so many pages it can be told what it holds. */
const MIN_PLACE_PAGES = 4
const LINKED = 0.5

/** How much other pages must have of a line that its own page keeps. */
const AGAIN_SHARE = 0.2

/**
 * Whether there is any reason to take out a line that its own page keeps: in the text's slots and between its
 * paragraphs it must come again itself, whole or in its form; elsewhere it is enough that the slot is known.
 */
function isDoubted(line: PageLine, each: LineEvidence, isWithin: boolean): boolean {
  const { share, formShare, longTailShare, labelShare, headShare, tailShare, placeFullness, placePages } =
    each
  const whole = Math.max(share, formShare, longTailShare)
  if (each.isTitleElsewhere || line.linkShare >= LINKED) return true
  const isAmongText = placeFullness > 0 || each.isInMainHolder
  if (isAmongText && isSentence(line.text)) return whole >= AGAIN_SHARE
  const inPart = Math.max(whole, labelShare, headShare, tailShare)
  if (isAmongText || isWithin) return inPart >= AGAIN_SHARE
  return inPart > 0 || placePages >= MIN_PLACE_PAGES
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
export function articleLines(state: FurnitureState, page: LearntPage, model: Forest = lineModel): boolean[] {
  const { lines } = page
  const evidence = evidenceOf(state, page)
  const byKind = keptByKind(lines, evidence)
  const [first, last] = textSpan(textPlaces(state), lines)
  const stays = evidenceRows(state, page).map((row, i) => {
    const [line, each] = [lines[i], evidence[i]]
    if (line === undefined || each === undefined) return false
    if (line.isKept && (byKind[i] || !isDoubted(line, each, i > first && i < last))) return true
    if (each.share >= ALWAYS_SHARE && !line.heading && !LEADS_ON.test(line.text)) return false
    return probability(model, row) > KEEP
  })
  return isTooMuch(stays, lines) ? lines.map(({ isKept }) => isKept) : stays
}

function isTooMuch(stays: readonly boolean[], lines: readonly PageLine[]): boolean {
  const all = lines.reduce((sum, { text, isKept }) => sum + (isKept ? text.length : 0), 0)
  const left = lines.reduce((sum, { text }, i) => sum + (stays[i] ? text.length : 0), 0)
  return left < all * (1 - MAX_REMOVED_SHARE) && left < MIN_LEFT_CHARS
}
