import { repairControls } from './controls.ts'
import { repairEntities } from './entities.ts'
import { repairLetters } from './letters.ts'
import { repairMojibake } from './mojibake.ts'
import { repairQuotes } from './quotes.ts'
import { counted, type Step } from './repair-step.ts'
import { repairReplacements } from './replacements.ts'

/** Something that is quoted by itself or stands in code is spoken about, not damaged. */
const CODE =
  /\uF8F2[^\uF8F2]*\uF8F2|```[^`]*```|`[^`\n]+`|<code>[^<\n]*<\/code>|(["'“„«])&[#\w]{2,32};["'”“»]/g

/** Marks on both sides of code (such as a `pre` element of a page) that is to stay as it is. */
export const CODE_MARK = '\uF8F2'

/** Controls other than tab and line feed carry no text; a lone carriage return ends a line. */
const repairLineEnds: Step = text =>
  counted(text, /\r\n?|[\u2028\u2029]|(?![\t\n])\p{Cc}(?<![\u0080-\u009F])/gu, mark =>
    /[\r\u2028\u2029\v\f]/.test(mark) ? '\n' : '',
  )

const repairSoftHyphens: Step = text => counted(text, /\u00AD\n?/g, () => '')

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** Scripts without spaces part their words thus. */
const PARTED =
  /(?<![\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Javanese}\p{Script=Tibetan}])\u200B/gu
/** Joiners shape Persian, Indic and Mongolian words and emoji; behind all else they are leftovers. */
const JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Khmer}\p{Script=Myanmar}\u0900-\u0DFF\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)[\u200C\u200D]+/gu

/** Direction marks order lines that mix directions: there they stay. */
const repairZeroWidth: Step = text => {
  if (!/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/.test(text)) return { text, count: 0 }
  const plain = counted(text, /[\u2060\uFEFF]/g, () => '')
  const parted = counted(plain.text, PARTED, () => '')
  const joiners = counted(parted.text, JOINER, () => '')
  const count = plain.count + parted.count + joiners.count
  if (RIGHT_TO_LEFT.test(text)) return { text: joiners.text, count }
  const marks = counted(joiners.text, /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, () => '')
  return { text: marks.text, count: count + marks.count }
}

const repairSpaces: Step = text => counted(text, /[\u00A0\u202F\u2007]/g, () => ' ')

/** A word that the end of a line cut in two; not `two-\nand three-year` or `est-\nil`, whose hyphens are their own. */
export const CUT_WORD =
  /(?<=\p{L}\p{Ll})[-\u2010\u00AC]\n(?!(?:and|or|und|oder|et|ou|y|o|e|и|или|il|elle|ils|elles|on|nous|vous|je|tu|là|ci|être|dire|même)(?!\p{L}))(?=\p{Ll}\p{Ll})/gu

const repairHyphenation: Step = text => counted(text, CUT_WORD, () => '')

const repairWhitespace: Step = text => {
  const inner = counted(
    text,
    /[ \t\u2000-\u2006\u2008-\u200A\u3000]{2,}|[\t\u2000-\u2006\u2008-\u200A\u3000]/g,
    () => ' ',
  )
  const edges = counted(inner.text, / \n ?|\n /g, () => '\n')
  const empty = counted(edges.text, /\n{3,}/g, () => '\n\n')
  const trimmed = empty.text.trim()
  const count = inner.count + edges.count + empty.count + Number(trimmed !== empty.text)
  return { text: trimmed, count }
}

const STEPS: readonly [string, Step][] = [
  ['line ends', repairLineEnds],
  ['entities', repairEntities],
  ['mojibake', repairMojibake],
  ['entities', repairEntities],
  ['controls', repairControls],
  ['replacement characters', repairReplacements],
  ['letters', repairLetters],
  ['zero-width', repairZeroWidth],
  ['hyphenation', repairHyphenation],
  ['soft hyphens', repairSoftHyphens],
  ['non-breaking spaces', repairSpaces],
  ['quotes', repairQuotes],
  ['whitespace', repairWhitespace],
]

/** Damage that hides deeper was made to be slow. */
const MAX_ROUNDS = 8
/** Marks from Unicode's private use area hold the place of what must not be touched. */
const HELD = /\uF8F0(\d+)\uF8F1/g

/**
 * Mends what encoders, editors and translators broke: entities, UTF-8 that was read as another charset, letters in
 * parts, doubled straight quotes, invisible characters, whitespace, words hyphenated at line ends. Code in backquotes
 * and entities that are themselves quoted stay. Repairing twice changes nothing.
 * @returns the text and each kind of repair with its count, as in `entities: 3`.
 */
export function repairText(text: string): { text: string; repairs: string[] } {
  const counts = new Map<string, number>()
  let current = text
  // A repair can bring another damage to light, such as mojibake that entities hid.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = current
    current = repairRound(before, counts)
    if (current === before) break
  }
  return {
    text: current.replaceAll(CODE_MARK, ''),
    repairs: [...counts].map(([kind, count]) => `${kind}: ${count}`),
  }
}

function repairRound(text: string, counts: Map<string, number>): string {
  const held: string[] = []
  let current = text.replace(CODE, kept => `\uF8F0${held.push(kept) - 1}\uF8F1`)
  for (const [kind, step] of STEPS) {
    const done = step(current)
    current = done.text
    if (done.count > 0) counts.set(kind, (counts.get(kind) ?? 0) + done.count)
  }
  return current.replace(HELD, (_, index) => held[Number(index)] ?? '')
}
