/**
 * The letters that a language writes beside the common ones of its script (`a` to `z`, those of Russian, those of
 * Arabic), and among them those without which no longer text gets by.
 */
type Alphabet = { beside: string; needed: string; without: string }

const alphabet = (beside: string, needed = beside, without = ''): Alphabet => ({ beside, needed, without })

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

/** How many letters of a text there are of each kind. */
export function letterCounts(text: string): Map<string, number> {
  const marks = new Map<number, number>()
  for (let at = 0; at < text.length; at++) {
    const mark = text.codePointAt(at) ?? 0
    if (mark > 0xffff) at++
    marks.set(mark, (marks.get(mark) ?? 0) + 1)
  }
  const counts = new Map<string, number>()
  for (const [mark, count] of marks) {
    const letter = String.fromCodePoint(mark)
    if (/\p{L}/u.test(letter)) counts.set(letter, count)
  }
  return counts
}

export type LetterShares = { foreign: number; needed: number }

/** The shares of letters that a language does not write, and of those that it cannot do without. */
export function letterShares(counts: ReadonlyMap<string, number>, language: string): LetterShares {
  const known = ALPHABETS[language]
  if (!known) return { foreign: 0, needed: 1 }
  const { beside, needed, without } = known
  let all = 0
  let foreign = 0
  let own = 0
  for (const [letter, count] of counts) {
    all += count
    if (without.includes(letter) || !(COMMON.has(letter) || beside.includes(letter))) foreign += count
    if (needed.includes(letter)) own += count
  }
  return all === 0
    ? { foreign: 0, needed: 1 }
    : { foreign: foreign / all, needed: needed === '' ? 1 : own / all }
}
