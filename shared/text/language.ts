/**
 * The commonest short words of languages that share a script; they make up a fifth to a half of running text.
 * Words that many of these languages have say little and are weighed accordingly.
 */
const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with as it be by this are from at which have has not his said will an were their been',
  de: 'der die und das den von mit ist des dem für nicht auf ein eine sich auch als werden wird bei zu hat dass nach sind oder einer',
  fr: 'le la les des du et est une dans que qui pour pas sur par au avec plus ce il sont cette aux ont son nous été ses',
  es: 'el la los las de del y en que por con para una se al es su lo como más este ha pero sus sobre fue también entre han',
  pt: 'o a os as de do da dos das em no na e que para com uma não por mais um se ao foi é como pela pelo são às também',
  it: 'il lo la gli le di del della dei delle e che per un una con non è sono in nel nella al alla da dal si come anche più ha',
  nl: 'de het een van en in is dat op te zijn voor met die niet aan er om ook als bij naar door uit maar wordt deze heeft',
  pl: 'w i z na się że do nie to jest o dla przez od oraz po jak są za co ale był który przy tym roku został może',
  cs: 'a v se na je že s z do o to ve pro k by i za jsou po jako jeho ale byl které také která roku od při',
  sk: 'a v sa na je že s z do o to vo pre k by aj za sú po ako jeho ale bol ktoré tiež ktorá roku od pri bude',
  ro: 'și de la în a cu pe pentru că din care nu este un o mai se au fost prin sunt al ale după fi ca această sau',
  hu: 'a az és hogy nem is egy ez meg már csak de mint volt azt ha van még kell el vagy pedig aki után között lesz',
  sv: 'och i att det som en på är av för med till den har de inte om ett han men var jag från vi kan så under ska',
  da: 'og i at det som en på er af for med til den har de ikke om et han men var fra vi kan så under skal blev efter',
  no: 'og i at det som en på er av for med til den har de ikke om et han men var fra vi kan så under skal ble etter seg',
  fi: 'ja on ei se että oli hän myös kun mutta joka ovat tai sen kuin mukaan vuoden ole sekä jo hänen niin olla voi',
  tr: 've bir bu ile için da de olarak daha çok olan gibi en kadar sonra ancak değil ise ne her tarafından oldu',
  id: 'yang dan di dengan untuk dari dalam ini itu pada tidak adalah akan ke telah oleh juga para sebagai bahwa kepada',
  vi: 'và của là các được trong cho có một những với không này đã khi từ người tại về đến trên theo năm',
  et: 'ja on ei et see mis ka oli kui ning aga selle oma nii ta mida või tema kes pärast aasta välja',
  lv: 'un ir ar no par ka uz kas lai arī gada tiek pēc tā kā bet vai bija tika būs',
  lt: 'ir į yra kad su iš tai bet kaip buvo apie metų dėl taip pat už nuo bus kuris po ar',
  hr: 'i u je na se da su za od s o koji će kao što ne iz bi te nije a sve koje biti do ili',
  sq: 'të e në dhe për me një që nga ka është i se si do nuk më janë kjo u nga',
  ca: 'el la els les de del i a en que per amb una es al és ha no com més seva aquest també són pel',
  az: 'və bu bir ilə üçün da də olan edib olub etmək daha kimi sonra görə ki dövlət',
  ru: 'и в на не что с по к из за от как о это для его был году при он она также до мы но она так',
  uk: 'і в на що з не до у та за про для від як це він його є під час також року ми було але й',
  be: 'і ў на не што з па да для ад як гэта яго за быў у таксама пра год мы але каб',
  bg: 'на и в за се да от с не е са по ще като за това до което при беше който или след бъде',
  sr: 'и у је на се да су за од с о који ће као што не из би није а све које бити',
  mk: 'на и во за се да од со не е по ќе како ова до што при беше кој или ги',
  kk: 'және мен үшін бұл да де бойынша деп бар болып туралы оның жылы',
  fa: 'و در به از که این را با است برای آن می یک خود تا بر شد',
  ar: 'في من على إلى أن التي الذي عن مع هذا هذه كان ما لا بين',
  ur: 'کے کی میں ہے اور سے کا کو نے پر اس کہ ہیں',
  hi: 'के में है की और से का को पर ने कि यह',
}

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

const LANGUAGES_OF = new Map<string, string[]>()
for (const [language, words] of Object.entries(COMMON_WORDS)) {
  for (const word of new Set(words.split(' ')))
    LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language])
}

/** Twins whose words alone cannot tell them apart: a declaration of one is believed where the other is found. */
const TWINS: readonly (readonly string[])[] = [
  ['no', 'nb', 'nn', 'da'],
  ['hr', 'sr', 'bs', 'sh', 'me', 'cnr'],
  ['id', 'ms'],
  ['cs', 'sk'],
  ['bg', 'mk'],
  ['es', 'ca', 'gl'],
  ['pt', 'gl'],
  ['fa', 'prs', 'tg'],
  ['hi', 'mr', 'ne'],
  ['he', 'yi'],
  ['zh', 'ja', 'yue'],
  ['ru', 'kk', 'ky', 'tg', 'uz', 'mn', 'tt'],
]

/**
 * The language of a text by its script and its commonest words, as an ISO 639 code; undefined when the text is too
 * short or nothing stands out. Reads the first few thousand characters.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE_CHARS)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 40) return undefined
  const scripts = FAR_SCRIPTS.test(sample) ? SCRIPT_LANGUAGE : []
  for (const [script, language] of scripts) {
    const found = sample.match(new RegExp(script.source, 'gu'))?.length ?? 0
    if (found > letters * (language === 'ja' ? 0.1 : 0.5)) return language
  }
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < MIN_WORDS) return undefined
  const scores = new Map<string, number>()
  for (const word of words) {
    const languages = LANGUAGES_OF.get(word) ?? []
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length)
  }
  const [first, second] = [...scores].sort(([, a], [, b]) => b - a)
  if (!first || first[1] < words.length * 0.06) return undefined
  return second && second[1] > first[1] * 0.9 ? undefined : first[0]
}

function areTwins(a: string, b: string): boolean {
  return TWINS.some(group => group.includes(a) && group.includes(b))
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
  const primary = declared?.split('-')[0]?.toLowerCase()
  if (declared && primary && (found === undefined || found === primary || areTwins(found, primary))) {
    return { language: declared, basis: 'declared' }
  }
  return found === undefined ? undefined : { language: found, basis: 'text' }
}
