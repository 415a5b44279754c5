/** Bits of what a character is. */
export const SPACE = 1
export const LETTER_OR_NUMBER = 2
export const UPPER_CASE = 4
/** Of a script that is written without spaces between words. */
export const UNSPACED = 8
export const ENDS_SENTENCE = 16
/** May stand behind a full stop: quotes and brackets that close. */
export const CLOSES = 32
export const COMMA = 64
/** Parts the items of a line: menus, breadcrumbs, lists of tags. */
export const PARTS_ITEMS = 128
/** Half of a character: only the two together tell what it is. */
export const HALF = 256
const KNOWN = 512

const PATTERNS: readonly [RegExp, number][] = [
  [/\s/, SPACE],
  [/[\p{L}\p{N}]/u, LETTER_OR_NUMBER],
  [/\p{Lu}/u, UPPER_CASE],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u, UNSPACED],
  [/[.!?。！？։؟।]/, ENDS_SENTENCE],
  [/["'”’»)]/, CLOSES],
  [/[,،，、]/, COMMA],
  [/[|•·›»/]/, PARTS_ITEMS],
  [/[\uD800-\uDFFF]/, HALF],
]

const KINDS = new Uint16Array(0x1_00_00)

/** What a UTF-16 unit is, as the bits above. Each is asked of the patterns once; looked up, it costs a tenth. */
export function kindOf(unit: number): number {
  return KINDS[unit] || classify(unit)
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit)
  const kind = PATTERNS.reduce((bits, [pattern, bit]) => (pattern.test(character) ? bits | bit : bits), KNOWN)
  KINDS[unit] = kind
  return kind
}
