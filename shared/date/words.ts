/**
 * Languages whose month and day names are known, in the order in which they are asked when nothing tells the
 * language. Croatian comes last of the Slavic ones: its `listopad` is October, that of Poles and Czechs November.
 */
const LATIN =
  'en fr de es pt it nl pl cs sk ro hu tr sv da nb fi et lv lt is ca gl sq sr-Latn sl hr az uz vi id ms fil sw ga mt cy eu tk af'
const CYRILLIC = 'ru uk bg be sr mk kk ky tg mn'
const LANGUAGES: [RegExp, string[]][] = [
  [/^[\p{Script=Latin}\p{M}]/u, LATIN.split(' ')],
  [/^[\p{Script=Cyrillic}\p{M}]/u, CYRILLIC.split(' ')],
  [/^\p{Script=Greek}/u, ['el']],
  [/^\p{Script=Armenian}/u, ['hy']],
  [/^\p{Script=Georgian}/u, ['ka']],
  [/^\p{Script=Arabic}/u, ['ar', 'fa', 'ur', 'ps']],
  [/^\p{Script=Hebrew}/u, ['he']],
  [/^\p{Script=Thai}/u, ['th']],
  [/^\p{Script=Devanagari}/u, ['hi', 'mr', 'ne']],
  [/^[\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Sinhala}]/u, ['bn', 'ta', 'te', 'si']],
  [/^[\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Ethiopic}]/u, ['lo', 'km', 'my', 'am']],
]

/** Names in use that the locale data lacks or spells otherwise. */
const EXTRA_MONTHS: Record<string, number> = {
  sept: 9,
  mart: 3,
  dis: 12,
  janv: 1,
  fevr: 2,
  juil: 7,
  aout: 8,
  jänner: 1,
  janner: 1,
  feber: 2,
  jui: 7,
  set: 9,
  setiembre: 9,
  mei: 5,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  ago: 8,
  sett: 9,
  ott: 10,
  dic: 12,
  okt: 10,
  dez: 12,
  mrz: 3,
  maerz: 3,
  enero: 1,
  ene: 1,
  abr: 4,
  fev: 2,
  out: 10,
  мая: 5,
  сент: 9,
  нояб: 11,
  март: 3,
  august: 8,
  des: 12,
  agustus: 8,
  يناير: 1,
  فبراير: 2,
  مارس: 3,
  أبريل: 4,
  ابريل: 4,
  مايو: 5,
  يونيو: 6,
  يوليو: 7,
  أغسطس: 8,
  اغسطس: 8,
  سبتمبر: 9,
  أكتوبر: 10,
  اكتوبر: 10,
  نوفمبر: 11,
  ديسمبر: 12,
  شباط: 2,
  آذار: 3,
  نيسان: 4,
  أيار: 5,
  حزيران: 6,
  تموز: 7,
  آب: 8,
  أيلول: 9,
  جانفي: 1,
  فيفري: 2,
  أفريل: 4,
  ماي: 5,
  جوان: 6,
  جويلية: 7,
  أوت: 8,
}

/** Words that stand in dates and say nothing: articles, prepositions, `year`, `o'clock`, `published`. */
const FILLERS = new Set(
  `at on of the and published posted updated date dated released release issued time local last modified by in
  de del d da do das dos le la les l au a à às el il lo den der dem des am um uhr vom im om op uur u van kl klo klockan
  ore ora alle hrs hours h г года год р року рік в о от год. роки m d n y gada gads metų jaar an saat tarihinde tarihi στις
  τις του r godz dnia v hod hodin o'clock թ թվական թվականի ж жылғы жыл жылы წ წელი წლის il ci tháng ngày năm lúc pukul
  jam tanggal yr year este ko fecha publicado publié veröffentlicht data дата опубликовано časa ob óra în la به ساعة الساعة
  م عام في د feira e ko an a dé dydd ta l thứ hai ba tư năm sáu bảy chủ nhật thg cı ci cu cü il yil יום วันที่ ที่`
    .split(/\s+/)
    .map(word => fold(word)),
)

type Names = { months: Map<string, number>; weekdays: Map<string, number>; laterWords: Set<string> }
const namesByLanguage = new Map<string, Names>()

