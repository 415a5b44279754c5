import { decodeHTMLStrict } from 'entities'

/** Names of marks. Shorter ones and those that are words (`and`, `or`, `in`, `not`) only count when written right. */
const MARK =
  '[mn]dash|nbsp|amp|quot|apos|lt|gt|[lr]aquo|[lr]saquo|[lrb]dquo|[lr]squo|sbquo|hellip|bull|middot|copy|reg|trade|euro|pound|yen|cent|deg|times|shy|sect|para|iexcl|iquest|ord[fm]|frac(?:12|14|34)|sup[123]|(?:en|em|thin)sp'
const LETTER = '[a-z](?:acute|grave|circ|uml|tilde|cedil|slash|ring|caron)|szlig|(?:ae|oe)lig'
const AMPERSAND = '[&＆]'
const END = '[ \\u00A0]?[;；]'

/** Two numbers that are halves of one character beyond the first 65,536, as old encoders wrote it. */
const SURROGATES =
  /&#(?:(5529[6-9]|55[3-9]\d\d|56[0-2]\d\d|563[01]\d);&#(5632\d|563[2-9]\d|56[4-9]\d\d|57[0-2]\d\d|573[0-3]\d|5734[0-3])|x(d[89ab][\da-f]{2});&#x(d[c-f][\da-f]{2}));/gi
/** An ampersand that was encoded again and again. */
const NESTED = /&(?:(?:amp|#0*38|#x0*26);){2,}/gi
const NUMBER = new RegExp(
  `${AMPERSAND}[ \\u00A0]{0,3}#[ ]?(?:(\\d{2,7})|[xX][ ]?([\\da-fA-F]{2,6}))${END}|&#(?:(\\d{2,5})(?![\\d;])|[xX]([\\da-fA-F]{2,4})(?![;]))`,
  'g',
)
/** A name that a translator spaced, or wrote with other letters or punctuation of his own. */
const SPACED_NAME = new RegExp(`${AMPERSAND}[ \\t\\u00A0]{0,3}(${MARK}|${LETTER})${END}`, 'gi')
const NAME = /&([a-z][a-z\d]{1,30});/gi
const CYRILLIC_NAME = /&[ \u00A0]?([а-яјљњћђџq]{3,8});/giu
/** Without their semicolon: a non-breaking space and letters anywhere, marks where no word goes on. */
const OPEN_NAME = new RegExp(`&(?:nbsp(?![;=\\d])|(?:${LETTER})(?![;=])|(?:${MARK}|thinsp)(?![\\w;=]))`, 'gi')
/** The ampersand was translated as well. */
const TRANSLATED =
  /(?<![\p{L}\p{N}])(?:and|und|et|y|e|i|и|та|і|en|og|och|ve|és|și|və|και|და|եւ|և) (nbsp|[mn]dash|[lr]aquo|[lrb]dquo|[lr]squo|hellip|quot|amp|thinsp);/giu

const LATIN_OF: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  ц: 'c',
  д: 'd',
  е: 'e',
  ф: 'f',
  г: 'g',
  х: 'h',
  и: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  я: 'q',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  в: 'v',
  з: 'z',
  ш: 'sh',
}

/** What an entity of this name stands for, in whatever case it is written; undefined for names that HTML lacks. */
function characterOf(name: string): string | undefined {
  const exact = decodeHTMLStrict(`&${name};`)
  if (exact !== `&${name};`) return exact
  const lower = name.toLowerCase()
  const found = decodeHTMLStrict(`&${lower};`)
  if (found === `&${lower};`) return undefined
  return name === name.toUpperCase() ? found.toUpperCase() : found
}

function transliterated(name: string): string {
  return Array.from(name.toLowerCase(), letter => LATIN_OF[letter] ?? letter).join('')
}

const MARK_ALONE = new RegExp(`^(?:${MARK})$`)

/** Only text made to be slow hides more entities in each other. */
const MAX_PASSES = 8

/** What makes each step worth its while; found by one character. */
const HAS_AMPERSAND = /[&＆]/
const HAS_NAME = /;(?<=(?:nbsp|dash|aquo|dquo|squo|hellip|quot|amp|thinsp);)/

type Step = readonly [RegExp, Decode]
type Decode = (match: string, ...groups: (string | undefined)[]) => string | undefined

const STEPS: readonly Step[] = [
  [NESTED, () => '&amp;'],
  [
    SURROGATES,
    (_, high, low, hexHigh, hexLow) =>
      String.fromCharCode(
        high === undefined ? Number.parseInt(hexHigh ?? '', 16) : Number(high),
        low === undefined ? Number.parseInt(hexLow ?? '', 16) : Number(low),
      ),
  ],
  [
    NUMBER,
    (_, decimal, hex, openDecimal, openHex) =>
      decodeHTMLStrict(`&#${decimal ?? openDecimal ?? `x${hex ?? openHex ?? ''}`};`),
  ],
  [TRANSLATED, (_, name = '') => characterOf(name)],
  [SPACED_NAME, (_, name = '') => characterOf(name)],
  [OPEN_NAME, match => characterOf(match.slice(1))],
  [NAME, (_, name = '') => characterOf(name)],
  [
    CYRILLIC_NAME,
    (_, name = '') => (MARK_ALONE.test(transliterated(name)) ? characterOf(transliterated(name)) : undefined),
  ],
]

/**
 * Decodes entities: encoded once or oftener, spaced or capitalised by translators, transliterated, without their
 * semicolon, by numbers of windows-1252 or by halves of a character. An ampersand that is one stays (AT&T, R&D;).
 * @returns the text and how many entities were decoded.
 */
export function repairEntities(text: string): { text: string; count: number } {
  let count = 0
  let current = text
  let decoded = -1
  for (let pass = 0; pass < MAX_PASSES && decoded !== 0; pass++, count += decoded) {
    decoded = 0
    for (const [pattern, decode] of STEPS) {
      if (!(pattern === TRANSLATED ? HAS_NAME : HAS_AMPERSAND).test(current)) continue
      current = current.replace(pattern, (match, ...groups) => {
        const put = decode(match, ...groups.filter(group => typeof group !== 'number'))
        if (put === undefined || put === match) return match
        decoded++
        return put
      })
    }
  }
  return { text: current, count }
}
