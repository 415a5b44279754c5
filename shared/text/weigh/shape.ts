import type { Block } from '../blocks.ts'

/** How a block's text looks, whatever it says. */
export type Shape = {
  words: number
  sentences: number
  /** Reads like running text: a dozen words, a full stop, few links. */
  prose: boolean
  linkShare: number
  /** Share of its characters that Readability kept. */
  readable: number
}

export const SHAPE_NAMES: readonly string[] = ['words', 'sentences', 'prose', 'linkShare', 'readable']
/** In place of a neighbour that is not there. */
export const NO_SHAPE: Shape = { words: -1, sentences: -1, prose: false, linkShare: -1, readable: -1 }

const PROSE_WORDS = 12
const PROSE_LINK_SHARE = 0.4
const LOOKED_AT_CHARS = 2_000
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
const MAY_BE_UNSPACED = /[\u0E00-\u0E7F\u3040-\u9FFF]/

/** How often one or more characters that are no white space stand together. */
function countSpaced(text: string): number {
  let count = 0
  let wasSpace = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isSpace = code < 0xa0 ? code === 32 || (code > 8 && code < 14) : /\s/.test(text.charAt(at))
    if (wasSpace && !isSpace) count++
    wasSpace = isSpace
  }
  return count
}

function countWords(text: string): number {
  const spaced = countSpaced(text)
  if (!MAY_BE_UNSPACED.test(text)) return spaced
  // In scripts without spaces two characters stand for a word.
  return spaced + Math.floor((text.match(UNSPACED)?.length ?? 0) / 2)
}

/** The shape of a block, given the text nodes that Readability kept. */
export function shapeOf(block: Block, readable: ReadonlySet<number>): Shape {
  let all = 0
  let kept = 0
  for (const { ordinal, chars } of block.nodes) {
    all += chars
    if (readable.has(ordinal)) kept += chars
  }
  const words = countWords(block.text)
  const sentences = block.text.match(/[.!?。！？։؟।](?=\s|$|["'”’»)])/g)?.length ?? 0
  const linkShare = all > 0 ? block.linkChars / all : 0
  const prose = words >= PROSE_WORDS && sentences > 0 && linkShare < PROSE_LINK_SHARE
  return { words, sentences, prose, linkShare, readable: all > 0 ? kept / all : 0 }
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
export function pushTextSigns(row: number[], block: Block): void {
  const head = block.text.slice(0, LOOKED_AT_CHARS)
  const count = (pattern: RegExp) => head.match(pattern)?.length ?? 0
  const has = (pattern: RegExp) => (pattern.test(head) ? 1 : 0)
  let chars = 0
  for (const node of block.nodes) chars += node.chars
  row.push(
    block.text.length,
    count(/[,،，、]/g),
    count(/\d/g) / Math.max(1, head.length),
    count(/\p{Lu}/gu) / Math.max(1, head.length),
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
    count(/[|•·›»/]/g),
    has(/©|\(c\)|copyright|all rights reserved/i),
    has(/@\w|https?:|www\.|\+?\d[\d ()-]{7,}/),
    has(/\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/),
    has(/^["'“„«‘]/),
    has(/^[•·\-–—*▪►→←‹›»]/),
    head.length / Math.max(1, countWords(head)),
    block.region.hidden ? 1 : 0,
  )
}
