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

/** Whether a line opens the part about the house: "About the Ministry". */
export function isAboutHeading(line: string): boolean {
  return ABOUT.test(firstLine(line))
}

/** Whether a line opens the part that says whom to ask. */
export function isContactHeading(line: string): boolean {
  return CONTACT.test(firstLine(line))
}

function firstLine(paragraph: string): string {
  return paragraph.split('\n')[0] ?? ''
}

function isNotesHeading(line: string): boolean {
  return NOTES.test(line)
}

function opensPart(line: string): boolean {
  return isAboutHeading(line) || isContactHeading(line) || isNotesHeading(line) || LEGAL.test(line)
}

/** Some set a whole release as one paragraph, its lines parted by breaks: each of them may open or end a part. */
type Line = { text: string; opensParagraph: boolean }

function linesOf(paragraphs: readonly string[]): Line[] {
  return paragraphs.flatMap(paragraph =>
    paragraph.split('\n').map((text, at) => ({ text, opensParagraph: at === 0 })),
  )
}

/** What a part consists of: how it opens, how many paragraphs it may have, which lines go on with it, which may end it. */
type Shape = {
  opens: (line: string, at: number) => boolean
  max: number
  goesOn: (line: string) => boolean
  mayEnd?: (line: string) => boolean
}

function partFrom(
  lines: readonly Line[],
  start: number,
  { max, goesOn, mayEnd = () => true }: Shape,
): string {
  let end = start + 1
  for (let paragraphs = 1; end < lines.length; end++) {
    const { text, opensParagraph } = lines[end] ?? { text: '', opensParagraph: true }
    if (opensParagraph) paragraphs++
    if (paragraphs > max || !goesOn(text)) break
  }
  while (end > start + 1 && !mayEnd(lines[end - 1]?.text ?? '')) end--
  return lines
    .slice(start, end)
    .map(({ text, opensParagraph }, at) => (at === 0 ? '' : opensParagraph ? '\n\n' : '\n') + text)
    .join('')
}

function partsOf(lines: readonly Line[], shape: Shape): string | undefined {
  const parts = lines.flatMap(({ text }, at) => (shape.opens(text, at) ? [partFrom(lines, at, shape)] : []))
  return parts.length > 0 ? parts.join('\n\n') : undefined
}

export type ReleaseSections = { boilerplate?: string; contacts?: string; notes?: string }

/**
 * The parts behind a release's story: about its house or houses, whom to ask, and what editors should know.
 * @param isEnd whether a line ends the release.
 */
export function readSections(
  paragraphs: readonly string[],
  isEnd: (line: string) => boolean,
): ReleaseSections {
  const lines = linesOf(paragraphs)
  // What stands in the first third is the story's own subheading.
  const behindStory = Math.max(1, Math.floor(lines.length / 3))
  const goesOn = (line: string) => !isEnd(line) && !opensPart(line)
  const canReach = (at: number) =>
    lines.slice(at, at + REACH_WITHIN).some(({ text }) => REACH.test(text.slice(0, 1_000)))
  const boilerplate = partsOf(lines, {
    opens: (line, at) => at >= behindStory && isAboutHeading(line),
    max: MAX_PARAGRAPHS_ABOUT,
    goesOn,
  })
  const contacts = partsOf(lines, {
    opens: (line, at) => isContactHeading(line) && canReach(at),
    max: MAX_CONTACT_PARAGRAPHS,
    goesOn: line => goesOn(line) && (line.length <= CONTACT_LINE_CHARS || REACH.test(line)),
    mayEnd: line => REACH.test(line),
  })
  const notes = partsOf(lines, {
    opens: (line, at) => at >= behindStory && isNotesHeading(line),
    max: lines.length,
    goesOn,
  })
  return {
    ...(boilerplate !== undefined && { boilerplate }),
    ...(contacts !== undefined && { contacts }),
    ...(notes !== undefined && { notes }),
  }
}
