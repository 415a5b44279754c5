/**
 * The letters that a language writes beside the common ones of its script (`a` to `z`, those of Russian, those of
 * Arabic), and among them those without which no longer text gets by.
 */
type Alphabet = { beside: string; needed: readonly string[]; without: string }

const alphabet = (beside: string, needed = beside, without = ''): Alphabet => ({
  beside,
  needed: [...new Set(needed)],
  without,
})

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  en: alphabet(''),
  de: alphabet('äöüß'),
  fr: alphabet('àâæçéèêëîïôœùûüÿ', 'éèàê'),
  es: alphabet('áéíñóúü'),
  pt: alphabet('áàâãçéêíóôõúü', 'ãõçé'),
  it: alphabet('àèéìòùí', 'àèù'),
  nl: alphabet('éëïóè', ''),
  pl: alphabet('ąćęłńóśźż'),
  cs: alphabet('áčďéěíňóřšťúůýž', 'ěřů'),
  sk: alphabet('áäčďéíĺľňóôŕšťúýž', 'ľťôčá'),
  ro: alphabet('ăâîșşțţ'),
  hu: alphabet('áéíóöőúüű'),
  sv: alphabet('åäöé', 'äö'),
  da: alphabet('æøåé', 'æø'),
  no: alphabet('æøåéòô', 'øå'),
  nn: alphabet('æøåéòô', 'øå'),
  fi: alphabet('äöå', 'ä'),
  et: alphabet('õäöüšž', 'õäü'),
  lv: alphabet('āčēģīķļņšūž', 'āēī'),
  lt: alphabet('ąčęėįšųūž', 'ėųš'),
  sl: alphabet('čšž'),
  hr: alphabet('čćđšž'),
  'sr-Latn': alphabet('čćđšž'),
  sq: alphabet('ëç', 'ë'),
  ca: alphabet('àçèéíïòóúü', 'àèéó'),
  gl: alphabet('áéíñóú'),
  eu: alphabet('ñ', ''),
  is: alphabet('áðéíóúýþæö', 'ðþ'),
  af: alphabet('êëéôïè', ''),
  tr: alphabet('çğıöşüâîû', 'ış'),
  az: alphabet('çəğıöşü', 'ə'),
  uz: alphabet(''),
  tk: alphabet('çäžňöşüý', 'ýä'),
  id: alphabet('é', ''),
  ms: alphabet('é', ''),
  vi: alphabet('ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ', 'đạươ'),
  tl: alphabet('ñ', ''),
  sw: alphabet(''),
  cy: alphabet('âêîôûŵŷ', ''),
  ga: alphabet('áéíóú', 'áéí'),
  mt: alphabet('ċġħżàèìòù', 'ħġċż'),
  ru: alphabet('', 'ыэ'),
  uk: alphabet('ґєії', 'іїє', 'ёыэъ'),
  be: alphabet('іў', 'іў', 'ищъ'),
  bg: alphabet('', 'ъ', 'ёыэ'),
  sr: alphabet('ђјљњћџ', 'јљњћ', 'йщъыьэюяё'),
  mk: alphabet('ѓѕјљњќџ', 'јќѓ', 'йщъыьэюяё'),
  kk: alphabet('әғқңөұүһі', 'әқңі'),
  ky: alphabet('ңөү'),
  tg: alphabet('ғӣқӯҳҷ', 'қҳӣ', 'щы'),
  mn: alphabet('өү'),
  tt: alphabet('әөүҗңһ', 'әү'),
  ar: alphabet('', 'ةىي'),
  fa: alphabet('پچژگکی', 'یک', 'ةىيك'),
  ur: alphabet('ٹڈڑےںہھکیپچژگۓ', 'ہے', 'ةىيكه'),
  ps: alphabet('ټډړږښېۍګڼځڅگپچژیکۀ', 'ېښړ', 'ةىك'),
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz'
const RUSSIAN = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'
const ARABIC = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويى'
const COMMON = new Set(LATIN + RUSSIAN + ARABIC)

/** The letters of a text. */
export type Letters = {
  count: number
  counts: ReadonlyMap<string, number>
  /** Those that are not common to all languages of their script. */
  rare: readonly (readonly [string, number])[]
}

/** Below this lie Latin, Cyrillic and Arabic, of which nearly all texts here are made. */
const NEAR = 0x700

/** How many letters of a text there are of each kind. */
export function lettersOf(text: string): Letters {
  const near = new Uint32Array(NEAR)
  const found = new Map<number, number>()
  for (let at = 0; at < text.length; at++) {
    const mark = text.codePointAt(at) ?? 0
    if (mark > 0xffff) at++
    if (mark < NEAR) near[mark] = (near[mark] ?? 0) + 1
    else found.set(mark, (found.get(mark) ?? 0) + 1)
  }
  for (const [mark, count] of near.entries()) if (count > 0) found.set(mark, count)
  const letters = Array.from(
    found,
    ([mark, count]) => [String.fromCodePoint(mark), count] satisfies [string, number],
  )
  const counts = new Map(letters.filter(([letter]) => /\p{L}/u.test(letter)))
  const count = [...counts.values()].reduce((sum, times) => sum + times, 0)
  return { count, counts, rare: [...counts].filter(([letter]) => !COMMON.has(letter)) }
}

export type LetterShares = { foreign: number; needed: number }

/** The shares of letters that a language does not write, and of those that it cannot do without. */
export function letterShares({ count, counts, rare }: Letters, language: string): LetterShares {
  const known = ALPHABETS[language]
  if (!known || count === 0) return { foreign: 0, needed: 1 }
  const { beside, needed, without } = known
  let foreign = 0
  let own = 0
  for (const [letter, times] of rare) if (!beside.includes(letter)) foreign += times
  for (const letter of without) if (!isForeign(letter, beside)) foreign += counts.get(letter) ?? 0
  for (const letter of needed) own += counts.get(letter) ?? 0
  return { foreign: foreign / count, needed: needed.length === 0 ? 1 : own / count }
}

function isForeign(letter: string, beside: string): boolean {
  return !COMMON.has(letter) && !beside.includes(letter)
}
