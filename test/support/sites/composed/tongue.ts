import type { Dice } from '../prose.ts'

/** A language that nobody speaks: how its words are made and what stands between them. */
type Script = {
  tag: string
  onsets: string
  vowels: string
  ends: string
  full: string
  comma: string
  colon: string
  gap: string
  isCased: boolean
}

const spaced = { full: '.', comma: ', ', colon: ': ', gap: ' ', isCased: true }

const SCRIPTS: readonly Script[] = [
  {
    ...spaced,
    tag: 'en',
    onsets: 'b|br|c|d|f|g|h|l|m|n|p|r|s|st|t|v|w',
    vowels: 'a|e|i|o|u|ea|ou',
    ends: '|n|r|st|t|l|s|nd',
  },
  {
    ...spaced,
    tag: 'de',
    onsets: 'b|sch|k|d|f|g|h|l|m|n|pf|r|s|st|t|w|z',
    vowels: 'a|e|i|o|u|ä|ö|ei|au',
    ends: '|n|r|cht|t|l|s|ng',
  },
  {
    ...spaced,
    tag: 'es',
    onsets: 'b|c|d|f|g|l|m|n|p|r|s|t|v|ll|ch',
    vowels: 'a|e|i|o|u|ía|ió',
    ends: '||n|r|s|l',
  },
  {
    ...spaced,
    tag: 'ru',
    onsets: 'б|в|г|д|ж|з|к|л|м|н|п|р|с|ст|т|ф|х|ч',
    vowels: 'а|е|и|о|у|ы|я',
    ends: '|н|р|ть|л|в|й',
  },
  { ...spaced, tag: 'el', onsets: 'β|γ|δ|θ|κ|λ|μ|ν|π|ρ|σ|τ|φ|χ', vowels: 'α|ε|η|ι|ο|ου|ω', ends: '|ς|ν|ρ' },
  {
    ...spaced,
    tag: 'hy',
    onsets: 'բ|գ|դ|զ|թ|ժ|լ|խ|կ|հ|մ|ն|պ|ռ|ս|վ|տ|ր',
    vowels: 'ա|ե|ի|ո|ու|է',
    ends: '|ն|ր|կ|լ|ց',
    full: '։',
    colon: '՝ ',
  },
  {
    ...spaced,
    tag: 'ar',
    onsets: 'ب|ت|ج|ح|د|ر|س|ش|ع|ف|ق|ك|ل|م|ن|ه',
    vowels: 'ا|ي|و||',
    ends: '|ة|ن|ر|ل',
    comma: '، ',
    isCased: false,
  },
  {
    ...spaced,
    tag: 'hi',
    onsets: 'क|ग|च|ज|त|द|न|प|ब|म|र|ल|व|स|ह',
    vowels: 'ा|ि|ी|े|ो|ु',
    ends: '|न|र|ल',
    full: '।',
    isCased: false,
  },
  {
    tag: 'zh',
    onsets:
      '市|省|县|水|电|桥|路|学|校|医|院|会|议|部|门|农|业|工|程|港|口|船|车|票|税|法|案|金|银|山|河|湖|林|田|城|镇|村|队|组|员|长|官',
    vowels: '新|老|大|小|高|低|东|西|南|北|上|下|中|前|后|内|外|早|晚|年',
    ends: '',
    full: '。',
    comma: '，',
    colon: '：',
    gap: '',
    isCased: false,
  },
]

export type Write = (dice: Dice) => string

/** How the writers of one site put their words together. */
export type Voice = {
  tag: string
  script: Pick<Script, 'colon' | 'comma' | 'full' | 'gap'>
  word: Write
  name: Write
  place: Write
  /** So many words that make no sentence. */
  words: (dice: Dice, from: number, to: number) => string
  sentence: Write
  title: Write
  /** A short line of an article's own: an item, a cell, a subheading. */
  item: Write
}

const split = (text: string) => text.split('|')
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function wordOf(dice: Dice, { onsets, vowels, ends }: Script, from: number, to: number): string {
  const syllables = Array.from(
    { length: dice.number(from, to) },
    () => dice.pick(split(onsets)) + dice.pick(split(vowels)),
  )
  return syllables.join('') + dice.pick(split(ends))
}

/** What stays of a sentence that is said again and again, and what is filled in. */
type Token = { kind: 'word'; text: string } | { kind: 'word?' | 'number' | 'name' | 'place' }

/** A voice of its own: its language, its words, and whether it says things anew or in so many ways. */
export function voiceOf(dice: Dice): Voice {
  const script = dice.pick([...SCRIPTS.slice(0, 3), ...SCRIPTS])
  const { gap, comma, full, isCased, tag } = script
  const make = (count: number, from: number, to: number) =>
    Array.from({ length: count }, () => wordOf(dice, script, from, to))
  const content = make(dice.pick([60, 150, 400]), 1, 3)
  const short = make(14, 1, 1)
  const names = make(24, 1, 2)
  const capital = (text: string) => (isCased ? upper(text) : text)
  const places = make(14, 2, 3).map(capital)
  const word: Write = each => (each.chance(0.3) ? each.pick(short) : each.pick(content))
  const name: Write = each => [capital(each.pick(names)), capital(each.pick(names))].join(gap || '·')
  const place: Write = each => each.pick(places)
  const words = (each: Dice, from: number, to: number) =>
    Array.from({ length: each.number(from, to) }, () => word(each)).join(gap)
  const token = (each: Dice): Token => {
    const kind = each.pick([
      'word',
      'word',
      'word',
      'word',
      'word',
      'word',
      'word',
      'word?',
      'number',
      'place',
      'name',
    ] as const)
    return kind === 'word' ? { kind, text: word(each) } : { kind }
  }
  const say = (each: Dice, tokens: readonly Token[]) => {
    const said = tokens.map(one => {
      if (one.kind === 'word') return one.text
      if (one.kind === 'number') return String(each.number(2, each.pick([60, 900, 90_000])))
      return one.kind === 'name' ? name(each) : one.kind === 'place' ? place(each) : word(each)
    })
    return capital(said.join(gap))
  }
  /** Whatever the form, something in it is filled in: no article says the same of nothing in particular. */
  const tokens = (each: Dice, from: number, to: number) => {
    const chosen = Array.from({ length: each.number(from, to) }, () => token(each))
    const [one, other] = [each.number(0, chosen.length - 1), each.number(0, chosen.length - 1)]
    return chosen.map(
      (each, at): Token => (at === one ? { kind: 'place' } : at === other ? { kind: 'name' } : each),
    )
  }
  const formed = (ways: number, from: number, to: number): Write => {
    const forms = Array.from({ length: ways }, () => tokens(dice, from, to))
    return ways === 0 ? each => say(each, tokens(each, from, to)) : each => say(each, each.pick(forms))
  }
  const clause = formed(dice.pick([0, 0, 0, 60, 30, 15]), 6, 14)
  const title = formed(dice.pick([0, 0, 12, 6]), 5, 9)
  const item = formed(dice.pick([0, 8, 5]), 2, 7)
  const sentence: Write = each => clause(each) + (each.chance(0.25) ? comma + words(each, 3, 7) : '') + full
  return { tag, script, word, name, place, words, sentence, title, item }
}
