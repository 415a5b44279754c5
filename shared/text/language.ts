import { type Letters, letterShares, lettersOf } from './alphabets.ts'
import { COMMON_WORDS } from './language-words.ts'

const SCRIPT_LANGUAGE: readonly [RegExp, string][] = [
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Telugu}/u, 'te'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Ethiopic}/u, 'am'],
]
/** Anything beyond Latin, Cyrillic and Arabic. */
const FAR_SCRIPTS = /[\u0370-\u03FF\u0530-\u05FF\u0900-\u1DFF\u3040-\uD7AF]/
const SAMPLE_CHARS = 4_000
const MIN_WORDS = 20
const MIN_LETTERS = 40

const LANGUAGES_OF = new Map<string, string[]>()
for (const [language, words] of Object.entries(COMMON_WORDS)) {
  for (const word of new Set(words.split(' ')))
    LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language])
}

/** Twins that a short text cannot tell apart: a declaration of one is believed where the other is found. */
const TWINS: readonly (readonly string[])[] = [
  ['no', 'nb', 'nn', 'da'],
  ['hr', 'sr', 'bs', 'sh', 'me', 'cnr'],
  ['id', 'ms'],
  ['es', 'gl'],
  ['pt', 'gl'],
  ['fa', 'prs'],
  ['hi', 'mr', 'ne'],
  ['he', 'yi'],
  ['zh', 'yue'],
]

const TRADITIONAL =
  /[們國這來時說為會學對發經過還後開關無問間與個東車長門馬見書電話業產實現點總體機構權應當處辦導團議動員務報級]/g
const SIMPLIFIED =
  /[们国这来时说为会学对发经过还后开关无问间与个东车长门马见书电话业产实现点总体机构权应当处办导团议动员务报级]/g

/** Chinese as it is written on the mainland or in Taiwan and Hong Kong; no more than `zh` where nothing tells. */
function chineseOf(sample: string): string {
  const traditional = sample.match(TRADITIONAL)?.length ?? 0
  const simplified = sample.match(SIMPLIFIED)?.length ?? 0
  if (traditional > 2 * simplified) return 'zh-Hant'
  return simplified > 2 * traditional ? 'zh-Hans' : 'zh'
}

/** More letters than this that a language does not write, and the text is of another; names bring a few. */
const MAX_FOREIGN = 0.025
/** What the score of a language counts for when the letters that it cannot do without are absent. */
const UNACCENTED = 0.5
const MIN_SCORE = 0.06
const MIN_LEAD = 1.1

/** The languages that a text's letters allow, and what its score counts for by the letters that it should have. */
function writtenBy(letters: Letters): Map<string, number> {
  const allowed = new Map<string, number>()
  for (const language of Object.keys(COMMON_WORDS)) {
    const { foreign, needed } = letterShares(letters, language)
    if (foreign <= MAX_FOREIGN) allowed.set(language, needed > 0 ? 1 : UNACCENTED)
  }
  return allowed
}

type Tally = { language: string; score: number }

/** How well a text fits each language: the share of its words that are common there, by how few languages have them. */
function scoresOf(sample: string, letters: Letters): [string, number][] {
  const words = sample.match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < MIN_WORDS) return []
  const allowed = writtenBy(letters)
  const tallies = new Map<string, Tally>()
  const talliesOf = (word: string): Tally[] => {
    const languages = LANGUAGES_OF.get(word)?.filter(language => allowed.has(language)) ?? []
    return languages.map(language => {
      const tally = tallies.get(language) ?? { language, score: 0 }
      tallies.set(language, tally)
      return tally
    })
  }
  const known = new Map<string, readonly Tally[]>()
  for (const word of words) {
    const shared = known.get(word) ?? talliesOf(word)
    known.set(word, shared)
    for (const tally of shared) tally.score += 1 / shared.length
  }
  return [...tallies.values()].map(({ language, score }) => [
    language,
    (score * (allowed.get(language) ?? 0)) / words.length,
  ])
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? ''
}

function areTwins(a: string, b: string): boolean {
  return TWINS.some(group => group.includes(primary(a)) && group.includes(primary(b)))
}

const HANT = /^zh-(?:hant|tw|hk|mo)/i

/** Whether a declared tag can be that of a text in the language found: of its own, of a twin, in the same characters. */
export function agrees(declared: string, found: string): boolean {
  if (found === 'zh-Hant' || found === 'zh-Hans') {
    const isOpen = !declared.includes('-') || /^yue/i.test(declared)
    return /^(?:zh|yue)/i.test(declared) && (isOpen || HANT.test(declared) === (found === 'zh-Hant'))
  }
  return primary(declared) === primary(found) || areTwins(declared, found)
}

/**
 * The language of a text by its script, letters and commonest words, as a BCP 47 tag (`ru`, `zh-Hant`, `sr-Latn`);
 * undefined when the text is too short or nothing stands out. Reads the first few thousand characters.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE_CHARS).normalize('NFC')
  const lower = sample.toLowerCase()
  const letters = lettersOf(lower)
  if (letters.count < MIN_LETTERS) return undefined
  const scripts = FAR_SCRIPTS.test(sample) ? SCRIPT_LANGUAGE : []
  for (const [script, language] of scripts) {
    const found = sample.match(new RegExp(script.source, 'gu'))?.length ?? 0
    if (found > letters.count * (language === 'ja' ? 0.1 : 0.5))
      return language === 'zh' ? chineseOf(sample) : language
  }
  const [first, ...others] = scoresOf(lower, letters).sort(([, a], [, b]) => b - a)
  if (!first || first[1] < MIN_SCORE) return undefined
  const rival = others.find(([language]) => !areTwins(language, first[0]))
  return rival && first[1] < rival[1] * MIN_LEAD ? undefined : first[0]
}

/**
 * The declared language (BCP 47) when the text agrees or cannot tell, else what the text is written in: templates
 * declare the site's language on translated articles too.
 */
export function checkLanguage(
  declared: string | undefined,
  text: string,
): { language: string; basis: 'declared' | 'text' } | undefined {
  const found = detectLanguage(text)
  if (declared && (found === undefined || agrees(declared, found)))
    return { language: declared, basis: 'declared' }
  return found === undefined ? undefined : { language: found, basis: 'text' }
}
