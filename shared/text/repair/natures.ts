/** What a character is to its neighbours. */
export type Nature = {
  /** Which script a letter or combining mark is of; `NO_SCRIPT` for all else. */
  script: number
  upper: boolean
  lower: boolean
  combines: boolean
  /** May stand right behind a letter. */
  behind: boolean
  /** May, but behind an ASCII letter or a number rather than behind another letter. */
  behindAscii: boolean
  /** May stand right ahead of a letter. */
  ahead: boolean
  /** May stand between two letters. */
  between: boolean
  /** Parts words, as white space and all that is ASCII and no letter does. */
  parts: boolean
  ascii: boolean
  /** How odd it is to meet it at all, whatever is beside it. */
  rarity: number
}

export const NO_SCRIPT = 0
export const LATIN = 1
export const EAST_ASIAN = 2
const OTHER_SCRIPT = 3
const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u,
  /(?!)/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Bengali}/u,
  /\p{Script=Tamil}/u,
]

/** Letters that next to no orthography of today uses, block by block from Latin Extended-B to Latin Extended-D. */
const RARE_LETTER =
  /[\u0180-\u0191\u0193-\u019F\u01A2-\u01AE\u01B1-\u01CC\u01DE-\u01E5\u01E8-\u01F9\u01FC-\u0217\u021C-\u0258\u025A-\u02AF\u0370-\u0373\u0376-\u037D\u03CF-\u03FF\u0460-\u048F\u0500-\u052F\u0560\u0588\u05EF-\u05F2\u063B-\u0640\u066E\u066F\u0672-\u0678\u06EE\u06EF\u0700-\u08FF\u1100-\u11FF\u1400-\u167F\u2C00-\u2DFF\uA000-\uABFF]/
/** Accents by themselves, mathematics, boxes: no signs of news. */
const RARE_MARK = /[¤¦¨¬¯¶¸´÷ƒ†‡√◊\u02B0-\u02FF\u2206-\u22FF\u2320\u2321\u2500-\u259F]/
const RARE_ACCENT = /[\u0300-\u036F\u0591-\u05AF]/
const QUOTE = '‘’‚“”„‹›«»'
const EASTERN_POINT =
  '\u055A-\u055F\u0589\u05BE\u05F3\u05F4\u060C\u061B\u061F\u0964\u0965\u3000-\u303F\uFF00-\uFFEF'
const UNSEEN = '\u00AD\u200B-\u200F'
const BEHIND_ASCII = /[©®°ªº²³¹·‚„‰]/
const BEHIND = new RegExp(
  `[${QUOTE}…\\u2010-\\u2015•™${EASTERN_POINT}${UNSEEN}\\p{Nd}]|${BEHIND_ASCII.source}`,
  'u',
)
const AHEAD = new RegExp(`[${QUOTE}…\\u2010-\\u2015•·¿¡©§№€£${EASTERN_POINT}${UNSEEN}\\p{Nd}]`, 'u')
const BETWEEN = new RegExp(`[‘’…\\u2010-\\u2015•·${EASTERN_POINT}${UNSEEN}\\p{Nd}]`, 'u')
/** Caucasian languages write the palochka, which has one case, with the Ukrainian capital too. */
const PALOCHKA = /[\u0406\u04C0]/

function scriptOf(char: string): number {
  if (/[ªº]/.test(char) || !/[\p{L}\p{M}\p{Nd}]/u.test(char) || /[0-9]/.test(char)) return NO_SCRIPT
  const index = SCRIPTS.findIndex(script => script.test(char))
  return index < 0 ? OTHER_SCRIPT : index + 1
}

function rarityOf(char: string): number {
  if (/[\u0080-\u009F]/.test(char)) return 0.5
  if (/[\uFFFD\p{Co}]/u.test(char) || RARE_LETTER.test(char)) return 2
  return RARE_MARK.test(char) || RARE_ACCENT.test(char) ? 1.5 : 0
}

function natureOf(char: string): Nature {
  const ascii = char < '\u0080'
  const parts = ascii || /[\s\p{Z}]/u.test(char)
  return {
    script: scriptOf(char),
    upper: /\p{Lu}/u.test(char) && !PALOCHKA.test(char),
    lower: /\p{Ll}/u.test(char),
    combines: /\p{M}/u.test(char),
    behind: parts || BEHIND.test(char),
    behindAscii: BEHIND_ASCII.test(char),
    ahead: parts || AHEAD.test(char),
    between: ascii || BETWEEN.test(char),
    parts,
    ascii,
    rarity: ascii ? 0 : rarityOf(char),
  }
}

const known = new Map<string, Nature>()

/** The nature of one character, looked up once. */
export function natureFor(char: string): Nature {
  let nature = known.get(char)
  if (nature === undefined) {
    nature = natureOf(char)
    known.set(char, nature)
  }
  return nature
}
