import { attributionOf, isKnownFurniture } from './furniture/known-lines.ts'
import { repairText } from './repair.ts'

export type CleanedText = {
  text: string
  title?: string
  /** Whom the document names as its source. */
  attribution?: string
  repairs: string[]
  furnitureRemoved: string[]
}

/** Names of sections that stand above a title. */
const SECTION =
  /^(?:press releases?|press release|news|latest news|newsroom|media releases?|statements?|speeches|announcements?|events|home|пресс-релизы?|новости|пресс-центр|pressemitteilung(?:en)?|aktuelles|communiqués? de presse|actualités|notas? de prensa|noticias|comunicati stampa|notizie|notícias|komunikaty|aktualności|լուրեր|մամլո հաղորդագրություններ)$/iu
const MAX_TITLE_CHARS = 300
/** Furniture stands at the ends of a document; further in, a line of it may be quoted. */
const FAR_FROM_END = 12

/**
 * Cleans a document that arrives as plain text: repairs it, takes its title from its first line, and removes lines
 * of known furniture and section names above the title. The attribution that a removed line carried is kept as
 * data. Nothing else is lost: `title`, `text` and `furnitureRemoved` together are the whole document.
 */
export function cleanText(document: string): CleanedText {
  const { text, repairs } = repairText(document)
  const paragraphs = text.split(/\n{2,}/).filter(paragraph => paragraph !== '')
  const furnitureRemoved: string[] = []
  let attribution: string | undefined
  while (paragraphs.length > 1 && SECTION.test(paragraphs[0] ?? ''))
    furnitureRemoved.push(paragraphs.shift() ?? '')
  const title = titleOf(paragraphs)
  if (title !== undefined) paragraphs.shift()
  const body = paragraphs.filter((paragraph, at) => {
    const named = attributionOf(paragraph)
    const nearEnd = at < FAR_FROM_END || at >= paragraphs.length - FAR_FROM_END
    if (named === undefined && !(nearEnd && isFurnitureParagraph(paragraph))) return true
    attribution = named ?? attribution
    furnitureRemoved.push(paragraph)
    return false
  })
  return {
    text: body.join('\n\n'),
    ...(title !== undefined ? { title } : {}),
    ...(attribution !== undefined ? { attribution } : {}),
    repairs,
    furnitureRemoved,
  }
}

function isFurnitureParagraph(paragraph: string): boolean {
  return paragraph.split('\n').every(isKnownFurniture)
}

/** A first line of its own that does not end like a sentence of the body. */
function titleOf(paragraphs: readonly string[]): string | undefined {
  const first = paragraphs[0]
  if (first === undefined || paragraphs.length < 2 || first.length > MAX_TITLE_CHARS || first.includes('\n'))
    return undefined
  return /[.:;,]$/.test(first) && first.length > 120 ? undefined : first
}
