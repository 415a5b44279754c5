const STARTS = [
  'bra',
  'kel',
  'or',
  'tam',
  'vis',
  'lu',
  'mer',
  'sto',
  'fen',
  'dal',
  'gri',
  'hol',
  'nor',
  'pey',
  'quin',
  'rus',
]
const MIDDLES = ['de', 'li', 'mo', 'na', 'ri', 'so', 'ta', 've', 'wu', 'ga', 'be', 'ko']
const ENDS = ['n', 'rd', 'st', 'ck', 'm', 'th', 'll', 'x', 'sk', 'nt']
const LINKS = ['the', 'of', 'and', 'in', 'to', 'with', 'for', 'a']

/** A small generator (mulberry32), so that a seed always tells the same story. */
export function randomOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e_37_79_b1)
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Sentences of a language that nobody speaks, with the joints of English; other ones for every seed. */
export function releaseText(seed: number, sentences = 24): string {
  const random = randomOf(seed)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const word = () => pick(STARTS) + pick(MIDDLES) + pick(ENDS)
  const sentence = (_: unknown, index: number) => {
    const words = Array.from({ length: 14 }, () => (random() < 0.35 ? pick(LINKS) : word()))
    const said = words.join(' ')
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.${index % 5 === 4 ? '\n\n' : ' '}`
  }
  return Array.from({ length: sentences }, sentence).join('').trim()
}

/** Five words for a title. */
export function releaseTitle(seed: number): string {
  return releaseText(seed + 100_000, 1)
    .split(' ')
    .slice(0, 7)
    .join(' ')
}

const ALPHABETS = {
  Armenian: { letters: 'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ', isSpaced: true },
  Cyrillic: { letters: 'абвгдежзийклмнопрстуфхцчшщыэюя', isSpaced: true },
  Arabic: { letters: 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي', isSpaced: true },
  Georgian: { letters: 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ', isSpaced: true },
  Devanagari: { letters: 'अआइईउएऐओकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह', isSpaced: true },
  Chinese: {
    letters: '水山城市政府道路桥港口公园学校医院春夏秋冬东西南北新旧大小开关工作人民计划',
    isSpaced: false,
  },
  Japanese: {
    letters: 'あいうえおかきくけこさしすせそ港橋道駅市役所春夏秋冬タチツテトナニヌネノ',
    isSpaced: false,
  },
  Thai: { letters: 'กขคงจฉชซญดตถทธนบปผพฟมยรลวสหอฮ', isSpaced: false },
  Khmer: { letters: 'កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ', isSpaced: false },
} as const
export type Script = keyof typeof ALPHABETS
export const SCRIPTS = Object.keys(ALPHABETS).filter((name): name is Script => name in ALPHABETS)

/** Sentences of letters of a script, in words where the script has spaces; other ones for every seed. */
export function releaseIn(script: Script, seed: number, sentences = 16): string {
  const { letters, isSpaced } = ALPHABETS[script]
  const random = randomOf(seed)
  const word = () =>
    Array.from(
      { length: 3 + Math.floor(random() * 4) },
      () => letters[Math.floor(random() * letters.length)],
    ).join('')
  const sentence = () => Array.from({ length: 12 }, word).join(isSpaced ? ' ' : '')
  return Array.from({ length: sentences }, sentence).join(isSpaced ? '.\n' : '。\n')
}
