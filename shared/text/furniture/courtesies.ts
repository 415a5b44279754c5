const MAX_CHARS = 120
const SALUTATION =
  /^["“„«]?(?:(?:(?:my|most) )?(?:dear|distinguished|esteemed|honou?rable|fellow)\b|ladies and gentlemen|your excellenc|mr\.? (?:president|speaker|chair)|good (?:morning|afternoon|evening)|уважаем|дорог(?:ие|ой|ая)|достопочтенн|шановн|дорогі|sehr (?:geehrte|verehrte)|liebe\b|meine damen|mesdames|messieurs|mes chers|chers?\b|chères?\b|estimad|querid|señor(?:as|es)|gentili|car[ie]\b|egregi|signore|szanown|drodzy|panie|değerli|sayın|sevgili|kıymetli|հարգելի|սիրելի|მეგობრებო|ძვირფასო|პატივცემულო|αγαπητ|αξιότιμ|κυρίες|vážen|dragi|stima[tț]|onorat|excelênci|prezad|caros?\b|caras?\b|senhor|geachte|beste\b|dames en heren|hyvät|arvoisa|ärade|bästa|kære|tisztelt|kedves|cijenjen|поштован|уважаеми|скъпи|الس(?:يد|ادة)|أيها|أعزائي|尊敬|各位|皆様|皆さん|여러분|존경하는|प्रिय|माननीय|kính)/iu
const THANKS =
  /^["“„«]?(?:(?:once again,? )?(?:i )?thank(?:s| you)\b|many thanks|благодар|спасибо|дякую|дякуємо|спасибі|(?:vielen|herzlichen|besten)? ?dank\b|ich danke|(?:je vous |nous vous )?remerci|merci\b|(?:muchas )?gracias|(?:vi )?(?:ringrazio|grazie)|(?:muito )?obrigad|dziękuj|teşekkür|[iİ]lginiz|շնորհակալ|ευχαριστ|σας ευχαριστ|děkuj|ďakuj|(?:vă |va |îți )?mul[tțţ]um|köszön|kiitos|kiitän|tack\b|takk?\b|dank u|bedankt|hvala|хвала|شكر|谢谢|ありがと|ご清聴|감사|धन्यवाद|cảm ơn|გმადლობ)/iu

/** Whether a line greets or thanks those whom a speech speaks to: such lines recur because speeches do. */
export function isCourtesy(line: string): boolean {
  const text = line.trim()
  return text.length <= MAX_CHARS && (SALUTATION.test(text) || THANKS.test(text))
}
