import type { Block } from '../blocks.ts'
import { NO_TALLY, type Tally, tallyOf } from './tally.ts'

/** How a block's text looks, whatever it says. */
export type Shape = {
  words: number
  sentences: number
  /** Reads like running text: a dozen words, a full stop, few links. */
  prose: boolean
  linkShare: number
  /** Share of its characters that Readability kept. */
  readable: number
  tally: Tally
}

export const SHAPE_NAMES: readonly string[] = ['words', 'sentences', 'prose', 'linkShare', 'readable']
/** In place of a neighbour that is not there. */
export const NO_SHAPE: Shape = {
  words: -1,
  sentences: -1,
  prose: false,
  linkShare: -1,
  readable: -1,
  tally: NO_TALLY,
}

const PROSE_WORDS = 12
const PROSE_LINK_SHARE = 0.4
const LOOKED_AT_CHARS = 2_000

/** The shape of a block, given the text nodes that Readability kept. */
export function shapeOf(block: Block, readable: ReadonlySet<number>): Shape {
  let all = 0
  let kept = 0
  for (const { ordinal, chars } of block.nodes) {
    all += chars
    if (readable.has(ordinal)) kept += chars
  }
  const tally = tallyOf(block.text)
  const { words, sentences } = tally
  const linkShare = all > 0 ? block.linkChars / all : 0
  const prose = words >= PROSE_WORDS && sentences > 0 && linkShare < PROSE_LINK_SHARE
  return { words, sentences, prose, linkShare, readable: all > 0 ? kept / all : 0, tally }
}

/** Appends the values of SHAPE_NAMES to a row. */
export function pushShape(row: number[], { words, sentences, prose, linkShare, readable }: Shape): void {
  row.push(words, sentences, prose ? 1 : 0, linkShare, readable)
}

export const TEXT_NAMES: readonly string[] = [
  'chars',
  'commas',
  'digitShare',
  'upperShare',
  'startsLower',
  'endsSentence',
  'endsColon',
  'endsEllipsis',
  'links',
  'emphasisShare',
  'images',
  'heading',
  'hasTime',
  'lines',
  'pipes',
  'copyright',
  'address',
  'dateLike',
  'quoted',
  'bullet',
  'averageWord',
  'hidden',
]

/** Appends the values of TEXT_NAMES to a row: signs that the text itself bears. */
export function pushTextSigns(row: number[], block: Block, shape: Shape): void {
  const head = block.text.slice(0, LOOKED_AT_CHARS)
  const tally = head === block.text ? shape.tally : tallyOf(head)
  const has = (pattern: RegExp) => (pattern.test(head) ? 1 : 0)
  let chars = 0
  for (const node of block.nodes) chars += node.chars
  row.push(
    block.text.length,
    tally.commas,
    tally.digits / Math.max(1, head.length),
    tally.upper / Math.max(1, head.length),
    has(/^\p{Ll}/u),
    /[.!?。！？։؟।]["'”’»)]*$/.test(head.slice(-8)) ? 1 : 0,
    head.endsWith(':') ? 1 : 0,
    /(?:…|\.\.\.)\W*$/.test(head.slice(-8)) ? 1 : 0,
    block.links,
    block.emphasisChars / Math.max(1, chars),
    block.images,
    block.heading,
    block.hasTime ? 1 : 0,
    block.text.split('\n').length,
    tally.parts,
    has(/©|\(c\)|copyright|all rights reserved/i),
    has(/@\w|https?:|www\.|\+?\d[\d ()-]{7,}/),
    has(/\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/),
    has(/^["'“„«‘]/),
    has(/^[•·\-–—*▪►→←‹›»]/),
    head.length / Math.max(1, tally.words),
    block.region.hidden ? 1 : 0,
  )
}
