import { decodeHTMLStrict } from 'entities'
import { repairControls } from './controls.ts'
import { repairMojibake } from './mojibake.ts'

type Step = (text: string) => { text: string; count: number }

/** Names short enough to be words (`and`, `or`, `in`, `not`) are no damage when a space follows the ampersand. */
const SPACED_ENTITY =
  /&[ \t\u00A0]{1,3}(#[ ]?\d{2,6}|#x[\da-f]{2,6}|(?:[mn]dash|nbsp|amp|quot|apos|[lr]t|gt|[lr]aquo|[lrb]dquo|[lrs]b?quo|sbquo|hellip|bull|middot|copy|reg|trade|euro|pound|deg|times|shy|szlig|[a-z](?:acute|grave|circ|uml|tilde|cedil|slash|ring|caron)));/gi
/** Without their semicolon: a non-breaking space anywhere, others where no word or address goes on. */
const OPEN_ENTITY =
  /&(?:nbsp(?![;=\d])|(?:[mn]dash|[lr]aquo|[lr]dquo|[lr]squo|bdquo|hellip|quot|amp)(?![\w;=]))/gi
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi
/** Something that is quoted by itself or stands in code is spoken about, not damaged. */
const CODE = /\uF8F2[^\uF8F2]*\uF8F2|```[^`]*```|`[^`\n]+`|(["'“„«])&[#\w]{2,32};["'”“»]/g

/** Marks on both sides of code (such as a `pre` element of a page) that is to stay as it is. */
export const CODE_MARK = '\uF8F2'

function counted(
  text: string,
  pattern: RegExp,
  replacement: (match: string, ...groups: string[]) => string,
): ReturnType<Step> {
  let count = 0
  const replaced = text.replace(pattern, (match, ...groups) => {
    const put = replacement(match, ...groups)
    if (put !== match) count++
    return put
  })
  return { text: replaced, count }
}

function untilStable(step: Step): Step {
  return text => {
    let count = 0
    let current = step(text)
    while (current.count > 0) {
      count += current.count
      current = step(current.text)
    }
    return { text: current.text, count }
  }
}

const repairEntities = untilStable(text => {
  if (!text.includes('&')) return { text, count: 0 }
  const joined = counted(text, SPACED_ENTITY, (_, name) => `&${name.replace(' ', '')};`)
  const closed = counted(joined.text, OPEN_ENTITY, entity => `${entity.toLowerCase()};`)
  const decoded = counted(closed.text, ENTITY, entity => decodeHTMLStrict(entity))
  return { text: decoded.text, count: Math.max(joined.count, closed.count, decoded.count) }
})

/** Controls other than tab and line feed carry no text; a lone carriage return ends a line. */
const repairLineEnds: Step = text =>
  counted(text, /\r\n?|[\u2028\u2029]|(?![\t\n])\p{Cc}(?<![\u0080-\u009F])/gu, mark =>
    /[\r\u2028\u2029\v\f]/.test(mark) ? '\n' : '',
  )

const repairSoftHyphens: Step = text => counted(text, /\u00AD\n?/g, () => '')

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** Joiners shape Persian, Indic and emoji sequences and direction marks order mixed lines: there they stay. */
const repairZeroWidth: Step = text => {
  const plain = counted(text, /[\u200B\u2060\uFEFF]/g, () => '')
  const joiners = counted(
    plain.text,
    /(?<=[\p{ASCII}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])[\u200C\u200D]+/gu,
    () => '',
  )
  if (RIGHT_TO_LEFT.test(text)) return { text: joiners.text, count: plain.count + joiners.count }
  const marks = counted(joiners.text, /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, () => '')
  return { text: marks.text, count: plain.count + joiners.count + marks.count }
}

const repairSpaces: Step = text => counted(text, /[\u00A0\u202F\u2007]/g, () => ' ')

/** `''` for a closing “…”, `` `` `` and `''` for quotes altogether, `l''an` for an apostrophe; 5'' stays a measure. */
const repairQuotes: Step = text => {
  if (!text.includes("''") && !text.includes('``')) return { text, count: 0 }
  const apostrophes = counted(text, /(?<=\p{L})''(?=\p{L})/gu, () => "'")
  let count = apostrophes.count
  const paragraphs = apostrophes.text.split('\n').map(line => {
    const { text: mended, count: changes } = repairQuotesOfLine(line)
    count += changes
    return mended
  })
  return { text: paragraphs.join('\n'), count }
}

/** Behind a space and right before a word, two apostrophes open a quotation. */
function opensQuote(line: string, at: number): boolean {
  return (
    /(?:^|[\s([—–-])$/.test(line.slice(Math.max(0, at - 1), at)) && /^\p{L}/u.test(line.slice(at + 2, at + 4))
  )
}

function repairQuotesOfLine(line: string): ReturnType<Step> {
  let open = ''
  let count = 0
  const text = line.replace(/[“”„«»"]|``|(?<!')''(?!')/g, (mark, at: number) => {
    if (mark !== "''" && mark !== '``') {
      open = /[“„«]/.test(mark) ? mark : ''
      return mark
    }
    const opens = mark === "''" && open === '' && opensQuote(line, at)
    if (mark === "''" && open === '' && !opens && /[\d=(,[:]\s?$/.test(line.slice(Math.max(0, at - 2), at)))
      return mark
    count++
    const closes = mark === "''" && open !== ''
    const typographic = closes && open !== '``'
    const put = typographic ? (open === '«' ? '»' : open === '„' ? '“' : '”') : '"'
    open = closes ? '' : mark === '``' || opens ? '``' : open
    return put
  })
  return { text, count }
}

/** A word that the end of a line cut in two; not `two-\nand three-year`, whose hyphen is its own. */
const repairHyphenation: Step = text =>
  counted(
    text,
    /(?<=\p{Ll}\p{Ll})[-\u2010\u00AC]\n(?!(?:and|or|und|oder|et|ou|y|o|e|и|или)\s)(?=\p{Ll}\p{Ll})/gu,
    () => '',
  )

const repairWhitespace: Step = text => {
  const inner = counted(text, /[ \t\u2000-\u2006\u2008-\u200A\u3000]+/g, () => ' ')
  const edges = counted(inner.text, / ?\n ?/g, () => '\n')
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
  ['zero-width', repairZeroWidth],
  ['hyphenation', repairHyphenation],
  ['soft hyphens', repairSoftHyphens],
  ['non-breaking spaces', repairSpaces],
  ['quotes', repairQuotes],
  ['whitespace', repairWhitespace],
]

/** Marks from Unicode's private use area hold the place of what must not be touched. */
const HELD = /\uF8F0(\d+)\uF8F1/g

/**
 * Mends what encoders, editors and translators broke: entities (spaced, double), UTF-8 shown as windows-1252,
 * doubled straight quotes, invisible characters, whitespace, words hyphenated at line ends. Code in backquotes
 * and entities that are themselves quoted stay. Repairing twice changes nothing.
 * @returns the text and each kind of repair with its count, as in `entities: 3`.
 */
export function repairText(text: string): { text: string; repairs: string[] } {
  const counts = new Map<string, number>()
  let before = text
  let current = repairRound(text, counts)
  // A repair can bring another damage to light, such as mojibake that entities hid.
  while (current !== before) {
    before = current
    current = repairRound(current, counts)
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
