import type { RemovedBy } from '../../article-audit.ts'
import type { Block } from '../blocks.ts'
import type { ArticleBody, WeighedBlock } from '../body.ts'
import { dateLikeParts } from '../dates/written-dates.ts'
import { joinLines, type LineOfBlock, splitLines } from './block-lines.ts'
import { boxesOf } from './boxes.ts'
import { articleLines } from './judge-lines.ts'
import { attributionOf, isKnownFurniture, isLeadIn } from './known-lines.ts'
import { type FurnitureState, knowsFurniture, textPlaces } from './learned.ts'
import { lineOf, type PageLine, placeOf, shortHash } from './page-line.ts'

/** A line that was taken out: by what, and behind how many paragraphs of the text it stood. */
export type RemovedLine = { text: string; by: RemovedBy; behind?: number }

export type StrippedBody = {
  blocks: Block[]
  /** The lines taken out, in the order of the page. */
  removed: RemovedLine[]
  attribution?: string
}

/** An attribution stands below the text, a headline and the date above it. */
const NEAR_END = 5
const NEAR_START = 3

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

const DATE_LABEL =
  /^(?:date|posted|published|publishedon|updated|on|datum|дата|опубликовано|publicado|publié(?:le)?|г|года)?$/

/** No date with its label and weekday is longer; in prose it takes long to see that there is none. */
const MAX_DATE_CHARS = 200

function isOnlyDate(text: string): boolean {
  if (text.length > MAX_DATE_CHARS) return false
  const parts = dateLikeParts(text, 2)
  return parts.length === 1 && DATE_LABEL.test(plain(text.replace(parts[0] ?? '', '')))
}

/** One word may be an item or a heading of the article itself; whole phrases are not. */
function isOwnWord(block: Block): boolean {
  return !block.text.includes(' ') && (block.region.tag === 'li' || block.heading > 0)
}

/** Whether a line only goes on with the sentence of the line above, in a text that was wrapped by line breaks. */
function isWrapped(lines: readonly LineOfBlock[], at: number, gone: readonly boolean[]): boolean {
  const [line, above] = [lines[at], lines[at - 1]]
  if (line === undefined || above === undefined || line.whole !== above.whole) return false
  return !gone[at - 1] && !ENDS_SENTENCE.test(above.block.text)
}

/** What a line says of itself: a bare date above the text, a known line, a lead to another article. */
function isFurnitureByItself(block: Block, at: number): boolean {
  if (at < NEAR_START && isOnlyDate(block.text)) return true
  if (block.linkChars * 3 > block.text.length && isLeadIn(block.text)) return true
  return isKnownFurniture(block.text) && !isOwnWord(block)
}

const ENDS_SENTENCE = /[.!?։。！？۔।…:：]["'”’»)\]]*$/u

const ALL_LINKS = 0.95

/** Lines of nothing but links above and below a text lead elsewhere; between its paragraphs they may be its own. */
function markLinksAtEdges(gone: boolean[], chosen: readonly WeighedBlock[]): void {
  const lines = chosen.map(lineOf)
  const isText = ({ linkShare }: PageLine, i: number) => linkShare < ALL_LINKS && !gone[i]
  const first = lines.findIndex((line, i) => isText(line, i) || (line.heading && !gone[i]))
  const last = lines.findLastIndex(isText)
  if (last < 0) return
  for (let i = 0; i < lines.length; i++) if (i < first || i > last) gone[i] = true
}

const MOSTLY_LINKS = 0.5

/** A line with whether it may be the article's, and whether it is. */
type JudgedLine = { isChosen: boolean; isArticle: boolean }

/**
 * The article's lines: those that the page's own weighing keeps and, once the template is known, what the source's
 * other pages make of these, of the doubtful ones and of those in the text's slots.
 */
function judge(
  lines: readonly LineOfBlock[],
  url: string,
  title: string | undefined,
  state: FurnitureState | undefined,
): JudgedLine[] {
  if (!knowsFurniture(state)) return lines.map(({ isKept }) => ({ isChosen: isKept, isArticle: isKept }))
  const texts = textPlaces(state)
  const isText = ({ block }: LineOfBlock) =>
    block.linkChars < block.text.length * MOSTLY_LINKS &&
    !block.region.hidden &&
    texts.has(shortHash(placeOf(block)))
  const near = lines.flatMap((line, i) => (line.isNear || line.isDoubtful || isText(line) ? [i] : []))
  const page = near.flatMap(i => {
    const line = lines[i]
    return line ? [lineOf(line)] : []
  })
  const boxes = boxesOf(near.flatMap(i => lines[i]?.block.region ?? []))
  const stays = articleLines(state, { url, ...(title !== undefined && { title }), lines: page, boxes })
  const judged = lines.map(() => ({ isChosen: false, isArticle: false }))
  near.forEach((i, at) => {
    const line = lines[i]
    const isArticle = stays[at] === true
    judged[i] = { isChosen: isArticle || line?.isDoubtful === true, isArticle }
  })
  return judged
}

/** What of a page furniture is learnt from. */
export function linesToLearn({ blocks }: ArticleBody): PageLine[] {
  return splitLines(blocks.filter(({ isNear }) => isNear)).map(lineOf)
}

/** How many paragraphs of what is left stand before each line. Lines of one block are one paragraph. */
function paragraphsBefore(lines: readonly LineOfBlock[], gone: readonly boolean[]): number[] {
  let count = 0
  let open: Block | undefined
  return lines.map(({ whole, block }, i) => {
    const before = count
    if (!gone[i] && whole !== open) {
      open = whole
      count += block.text.split(/\n{2,}/).length
    }
    return before
  })
}

/**
 * Takes furniture out of the blocks of an article: the headline and a bare date above it, known lines, and what
 * the source's other pages have as well. Nothing is lost: the blocks and `removed` together are the article as
 * it was chosen, but for the headline.
 */
export function stripFurniture(
  body: ArticleBody,
  { url, title, state }: { url: string; title: string | undefined; state: FurnitureState | undefined },
): StrippedBody {
  const lines = splitLines(body.blocks)
  const judged = judge(lines, url, title, state)
  const chosen = lines.filter((_, i) => judged[i]?.isChosen)
  const stays = judged.filter(({ isChosen }) => isChosen).map(({ isArticle }) => isArticle)
  const headline = plain(title ?? '')
  const attributions = chosen.slice(-NEAR_END).map(({ block }) => attributionOf(block.text))
  const attribution = attributions.findLast(named => named !== undefined)
  const isHeadline = ({ text }: Block, i: number) =>
    i < NEAR_START && headline !== '' && plain(text) === headline
  const gone: boolean[] = []
  const known = new Set<Block>()
  chosen.forEach(({ block }, i) => {
    const isNamed = attributions[i - chosen.length + attributions.length] !== undefined
    const isLine = isNamed || isFurnitureByItself(block, i)
    if (isLine && !isWrapped(chosen, i, gone)) known.add(block)
    gone.push(isHeadline(block, i) || !stays[i] || known.has(block))
  })
  if (body.method === 'blocks') markLinksAtEdges(gone, chosen)
  const kept = chosen.filter((_, i) => !gone[i])
  const behind = paragraphsBefore(chosen, gone)
  const removed = chosen.flatMap(({ block }, i): RemovedLine[] => {
    if (!gone[i] || isHeadline(block, i)) return []
    const by = !stays[i] ? 'recurring' : known.has(block) ? 'known' : 'links'
    return [{ text: block.text, by, behind: behind[i] ?? 0 }]
  })
  return {
    blocks: joinLines(kept),
    removed,
    ...(attribution !== undefined ? { attribution } : {}),
  }
}
