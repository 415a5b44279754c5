import { decodeAs } from './charset.ts'

/** Frequent characters of Chinese (both scripts) and Japanese; right decodings hit these, wrong ones do not. */
const COMMON_HAN = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运這個們來為國說時會對於過發後裡種經麼學現當沒動還進樣開從實軍無與長機關點業將兩間問應戰頭體見產話給門員解論處義幾認條氣題變總電數報結務場計資許統區隊決馬書聽卻達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運政府市議員發表会社新聞東京記事者部内閣総理対応経済臺灣北京华社电院布策宣署委央港澳電'.split(
    '',
  ),
)
const MULTIBYTE = ['shift_jis', 'euc-jp', 'gbk', 'big5', 'euc-kr']
const SINGLE_BYTE = [
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'iso-8859-5',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'windows-874',
]
/** The charsets that a language was written in before UTF-8, for documents that name their language. */
const BY_LANGUAGE: Record<string, string[]> = {
  ja: ['shift_jis', 'euc-jp'],
  zh: ['gbk', 'big5'],
  ko: ['euc-kr'],
  ru: ['windows-1251', 'koi8-r'],
  uk: ['windows-1251', 'koi8-u'],
  be: ['windows-1251'],
  bg: ['windows-1251'],
  sr: ['windows-1251', 'windows-1250'],
  el: ['windows-1253'],
  he: ['windows-1255'],
  ar: ['windows-1256'],
  fa: ['windows-1256'],
  th: ['windows-874'],
  pl: ['iso-8859-2', 'windows-1250'],
  cs: ['windows-1250', 'iso-8859-2'],
  sk: ['windows-1250', 'iso-8859-2'],
  hu: ['iso-8859-2', 'windows-1250'],
  sl: ['windows-1250', 'iso-8859-2'],
  hr: ['windows-1250', 'iso-8859-2'],
  ro: ['iso-8859-2', 'windows-1250'],
  tr: ['windows-1254'],
  lt: ['windows-1257'],
  lv: ['windows-1257'],
  et: ['windows-1257'],
}
const SAMPLE_BYTES = 48_000
const BOOST = 0.25

/**
 * The likeliest charset of bytes that are not UTF-8 and carry no label: each candidate decodes a sample, and
 * how usual its letters are decides. A language that the document names counts in favour of its charsets.
 */
export const guessCharset = (bytes: Uint8Array): string => {
  const sample = bytes.subarray(firstHigh(bytes), firstHigh(bytes) + SAMPLE_BYTES)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_000)).toString(
    'latin1',
  )
  const language = /(?:<(?:dc:)?language>\s{0,9}|lang=["'])([a-z]{2})\b/i.exec(head)?.[1]?.toLowerCase() ?? ''
  const expected = Object.hasOwn(BY_LANGUAGE, language) ? (BY_LANGUAGE[language] ?? []) : []
  const scored = [...MULTIBYTE, ...SINGLE_BYTE].map(charset => ({
    charset,
    score: scoreOf(decodeAs(sample, charset), charset) + (expected.includes(charset) ? BOOST : 0),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score > 0.55) return best.charset
  return latinOf(sample, expected)
}

const firstHigh = (bytes: Uint8Array): number =>
  Math.max(
    0,
    bytes.findIndex(byte => byte > 0x7f),
  )

/** Mean worth of the characters beyond ASCII: 1 for usual letters of the charset's script, less than 0 for junk. */
const scoreOf = (text: string, charset: string): number => {
  const isMultibyte = MULTIBYTE.includes(charset)
  let sum = 0
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) continue
    const previous = text.charCodeAt(at - 1)
    const next = text.charCodeAt(at + 1)
    count++
    if (isMultibyte) sum += eastAsianWorth(text.charAt(at), code, charset)
    else if (isAsciiLetter(previous) || isAsciiLetter(next)) sum -= 1
    else sum += worth(text.charAt(at), code, previous, next)
  }
  return count === 0 ? 0 : sum / count
}

const isAsciiLetter = (code: number): boolean => (code > 0x40 && code < 0x5b) || (code > 0x60 && code < 0x7b)

const worth = (letter: string, code: number, previous: number, next: number): number => {
  if (code >= 0x400 && code < 0x500)
    return caseWorth(letter, code, previous, 'оеаинтсрвлкмдпуяы', 'йшщъцфэёћђџѓ')
  if (code >= 0x370 && code < 0x400)
    return caseWorth(letter, code, previous, 'αοιετσνηυρπκμλςάόίέή', 'ϊϋΐΰξψ')
  if (code >= 0x5d0 && code < 0x5eb) {
    if ('ךםןףץ'.includes(letter)) return next >= 0x5d0 && next < 0x5eb ? -1 : 1
    return 'יהולארתבשמנ'.includes(letter) ? 1 : 0.7
  }
  if (code >= 0x621 && code < 0x64b) return 'اليمنترعبدسةوهقف'.includes(letter) ? 1 : 0.7
  if (code >= 0xe01 && code < 0xe4f) return 'านรอกเงมยลวดทสตะปบคหแจพชขใไ่้ิีัุ'.includes(letter) ? 0.9 : 0.3
  if (code === 0xfffd) return -3
  return (code >= 0x2010 && code < 0x2030) || code === 0xab || code === 0xbb || code === 0xa0 ? 0.2 : -0.5
}

/** Letters in the middle of a word are lower case: koi8-r and windows-1251 read each other in capitals. */
const caseWorth = (letter: string, code: number, previous: number, usual: string, rare: string): number => {
  if (usual.includes(letter)) return 1
  if (rare.includes(letter)) return 0.2
  if (letter !== letter.toUpperCase()) return 0.7
  return previous >> 8 === code >> 8 ? -0.4 : 0.6
}

const eastAsianWorth = (character: string, code: number, charset: string): number => {
  if (code === 0xfffd || (code >= 0xe000 && code < 0xf900)) return -3
  if (charset === 'euc-kr')
    return code >= 0xac00 && code < 0xd7a4
      ? 0.95
      : COMMON_HAN.has(character)
        ? 0.3
        : code >= 0x3000 && code < 0x3010
          ? 0.3
          : -0.3
  const isJapanese = charset === 'shift_jis' || charset === 'euc-jp'
  if (code >= 0x3041 && code < 0x30ff) return isJapanese ? 1 : -0.2
  if (code >= 0xff61 && code < 0xffa0) return -0.6
  if (COMMON_HAN.has(character)) return 1
  if (code >= 0x4e00 && code < 0xa000) return isJapanese ? 0.3 : 0.15
  return (code >= 0x3000 && code < 0x3020) || (code >= 0xff01 && code < 0xff5f) ? 0.5 : -0.3
}

/** Latin letters are rare among ASCII, so counts say little: the language decides, else signs inside words do. */
const latinOf = (sample: Uint8Array, expected: string[]): string => {
  const [first, second] = expected.filter(charset => /125[0478]|8859-2/.test(charset))
  const hasC1 = sample.some(byte => byte >= 0x80 && byte < 0xa0)
  if (first !== undefined)
    return second !== undefined && hasC1 !== first.startsWith('windows') ? second : first
  const western = decodeAs(sample, 'windows-1252')
  if (/[a-z][³¹¿¶±][a-z]/.test(western)) return hasC1 ? 'windows-1250' : 'iso-8859-2'
  return /[þðý]/.test(western) && !/[áíóúæé]/.test(western) ? 'windows-1254' : 'windows-1252'
}
