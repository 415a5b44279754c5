import type { Charset } from './charsets.ts'
import { oddness } from './oddness.ts'
import { decodeBytes } from './sequences.ts'

/** Characters that lose a byte, script by script, each script's commonest first. */
const FREQUENT = [
  '”“„’‘—–…•€\u00A0',
  'àéáíãçóêèôâúäößüõñÁÉÍÀÓåøæłąęśżćńźčšžěřýůťďňőűăîșțşğıđŠŁŚŻŽČĐŐŞİēāūīģķļņėįųĀĒÝÏ',
  'ạấầậảếềệộốồớờợưứừựịọụủẠỐ',
  'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґјљњћђџўПСВНКМРТОАДБГИЗЛФЕЯУЧЭХЦШЮЖЁ',
  'αοιετσνηυρπκμλςωγδχθφβξζψίάόέήύώΝΑΤΠΚΏ',
  'ايلمونرتبةعدسفكهحقجشصأطخضذئزثغءىإیکگپچژہےںھ',
  'יוהלארתמבשנעםדקחפכסןזגטץךףצ',
  '्ाकेरनिसीतमहलपयोंवदजुगबटशचभईूखथअधषणउडआफ़ऐझँएठ',
  'านรกอเงมยลวดทส้่ีัิตบปะหคจไขแ์พชโุูใ็ืผซถณธภศญฝ',
  'աեներիոկստմւրլգպվյդհբչշցզձծփխթքղճջևռժօֆՍՀՄԱՐՏՁ՝',
  'აიერსმობდლნთვუგკცხშპქზტჯჩძღფყწჭჟჰ',
]
const RANKS = new Map(FREQUENT.flatMap(script => [...script].map((char, rank) => [char, rank])))
/** And what is none, but follows consonants only. */
const VOWELS = 'aeiouyàâãáäåæèéêëìíîïòóôõöøùúûüýāăąēėęěīįıōőūůűųаеёиоуыэюяіїєьъαεηιουωάέήίόύώայեէըիուօაეიოუ'
/** Forms that end words. */
const FINAL = 'яםןץףךςةى'
/** What stands before any consonant. */
const OPENS_CLUSTER = /^[ткпвлмнч]/
const RANK_COST = 0.02
const BLANK = '\u00A0'
const SOFT_HYPHEN = '\u00AD'

/** What a second hand did to all of a text, so that bytes were lost. */
export type Losses = {
  /** Blanks of all kinds became plain ones. */
  blanks: boolean
  /** Characters that stand for unassigned bytes were dropped. */
  controls: boolean
  /** Several blanks became one. */
  collapsedBlanks: boolean
}

/** What a text shows of how its bytes were lost. */
export function lossesOf(text: string): Losses {
  return {
    blanks: !text.includes(BLANK),
    controls: !/[\u0080-\u009F]/.test(text),
    collapsedBlanks: !/\S {2}\S/.test(text),
  }
}

/**
 * The character of which all but the last byte are left.
 * `before` is what stands in front of it, `after` what follows.
 * @returns the character, and whether a blank that follows was its last byte; undefined when nothing likely fits.
 */
export function lostCharacter({
  bytes,
  before,
  after,
  charset,
  losses,
}: {
  bytes: readonly number[]
  before: string
  after: string
  charset: Charset
  losses: Losses
}): { text: string; takesBlank: boolean } | undefined {
  const isBlankNext = after === '' || after.startsWith(' ')
  const blank = losses.blanks && isBlankNext ? lostBlank(bytes, after, charset, losses) : undefined
  if (blank && oddness(before + blank.text) <= oddness(before)) return blank
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  const isLast = !/^[^\x00-\x40]/.test(after)
  const softHyphen = charset.byteOf[SOFT_HYPHEN.charCodeAt(0)] ?? 0
  for (const byte of losses.controls ? [...charset.unassigned, softHyphen] : [softHyphen]) {
    const text = decodeBytes([...bytes, byte])
    const rank = text === undefined ? undefined : RANKS.get(text)
    if (text === undefined || rank === undefined) continue
    const cost =
      oddness(before + text) +
      rank * RANK_COST +
      placeCost(text, before, after, isLast) +
      Number(byte === softHyphen) / 2
    if (cost >= least) continue
    least = cost
    best = text
  }
  return best === undefined ? undefined : { text: best, takesBlank: false }
}

/** What a character costs at this place of a word. */
function placeCost(text: string, before: string, after: string, isLast: boolean): number {
  const isFirst = !/\S$/.test(before)
  if (text === '“' || text === '„') return isFirst ? -1 : 0
  if (isLast) return !isFirst && FINAL.includes(text) ? -1 : 0
  return FINAL.includes(text) && text !== 'я' ? 1 : vowelCost(text, before, after)
}

/** Vowels stand between consonants rather than beside vowels. */
function vowelCost(text: string, before: string, after: string): number {
  const isConsonant = (char: string) => /\p{Ll}/u.test(char) && !VOWELS.includes(char)
  if (!isConsonant(before.slice(-1)) || !isConsonant(after.charAt(0)) || OPENS_CLUSTER.test(after)) return 0
  return VOWELS.includes(text) ? -0.5 : 0
}

/** The character whose last byte is the blank that follows. */
function lostBlank(
  bytes: readonly number[],
  after: string,
  charset: Charset,
  { collapsedBlanks }: Losses,
): { text: string; takesBlank: boolean } | undefined {
  const text = decodeBytes([...bytes, charset.byteOf[BLANK.charCodeAt(0)] ?? 0])
  if (text === undefined) return undefined
  if (
    !RANKS.has(text) &&
    !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
  )
    return undefined
  const isWord = !collapsedBlanks || !endsWords(text) || /^ (?:[^\p{L}\p{N}\s]|s\s)/u.test(after)
  return { text, takesBlank: isWord && after !== '' }
}

/** Behind these a folded blank parts words as well. */
function endsWords(text: string): boolean {
  return text === 'à' || text === '\u00A0'
}
