import {
  CLOSES,
  COMMA,
  ENDS_SENTENCE,
  HALF,
  kindOf,
  PARTS_ITEMS,
  SPACE,
  UNSPACED,
  UPPER_CASE,
} from '../characters.ts'

const UNSPACED_CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
const MAY_BE_UNSPACED = /[\u0E00-\u0E7F\u3040-\u9FFF]/

/** What a text's characters come to. */
export type Tally = {
  words: number
  sentences: number
  commas: number
  digits: number
  upper: number
  /** Marks that part items. */
  parts: number
}

export const NO_TALLY: Tally = { words: 0, sentences: 0, commas: 0, digits: 0, upper: 0, parts: 0 }

const ZERO = 0x30
const NINE = 0x39
const MARKS = UPPER_CASE | COMMA | PARTS_ITEMS | UNSPACED | HALF | ENDS_SENTENCE

/** Counts everything about the characters of a text in one go. */
export function tallyOf(text: string): Tally {
  let words = 0
  let sentences = 0
  let commas = 0
  let digits = 0
  let upper = 0
  let parts = 0
  let unspaced = 0
  let halves = 0
  let wasSpace = true
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const kind = kindOf(unit)
    const isSpace = (kind & SPACE) !== 0
    if (wasSpace && !isSpace) words++
    wasSpace = isSpace
    if (unit >= ZERO && unit <= NINE) digits++
    if ((kind & MARKS) === 0) continue
    if (kind & UPPER_CASE) upper++
    if (kind & COMMA) commas++
    if (kind & PARTS_ITEMS) parts++
    if (kind & UNSPACED) unspaced++
    if (kind & HALF) halves++
    if (kind & ENDS_SENTENCE && endsAt(text, at + 1)) sentences++
  }
  if (halves > 0) {
    upper = text.match(/\p{Lu}/gu)?.length ?? 0
    unspaced = text.match(UNSPACED_CHARACTERS)?.length ?? 0
  }
  // In scripts without spaces two characters stand for a word.
  if (unspaced > 0 && MAY_BE_UNSPACED.test(text)) words += Math.floor(unspaced / 2)
  return { words, sentences, commas, digits, upper, parts }
}

function endsAt(text: string, at: number): boolean {
  return at >= text.length || (kindOf(text.charCodeAt(at)) & (SPACE | CLOSES)) !== 0
}
