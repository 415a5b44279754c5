/** A heading of its own, or the organisation's name and a colon: `About Acme`, `About Acme: Acme makes …`. */
const ABOUT =
  /^(?!(?:Over|Om|Про|Sobre) \d)(?:About|ABOUT|Über|À propos(?: d['’]| de| du| des)|Acerca de|Sobre|Informazioni su(?:ll['’]|ll[ae]|l|i|gli)?|Chi è|O|О|Об|Про|Over|Om|Despre|Tietoa|Σχετικά με)(?:\s|(?<=['’l]))(?:the |The |das |die |den |dem |la |le |les |l['’]|el |los |las |il |lo |gli |o |a |os |as |de |het |τ[οηι]ν? )?(?:[\p{Lu}\p{N}«"“]|minist|компании|нас|ведомстве|министерстве|министерство|агентстве|организации|ministerstwie|firmie)[^.!?։]{0,100}(?:$|: )|^[\p{L}«"“][^.!?։:]{2,90} (?:մասին|hakkında|haqqında|шақында|туралы|შესახებ)$|^关于.{2,40}$/u
const NOTES =
  /^(?:notes? (?:to|for) (?:the )?(?:news ?)?(?:editors?|media|journalists)|editors?['’]?s?['’]? notes?|hinweise? (?:für|an) die redaktion(?:en)?|note (?:aux|à l['’]attention des) (?:rédactions?|rédacteurs|éditeurs|médias|journalistes)|notes? aux (?:rédactions?|rédacteurs|éditeurs)|nota (?:a|para) (?:los )?(?:editores|redactores|medios)|nota (?:per i|ai) (?:redattori|giornalisti)|notas? (?:aos|para os|para) editores|noot (?:voor|aan) (?:de )?redacties?|till redaktionen|uwaga dla redakcji|примечани[ея] (?:для|редакторам)(?: редакторов| редакци[ий])?|к сведению (?:редакторов|редакций|журналистов)|примітк[аи] для редакторів|編集者?(?:注|への注記)|编者[注按])(?!\p{L})[^.!?]{0,40}$/iu
/** Lawyers' parts, which close a release as well. */
const LEGAL =
  /^(?:(?:cautionary (?:note|statement)s?|note) (?:regarding|on|about|concerning) forward[- ]looking|forward[- ]looking statements?|safe harbou?r|disclaimer|haftungsausschluss|avertissement|aviso legal|disclaimer legale)(?!\p{L})/iu

const TAIL = String.raw`(?:\s?\([^()]{2,40}\))?\s?(?:$|[:：՝–—-]|\n)`
/** Of the press: what it is called where it says whom to ask, and nothing but that stands in the line or before a colon. */
const CONTACT = new RegExp(
  '^(?:' +
    [
      '(?:for )?(?:(?:media|press|news|public|investor|general|company|corporate|further|more|additional|all)[ /&]+(?:and )?(?:media |press |investor )?)?(?:relations |office )?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))(?: (?:us|information|details|person|persons|for (?:the )?(?:media|press)))?',
      'for (?:more|further|additional|media|press) (?:information|details|inquiries|enquiries)(?:,? (?:please )?contact)?',
      '(?:presse|medien)?kontakte?(?: (?:für|an) .{3,40})?|(?:ihre?|presse)?\\s?ansprechpartner(?:in|innen)?(?: .{3,40})?|rückfrage(?:n|hinweis)(?: .{3,30})?|pressestelle|medienstelle',
      "contacts? (?:de |pour la )?(?:presse|médias?|media)|relations? (?:avec la |avec les )?(?:presse|médias)|service (?:de )?presse|pour (?:plus d[’']|toute |de plus amples )informations?",
      'contactos?(?: (?:de|para|con))?(?: la| los)? ?(?:prensa|medios|imprensa)?|(?:para )?m[áa]s informaci[óo]n|gabinete de (?:prensa|comunicaci[óo]n)',
      'contatos?(?: (?:para|de|da))?(?: a)? ?(?:imprensa)?|assessoria de (?:imprensa|comunica[çc][ãa]o)|mais informa[çc][õo]es|informa[çc][õo]es (?:à|para a) imprensa',
      'contatt[io](?: (?:per la )?stampa| media)?|ufficio stampa|per (?:maggiori|ulteriori) informazioni',
      '(?:pers)?contact(?:persoon|personen)?|voor meer informatie|woordvoering',
      '(?:press|presse|medie)kontakt(?:er)?|kontaktperson(?:er)?|(?:för mer|for mere|for mer) information|ytterligare information|yderligere oplysninger|for mer informasjon',
      'lis[äa]tietoja|lis[äa]tiedot|yhteystiedot',
      'kontakt (?:dla (?:medi[óo]w|prasy)|prasowy|pro m[ée]dia|pre m[ée]di[áa])|biuro prasowe|rzecznik prasowy|tiskov(?:é odd[ěe]len[íi]|[ýy] mluv[čc][íi])',
      'sajt[óo]kapcsolat|kapcsolat|contact (?:de )?pres[ăa]|pentru (?:mai multe )?informa[țt]ii|kontakt za medije',
      'контакт(?:ы|ная информация|ное лицо|ные данные)?(?: для .{3,40})?|пресс-служба|за дополнительной информацией|дополнительная информация',
      'контакт(?:и|на особа|на інформація)(?: для .{3,40})?|прес-служба|додаткова інформація',
      'за контакти|за повече информация|контакти за .{3,30}',
      '(?:bas[ıi]n )?[iİ]leti[şs]im(?: bilgileri)?|detayl[ıi] bilgi i[çc]in|[əe]laq[əe](?: üçün)?',
      'կոնտակտներ|կապ(?: մեզ հետ)?|լրացուցիչ տեղեկությունների համար|საკონტაქტო(?: ინფორმაცია| პირი)?|კონტაქტი',
      'επικοινωνία|στοιχεία επικοινωνίας|για περισσότερες πληροφορίες',
      'للتواصل(?: الإعلامي)?|جه(?:ة|ات) الاتصال|لمزيد من المعلومات|الاتصال الإعلامي|اطلاعات تماس|ליצירת קשר|איש קשר(?: לעיתונות)?|לפרטים נוספים',
      '(?:媒体|媒體|新闻|新聞|传媒)?(?:联系(?:人|方式)?|聯絡(?:人|方式)?|聯繫(?:人|方式)?|查询|查詢)',
      '(?:本件に関する|報道(?:機関|関係者?)(?:から)?の?|プレス)?(?:お?問い?合わせ先?|連絡先|担当)',
      '(?:미디어|언론|보도|홍보)?\\s?(?:문의(?:처)?|연락처|담당자?)',
    ].join('|') +
    `)${TAIL}`,
  'iu',
)
const REACH = /@|(?<!\d)\+?\(?\d[\d ()/.–-]{5,24}\d(?!\d)|https?:|www\./
const MAX_PARAGRAPHS_ABOUT = 5
const MAX_CONTACT_PARAGRAPHS = 12
const CONTACT_LINE_CHARS = 120
/** A heading's evidence: somebody to reach right below it. */
const REACH_WITHIN = 5

function firstLine(paragraph: string): string {
  return paragraph.split('\n')[0] ?? ''
}

/** Whether a line opens the part about the house: "About the Ministry". */
export function isAboutHeading(line: string): boolean {
  return ABOUT.test(firstLine(line))
}

/** Whether a line opens the part that says whom to ask. */
export function isContactHeading(line: string): boolean {
  return CONTACT.test(firstLine(line))
}

function isNotesHeading(paragraph: string): boolean {
  return NOTES.test(firstLine(paragraph))
}

function opensPart(paragraph: string): boolean {
  return (
    isAboutHeading(paragraph) ||
    isContactHeading(paragraph) ||
    isNotesHeading(paragraph) ||
    LEGAL.test(firstLine(paragraph))
  )
}

/** From `start` on, as long as paragraphs belong to it, up to the last that may end it. */
function partFrom(
  paragraphs: readonly string[],
  start: number,
  max: number,
  goesOn: (paragraph: string) => boolean,
  mayEnd: (paragraph: string) => boolean,
): string {
  let end = start + 1
  while (end < paragraphs.length && end - start < max && goesOn(paragraphs[end] ?? '')) end++
  while (end > start + 1 && !mayEnd(paragraphs[end - 1] ?? '')) end--
  return paragraphs.slice(start, end).join('\n\n')
}

function partsOf(
  paragraphs: readonly string[],
  opens: (paragraph: string, at: number) => boolean,
  max: number,
  goesOn: (paragraph: string) => boolean,
  mayEnd: (paragraph: string) => boolean = () => true,
): string | undefined {
  const parts = paragraphs.flatMap((paragraph, at) =>
    opens(paragraph, at) ? [partFrom(paragraphs, at, max, goesOn, mayEnd)] : [],
  )
  return parts.length > 0 ? parts.join('\n\n') : undefined
}

export type ReleaseSections = { boilerplate?: string; contacts?: string; notes?: string }

/**
 * The parts behind a release's story: about its house or houses, whom to ask, and what editors should know.
 * @param isEnd whether a paragraph ends the release.
 */
export function readSections(
  paragraphs: readonly string[],
  isEnd: (paragraph: string) => boolean,
): ReleaseSections {
  // What stands in the first third is the story's own subheading.
  const behindStory = Math.max(1, Math.floor(paragraphs.length / 3))
  const goesOn = (paragraph: string) => !isEnd(paragraph) && !opensPart(paragraph)
  const isContactLine = (paragraph: string) =>
    goesOn(paragraph) && (paragraph.length <= CONTACT_LINE_CHARS || REACH.test(paragraph))
  const canReach = (at: number) =>
    paragraphs.slice(at, at + REACH_WITHIN).some(paragraph => REACH.test(paragraph.slice(0, 1_000)))
  const boilerplate = partsOf(
    paragraphs,
    (paragraph, at) => at >= behindStory && isAboutHeading(paragraph),
    MAX_PARAGRAPHS_ABOUT,
    goesOn,
  )
  const contacts = partsOf(
    paragraphs,
    (paragraph, at) => isContactHeading(paragraph) && canReach(at),
    MAX_CONTACT_PARAGRAPHS,
    isContactLine,
    paragraph => REACH.test(paragraph),
  )
  const notes = partsOf(
    paragraphs,
    (paragraph, at) => at >= behindStory && isNotesHeading(paragraph),
    paragraphs.length,
    goesOn,
  )
  return {
    ...(boilerplate !== undefined && { boilerplate }),
    ...(contacts !== undefined && { contacts }),
    ...(notes !== undefined && { notes }),
  }
}
