import type { Block } from '../blocks.ts'
import type { ArticleBody } from '../body.ts'
import { dateLikeParts } from '../written-dates.ts'
import { attributionOf, isKnownFurniture, isLeadIn } from './known-lines.ts'
import { type FurnitureState, learnFurniture, type PageLine, recurringLines } from './learned.ts'

export type StrippedBody = {
  blocks: Block[]
  /** The lines taken out, in the order of the page. */
  removed: string[]
  attribution?: string
  /** What the source's state is after this page. */
  learned?: FurnitureState
}

/** An attribution stands below the text, a headline and the date above it. */
const NEAR_END = 5
const NEAR_START = 3

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

const DATE_LABEL =
  /^(?:date|posted|published|publishedon|updated|on|datum|дата|опубликовано|publicado|publié(?:le)?|г|года)?$/

function isOnlyDate(text: string): boolean {
  const parts = dateLikeParts(text, 2)
  return parts.length === 1 && DATE_LABEL.test(plain(text.replace(parts[0] ?? '', '')))
}

/** One word may be an item or a heading of the article itself; whole phrases are not. */
function isOwnWord(block: Block): boolean {
  return !block.text.includes(' ') && (block.region.tag === 'li' || block.heading > 0)
}

function lineOf({ text, heading, linkChars, nodes, region, inlineClasses }: Block): PageLine {
  const chars = nodes.reduce((sum, node) => sum + node.chars, 0)
  const place = `${region.tag}.${region.className}.${inlineClasses}`
  return { text, heading: heading > 0, linkShare: linkChars / Math.max(1, chars), place }
}

const ALL_LINKS = 0.95

/** Lines of nothing but links above and below a text lead elsewhere; between its paragraphs they may be its own. */
function linksAtEdges(lines: readonly PageLine[]): boolean[] {
  const isText = (line: PageLine) => line.linkShare < ALL_LINKS
  const first = lines.findIndex(line => isText(line) || line.heading)
  const last = lines.findLastIndex(isText)
  return lines.map((_, i) => lines.some(isText) && (i < first || i > last))
}

/**
 * Takes furniture out of the blocks of an article: the headline and a bare date above it, known lines, and what
 * the source's other pages have as well. Nothing is lost: blocks and `removed` together are what came in,
 * but for the headline.
 */
export function stripFurniture(
  { blocks, surroundings, method }: ArticleBody,
  { url, title, state }: { url: string; title: string | undefined; state: FurnitureState | undefined },
): StrippedBody {
  const lines = blocks.map(lineOf)
  const recurring = state === undefined ? [] : recurringLines(state, url, lines)
  const linked = method === 'blocks' ? linksAtEdges(lines) : []
  const headline = plain(title ?? '')
  const removed: string[] = []
  let attribution: string | undefined
  const kept = blocks.filter((block, i) => {
    if (i < NEAR_START && headline !== '' && plain(block.text) === headline) return false
    const named = i >= blocks.length - NEAR_END ? attributionOf(block.text) : undefined
    attribution = named ?? attribution
    const isEdgeDate = i < NEAR_START && isOnlyDate(block.text)
    const isLead = block.linkChars * 3 > block.text.length && isLeadIn(block.text)
    const isKnown = isLead || (isKnownFurniture(block.text) && !isOwnWord(block))
    if (named === undefined && !isEdgeDate && !isKnown && !recurring[i] && !linked[i]) return true
    removed.push(block.text)
    return false
  })
  return {
    blocks: kept,
    removed,
    ...(attribution !== undefined ? { attribution } : {}),
    ...(state !== undefined ? { learned: learnFurniture(state, url, surroundings.map(lineOf)) } : {}),
  }
}
