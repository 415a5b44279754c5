const AGENCY =
  /^(?:ap|afp|dpa(?:[-/ ].*)?|ots|apa|sda|ats|keystone-sda|efe|ep|ansa|agi|lapresse|askanews|adnkronos|tass|upi|pti|ani|ians|uni|xinhua|kyodo|jiji|yonhap|aa|aap|cp|pa|belga|anp|lusa|pap|ctk|čtk|tasr|mti|hina|tanjug|beta|fena|mina|bta|agerpres|tt|ntb|ritzau|stt|bns|elta|leta|unian|reuters|bloomberg|interfax.*|armenpress|арменпресс|արմենպրես|azertac|report|trend|тасс|риа новости|интерфакс.*|белта|укринформ|унн|казинформ|кабар|رويترز|أ ف ب|ا ف ب|أ ش أ|شينخوا|وام|واس|قنا|بنا|سانا|کونا|كونا|ایرنا|ایسنا|भाषा|वार्ता|.*(?:wire|news|press|presse|prensa|newsroom|release|agency|karma|новости|пресс|инфо)\b.*|.*\.(?:ru|com|ai))$/iu

const LABEL =
  /\b(?:advisory|update[ds]?|notes?|notice|tips?|news|release|media|press|watch|read|listen|editorial|opinion|analysis|comment|exclusive|breaking|correction|corrected|takeaways?|faq|warning|important|summary|conclusion|step|part|chapter|question|answer|pros|cons|about|contact|background|report|reports|issues|video|photos?|alert|reminder|statement|speech|remarks|figure|table|published|posted|date|time|when|where|admin|editor|staff|author|source|subject|re|by|contacto?s?)\b/iu

const NORTH_AMERICA =
  /^(?:A[BLKRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSTVY]|O[HKNR]|P[AE]|QC|RI|S[CDK]|T[NX]|UT|V[AT]|W[AIVY]|YT|Ala\.|Ariz\.|Ark\.|Calif\.|Colo\.|Conn\.|Del\.|Fla\.|Ga\.|Ill\.|Ind\.|Kan\.|Ky\.|La\.|Mass\.|Md\.|Mich\.|Minn\.|Miss\.|Mo\.|Mont\.|Neb\.|Nev\.|N\.[CDHJMY]\.|Okla\.|Ont\.|Ore\.|Pa\.|Que\.|R\.I\.|S\.[CD]\.|Tenn\.|Va\.|Vt\.|W\.Va\.|Wash\.|Wis\.|Wyo\.|Alberta|British Columbia|California|Colorado|Florida|Georgia|Illinois|Manitoba|Massachusetts|Michigan|Nova Scotia|Ontario|Oregon|Pennsylvania|Quebec|Québec|Saskatchewan|Texas|Utah|Virginia|Washington|Wisconsin)$/iu

const countries = new Map<string, Set<string>>()

/** The names of countries in a language and in English, in lower case; those of another spelling are missing. */
function countriesIn(language: string): Set<string> {
  const known = countries.get(language)
  if (known) return known
  const names = new Set(['usa', 'u.s.', 'u.s.a.', 'uk', 'u.k.', 'england', 'scotland', 'wales', 'uae'])
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const tag of [language, 'en']) {
    const [supported] = Intl.DisplayNames.supportedLocalesOf([tag])
    if (supported === undefined) continue
    const regions = new Intl.DisplayNames([supported], { type: 'region', fallback: 'none' })
    for (const one of letters)
      for (const two of letters) names.add(regions.of(one + two)?.toLowerCase() ?? '')
  }
  names.delete('')
  countries.set(language, names)
  return names
}

/** Whether a name stands in capitals, as cities do before a dash. */
export function isCapitals(place: string): boolean {
  return /^\p{Lu}{2}/u.test(place) && place === place.toUpperCase() && /\p{Lu}{4}/u.test(place)
}

/** Whether a name behind a city's says where that is: a country, in the language of the text or in English, or a state. */
export function isRegion(place: string, language: string | undefined): boolean {
  return NORTH_AMERICA.test(place) || countriesIn(language?.slice(0, 2) ?? 'en').has(place.toLowerCase())
}

/** Whether words are the name or mark of a news agency or a wire for releases. */
export function isAgency(words: string): boolean {
  return AGENCY.test(words.trim().replace(/\.$/, ''))
}

/** Whether words before a dash or a date are a label, not a place: `UPDATE`, `Media advisory`. */
export function isLabel(words: string): boolean {
  return LABEL.test(words)
}
