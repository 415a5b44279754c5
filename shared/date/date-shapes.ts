/*
 * Shapes that hold a day, a month and a year in running text of any script; which of them is a date the parser
 * decides. Every repetition is bounded, so a search costs what the text is long.
 */

/** Arabic pages put a mark of direction behind numbers. */
const NUMBER = String.raw`\p{Nd}{1,2}\u200f?`
const ORDINAL = `(?:st|nd|rd|th|er|[.º°ª]|-?го)?`
const YEAR = String.raw`\p{Nd}{4}`
/** Letters with the marks of Indian scripts; `ta’ Marzu`, `meán fómhair`, `ربيع الأول` are two words. */
const WORD = String.raw`[\p{L}\p{M}][\p{L}\p{M}’׳״॰.]{1,14}`
const MONTH = String.raw`(?:(?:de|of|di|the|ta’|ימי)\s|d['’]\s?)?${WORD}(?:\s(?:fómhair|الأول|الآخر|الثاني|الأولى|الآخرة|الثانية|القعدة|الحجة|ماه))?(?:/${WORD})?`
const TIME = String.raw`(?:[\s,T–|·•-]{1,4}(?:at |um |à |в |kl\.? ?)?\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|\s?[+-]\d{2}:?\d{2}|\s?[ap]\.?m\.?)?)?`
const YEAR_WORD = String.raw`(?:[\s-]?(?:թ|ж|жылғы|жылы|gada|m|yil|год|г|წლის|оны)(?!\p{L}))?[.,،]{0,2}`
/** Words between a month and its year. */
const TO_YEAR = String.raw`[\s,،.-]{1,3}(?:(?:del?|do|năm|د)\s|[พค]\.?\s?ศ\.?\s?)?`

const NUMERIC_YEAR_FIRST = String.raw`\p{Nd}{3,4}[-./]\s?${NUMBER}[-./]\s?${NUMBER}(?!\p{Nd})${TIME}`
const NUMERIC_YEAR_LAST = String.raw`(?<!\p{Nd}\s?[-–.])${NUMBER}\s?([-./])\s?${NUMBER}\s?\1\s?${YEAR}(?!\p{Nd})${TIME}`
const WORD_BETWEEN = String.raw`(?<!\p{Nd}\s?[-–])${NUMBER}${ORDINAL}[,\s.-]{0,3}${MONTH}${TO_YEAR}${YEAR}(?!\p{Nd})${TIME}`
/** Pages glue the minutes of reading to it: `Mar 27, 20255 mins`. */
const WORD_FIRST = String.raw`${WORD}\s{1,2}${NUMBER}(?:st|nd|rd|th)?[,،]?\s{1,2}${YEAR}(?!\p{Nd}(?!\p{Nd}?\smin))${TIME}`
const YEAR_FIRST = String.raw`${YEAR}[.,]?${YEAR_WORD}\s(?:${NUMBER}[.\s-]{1,2}${WORD}|${WORD}\s${NUMBER}(?![./-]?\p{Nd}))`
const EAST_ASIAN = String.raw`(?:令和|平成|昭和|(?:中華)?民[國国])?\s?(?:\p{Nd}{1,4}|元)\s?[年년]\s?${NUMBER}\s?[月월]\s?${NUMBER}\s?[日号號일]`
/** As programs print it: `Tue Jan 14 11:02:33 CET 2003`. */
const UNIX = String.raw`${WORD}\s{1,2}${NUMBER}\s\d{1,2}:\d{2}(?::\d{2})?\s(?:[A-Z]{2,5}\s)?${YEAR}(?!\p{Nd})`
/** `May 16 '08`. */
const ABBREVIATED_YEAR = String.raw`(?:${NUMBER}${ORDINAL}\s${WORD}|${WORD}\s${NUMBER}(?:st|nd|rd|th)?),?\s['’‘]\p{Nd}{2}(?!\p{Nd})`
const VIETNAMESE = String.raw`${NUMBER}\s(?:tháng|thg)\s${NUMBER},?\s(?:năm\s)?${YEAR}`
const THAI_SHORT = String.raw`${NUMBER}\s[\p{Script=Thai}.]{2,14}\s[67]\p{Nd}(?!\p{Nd})`
const JAPANESE_SHORT = String.raw`[RHS]\p{Nd}{1,2}[./]${NUMBER}[./]${NUMBER}(?!\p{Nd})`

const ALL = [
  NUMERIC_YEAR_FIRST,
  EAST_ASIAN,
  NUMERIC_YEAR_LAST,
  VIETNAMESE,
  WORD_BETWEEN,
  YEAR_FIRST,
  UNIX,
  WORD_FIRST,
  THAI_SHORT,
  JAPANESE_SHORT,
]
const SHORT_YEAR = String.raw`(?<![\p{Nd}.]\s?)${NUMBER}([-./])${NUMBER}\2\p{Nd}{2}(?![\p{Nd}./-])${TIME}`

/** `27. Dez 11`, at the end of what is written. */
const NAMED_SHORT_YEAR = String.raw`${NUMBER}[.\s]{1,2}${WORD}\s\p{Nd}{2}(?![\p{Nd}:.,%€]|\s?[\p{L}\p{Nd}])`
const DASHED_SHORT_YEAR = String.raw`${NUMBER}-${WORD}-\p{Nd}{2}(?!\p{Nd})${TIME}`

/** Chinese, Japanese, Korean and Thai put no space before a date. */
const START = String.raw`(?<!\p{Nd})(?<!(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])\p{L})`

/** Dates with a year of four digits (three in Taiwan). */
export const FULL_DATE = new RegExp(`${START}(?:${ALL.join('|')})`, 'giu')
/** These, and dates whose year has two digits. */
export const ANY_DATE = new RegExp(
  `${START}(?:${[...ALL, SHORT_YEAR, DASHED_SHORT_YEAR, ABBREVIATED_YEAR, NAMED_SHORT_YEAR].join('|')})`,
  'giu',
)
