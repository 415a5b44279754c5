/** The parts of a press release that are not its story, as its author marks them. Absent when not marked. */
export type ReleaseAnatomy = {
  /** "YEREVAN, Armenia, 21 November 2026" */
  dateline?: string
  /** The line that forbids or allows publication, as it stands. */
  embargo?: string
  /** "FOR IMMEDIATE RELEASE" or its like stands above the text. */
  forImmediateRelease: boolean
  /** Paragraphs about the organisation, from "About …" on. */
  boilerplate?: string
  contacts?: string
  /** The mark behind the last line of the story: ###, -30-, ENDS. */
  endMark?: string
}

const IMMEDIATE =
  /^(?:for immediate release|immediate release|zur sofortigen veröffentlichung|pour diffusion immédiate|para (?:publicación|divulgación|divulgação) inmediata|per la pubblicazione immediata|для немедленного (?:распространения|опубликования))\b/i
const EMBARGO =
  /^(?:(?:strictly )?(?:under )?embargo(?:ed)?\b|not for (?:release|publication) before\b|hold (?:for release )?until\b|sperrfrist\b|sous embargo\b|эмбарго)/i
const END_MARK =
  /^[\s*\-–—]*(?:#{2,}|# # #|\*{3,}|-\s?30\s?-|[-–—]\s?(?:ends?|ende|fin|fine|fim|конец|кінець|koniec|konec|einde|slut|loppu|son|վերջ|τέλος|النهاية|完)\s?[-–—]?|ends?|xxx)[\s*\-–—]*$/i
/** A heading of its own, or the organisation's name and a colon: `About Acme`, `About Acme: Acme makes …`. */
const ABOUT =
  /^(?:About|ABOUT|Über|À propos(?: d['’]| de| du| des)|Acerca de|Sobre|Informazioni su(?:ll['’]|ll[ae]|l|i|gli)?|Chi è|O|О|Об|Про|Over|Om|Despre|Tietoa|Σχετικά με)(?:\s|(?<=['’l]))(?:the |The |das |die |den |dem |la |le |les |l['’]|el |los |las |il |lo |gli |o |a |os |as |de |het |τ[οηι]ν? )?(?:[\p{Lu}\p{N}«"“]|minist|компании|нас|ведомстве|министерстве|министерство|агентстве|организации|ministerstwie|firmie)[^.!?։]{0,100}(?:$|: )|^[\p{L}«"“][^.!?։:]{2,90} (?:մասին|hakkında|haqqında|шақында|туралы|შესახებ)$|^关于.{2,40}$/u
const CONTACT =
  /^(?:media |press |for (?:more |further )?)?(?:contacts?|information,? (?:please )?contact|enquiries|inquiries|pressekontakt|ansprechpartner|contacts? presse|contacto de prensa|contatti|контакты(?: для прессы)?)\b/i
const DATELINE_CHARS = 120
const DATELINE =
  /^((?:\p{Lu}[\p{L}.'’-]*)(?:[ ,/]{1,2}(?:\p{Lu}[\p{L}.'’-]*|de|of|\d{1,4}\.?))*[\p{L}\d.)]*(?: ?\([\p{L}\d .,]{2,40}\))?) ?(?:—|–|--|-(?= )) ?\S/u

/** Whether a line opens the part about the house: "About the Ministry". */
export function isAboutHeading(line: string): boolean {
  return ABOUT.test(line.split('\n')[0] ?? '')
}

/** Whether a line opens the part that says whom to ask. */
export function isContactHeading(line: string): boolean {
  return CONTACT.test(line)
}

function datelineOf(paragraph: string): string | undefined {
  const place = DATELINE.exec(paragraph.slice(0, DATELINE_CHARS + 4))?.[1]?.trim()
  if (place === undefined || place.length > DATELINE_CHARS) return undefined
  // A name before a dash may be anything; a city in capitals, a comma or an agency in brackets makes a dateline.
  const speaks =
    /^\p{Lu}{2}[\p{Lu} .'’-]+(?:,|\(|$)/u.test(place) || /\d{4}|\(/.test(place) || /,\s*\p{Lu}/u.test(place)
  return speaks ? place : undefined
}

function sectionFrom(
  paragraphs: readonly string[],
  opening: RegExp,
  isEnd: (paragraph: string) => boolean,
): string | undefined {
  const start = paragraphs.findIndex(paragraph => opening.test(paragraph.split('\n')[0] ?? ''))
  // What stands in the first half is the story's own subheading.
  if (start < Math.floor(paragraphs.length / 3) || start < 1) return undefined
  const length = paragraphs.slice(start + 1).findIndex(isEnd)
  return paragraphs.slice(start, length < 0 ? undefined : start + 1 + length).join('\n\n')
}

/**
 * Finds the customary parts of a press release in its clean text (paragraphs parted by empty lines). The text
 * itself stays as it is: these are pointers for a reader who wants the story alone.
 */
export function readAnatomy(text: string): ReleaseAnatomy {
  const paragraphs = text.split(/\n{2,}/)
  const opening = paragraphs.slice(0, 6)
  const dateline = opening.map(datelineOf).find(found => found !== undefined)
  const embargo = opening.find(paragraph => EMBARGO.test(paragraph) && paragraph.length < 300)
  const endMark = paragraphs.find(paragraph => END_MARK.test(paragraph) && paragraph.length < 20)
  const isEnd = (paragraph: string) => END_MARK.test(paragraph)
  const boilerplate = sectionFrom(paragraphs, ABOUT, paragraph => isEnd(paragraph) || CONTACT.test(paragraph))
  const contacts = sectionFrom(paragraphs, CONTACT, paragraph => isEnd(paragraph) || ABOUT.test(paragraph))
  return {
    forImmediateRelease: opening.some(paragraph => IMMEDIATE.test(paragraph)),
    ...(dateline ? { dateline } : {}),
    ...(embargo ? { embargo } : {}),
    ...(boilerplate ? { boilerplate } : {}),
    ...(contacts ? { contacts } : {}),
    ...(endMark ? { endMark: endMark.trim() } : {}),
  }
}