/** A word as it is looked up: lower case, without accents and dots. Vowel signs of Indian scripts stay: they tell months. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u200d]+/g, '')
    .replace(/[.'’׳״॰]/g, '')
}

/** What a word of a date is: a month (1 to 12), a weekday (0 Sunday to 6), a filler, or nothing known. */
export type DateWord = { month?: number | undefined; weekday?: number | undefined; isFiller: boolean }

/** Looks a word up in the language that the hint names, in English, then in all others. */
export const readWord = (word: string, language: string | undefined): DateWord => {
  const key = fold(word)
  const own = language === undefined ? undefined : names(language.toLowerCase().split('-')[0] ?? '')
  const found = (own && lookUp(own, key)) ?? lookUp(names('en'), key) ?? extraMonth(key) ?? fillerOf(key)
  if (found) return found
  for (const other of LANGUAGES.find(([script]) => script.test(key))?.[1] ?? []) {
    const inOther = lookUp(names(other), key)
    if (inOther) return inOther
  }
  const hebrew = /^ב-?(.{2,})$/.exec(word)?.[1]
  return (hebrew === undefined ? undefined : lookUp(names('he'), fold(hebrew))) ?? { isFiller: false }
}

const lookUp = ({ months, weekdays, laterWords }: Names, key: string): DateWord | undefined => {
  const month = months.get(key)
  const weekday = weekdays.get(key)
  if (month !== undefined || weekday !== undefined) return { month, weekday, isFiller: false }
  return laterWords.has(key) ? { isFiller: true } : undefined
}

const EXTRA = new Map(Object.entries(EXTRA_MONTHS).map(([name, month]) => [fold(name), month]))

const extraMonth = (key: string): DateWord | undefined => {
  const month = EXTRA.get(key)
  return month === undefined ? undefined : { month, isFiller: false }
}

const fillerOf = (key: string): DateWord | undefined => (FILLERS.has(key) ? { isFiller: true } : undefined)

/** Month and day names of a language from the locale data of the runtime, built when first asked for. */
const names = (language: string): Names => {
  const known = namesByLanguage.get(language)
  if (known) return known
  const built = /^[a-z]{2,3}(?:-latn)?$/i.test(language)
    ? buildNames(language)
    : { months: new Map(), weekdays: new Map(), laterWords: new Set<string>() }
  if (namesByLanguage.size < 200) namesByLanguage.set(language, built)
  return built
}

const buildNames = (language: string): Names => {
  const locale = `${language}-u-ca-gregory`
  const styles: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'long', day: 'numeric' },
    { month: 'short' },
    { month: 'short', day: 'numeric' },
  ]
  const monthDays = Array.from({ length: 12 }, (_, at) => Date.UTC(2_024, at, 4))
  const weekDays = Array.from({ length: 7 }, (_, at) => Date.UTC(2_024, 8, 1 + at))
  const months = partNames(locale, styles, 'month', monthDays, 1)
  const weekdays = partNames(locale, [{ weekday: 'long' }, { weekday: 'short' }], 'weekday', weekDays, 0)
  const later = [...months.keys(), ...weekdays.keys()].flatMap(name => name.split(/[\s-]+/).slice(1))
  return { months, weekdays, laterWords: new Set(later.filter(word => word !== '')) }
}

/** Every way the language writes each part, and every beginning of three or more letters that fits one only. */
const partNames = (
  locale: string,
  styles: Intl.DateTimeFormatOptions[],
  type: 'month' | 'weekday',
  days: number[],
  first: number,
): Map<string, number> => {
  const whole = new Map<string, number>()
  const beginnings = new Map<string, number | undefined>()
  for (const style of styles) {
    const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' })
    days.forEach((day, at) => {
      const name = fold(format.formatToParts(day).find(part => part.type === type)?.value ?? '')
      if (name === '' || /\d/.test(name)) return
      if (!whole.has(name)) whole.set(name, at + first)
      for (let length = 3; length < name.length; length++) {
        const start = name.slice(0, length)
        const other = beginnings.get(start)
        beginnings.set(start, beginnings.has(start) && other !== at + first ? undefined : at + first)
      }
    })
  }
  for (const [start, value] of beginnings)
    if (value !== undefined && !whole.has(start)) whole.set(start, value)
  return whole
}
