/** Letters of scripts that put no spaces between words: each stands for itself, so that a phrase is a substring. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu

/** Accents on Latin and Greek letters, Hebrew points, Arabic vowel signs and the Arabic stretching stroke. */
const ACCENTS =
  /(?<=[\p{Script=Latin}\p{Script=Greek}]\p{Mn}{0,8})\p{Mn}|[\u0591-\u05c7\u064b-\u065f\u0670\u0640]/gu

/** Spellings of one letter that no normal form brings together. */
const SAME_LETTERS = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['ё', 'е'],
])
const SAME_LETTER = new RegExp(`[${[...SAME_LETTERS.keys()].join('')}]`, 'gu')

/**
 * A text as searches compare it: its words in lower case, without accents (Latin, Greek; Hebrew and Arabic
 * points; Cyrillic ё as е), with one space before, between and after. Everything that is neither letter, mark
 * nor digit only separates. Letters of scripts without spaces stand alone. Empty text gives one space.
 */
export function foldedWords(text: string): string {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(SAME_LETTER, letter => SAME_LETTERS.get(letter) ?? letter)
    .replace(UNSPACED, ' $& ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
  return letters === '' ? ' ' : ` ${letters} `
}
