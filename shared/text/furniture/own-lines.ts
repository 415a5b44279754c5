import { AGAIN_SHARE, LINKED, type LineEvidence } from './evidence.ts'
import { isCounted, isSentence, type PageLine } from './page-line.ts'

const LIST_ITEM = /(?:^|>)(?:li|dd|dt|td|th)\.[^>]*$/
const MIN_ITEMS = 2

/** Of a list of the page's own: what its items have in common with other pages' is what the lists are of. */
export function ownItems(lines: readonly PageLine[], evidence: readonly LineEvidence[]): boolean[] {
  const own = lines.map(
    ({ place, isKept, linkShare, text }, i) =>
      isKept &&
      linkShare < LINKED &&
      LIST_ITEM.test(place) &&
      (evidence[i]?.share ?? 1) < AGAIN_SHARE &&
      !isCounted(text),
  )
  const count = new Map<string, number>()
  lines.forEach(({ place }, i) => {
    if (own[i]) count.set(place, (count.get(place) ?? 0) + 1)
  })
  return lines.map(({ place }, i) => own[i] === true && (count.get(place) ?? 0) >= MIN_ITEMS)
}

/** What somebody is quoted as saying is the article's, though many say that "this is only the beginning". */
export function isOwnQuote(
  { text, place }: PageLine,
  { share, formShare, longTailShare }: LineEvidence,
): boolean {
  if (Math.max(share, formShare, longTailShare) >= AGAIN_SHARE || !isSentence(text)) return false
  return /["“”„«»「」『』]/u.test(text) || /(?:^|>)blockquote\./.test(place)
}

const PROSE_CHARS = 40
/** Behind the text stand bios and what readers say, which is shorter than a paragraph. */
const PARAGRAPH_CHARS = 200
/** Teasers for other articles are cut off. */
const CUT_OFF = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/u

/**
 * A sentence of which no other page has anything, and behind the text a paragraph: it is the text's, in whatever slot.
 * Leads and sections often have one of their own, which furniture may share.
 */
export function isOwnProse(
  { text, isKept, linkShare }: PageLine,
  each: LineEvidence,
  isBehind: boolean,
): boolean {
  const { share, formShare, longTailShare, labelShare, isTitleElsewhere } = each
  if (
    !isKept ||
    linkShare >= LINKED ||
    text.length < (isBehind ? PARAGRAPH_CHARS : PROSE_CHARS) ||
    CUT_OFF.test(text)
  )
    return false
  return Math.max(share, formShare, longTailShare, labelShare) === 0 && !isTitleElsewhere && isSentence(text)
}
