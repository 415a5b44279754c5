import { decodeDocument } from '../feed/decode.ts'
import { type ReleaseAnatomy, readAnatomy } from './anatomy.ts'
import { type Block, readBlocks } from './blocks.ts'
import { type BodyMethod, findBody } from './body.ts'
import { readDates } from './dates.ts'
import { type FurnitureState, type LearntPage, learnFurniture } from './furniture/learned.ts'
import { linesToLearn, stripFurniture } from './furniture/strip.ts'
import { readArticleData } from './json-ld.ts'
import { checkLanguage } from './language.ts'
import type { ArticleImage, Attachment } from './media.ts'
import { readMeta, readMetadata } from './metadata.ts'
import { findObstacle, type Obstacle } from './obstacle.ts'
import { parsePage } from './parse-tree.ts'
import { CODE_MARK, repairText } from './repair.ts'
import type { DateBasis, DatePrecision } from './stated-date.ts'
import blockModel from './weigh/block-model.json' with { type: 'json' }
import type { Forest } from './weigh/trees.ts'

export type ExtractionContext = {
  url: string
  contentType?: string
  /** CSS selector of the article's body, from the source's entry; wins when it matches. */
  selector?: string
  /** What the source's other pages have in common; the state after this page comes back with the article. */
  furniture?: FurnitureState
}

export type ExtractedArticle = {
  text: string
  title?: string
  authors: string[]
  /** By the publisher's clock, with its offset where one is stated: its day is the day that the page shows. */
  publishedAt?: string
  publishedPrecision?: DatePrecision
  publishedBasis?: DateBasis
  modifiedAt?: string
  language?: string
  languageBasis?: 'declared' | 'text'
  canonicalUrl?: string
  siteName?: string
  /** Whom the page names as its source in a line of its own. */
  attribution?: string
  images: ArticleImage[]
  attachments: Attachment[]
  release: ReleaseAnatomy
  method: BodyMethod
  /** Each kind of repair with its count, as in `entities: 3`. */
  repairs: string[]
  furnitureRemoved: string[]
  furniture?: FurnitureState
  /** Set when the page is no article but what stands in its way. */
  obstacle?: Obstacle
  note?: string
}

/** Larger pages are read up to here: they are archives and dumps, and the article stands at their start. */
const MAX_CHARS = 6_000_000
/** Of a page that is a dump of text, more than this is no article. */
const MAX_TEXT_CHARS = 300_000

/** A page that was read, and whose text is still to be told from the furniture of its source. */
export type ReadPage = {
  /** What the source's furniture is learnt from. */
  learnt: LearntPage
  /** The article by what is known of its source's furniture. */
  articleBy: (furniture: FurnitureState | undefined) => ExtractedArticle
}

/**
 * Reads an article's page. Takes bytes (decoded by byte order mark, UTF-8 validity, HTTP and meta labels) or text.
 * Never throws on any page; what could not be done is said in the article's `note` and `obstacle`.
 */
export function readPage(
  html: string | Uint8Array,
  context: Omit<ExtractionContext, 'furniture'>,
  model: Forest = blockModel,
): ReadPage {
  const { url, contentType, selector } = context
  const markup = typeof html === 'string' ? html : decodeDocument(html.subarray(0, MAX_CHARS), contentType)
  const page = parsePage(markup.slice(0, MAX_CHARS), url)
  const meta = readMeta(page)
  const data = readArticleData(page.scripts)
  const metadata = readMetadata(page, meta, data)
  const found = readBlocks(page.document.body)
  const { note: dateNote, ...published } = readDates({
    page,
    markup,
    meta,
    data,
    blocks: found.blocks,
    title: metadata.title,
    language: metadata.language,
  })
  const body = findBody(page, found, metadata, selector, model)
  const notes = [body.note, dateNote, page.cut && `page cut by ${page.cut}`].filter(
    note => note !== undefined,
  )
  const { title: statedTitle, authors, canonicalUrl, siteName, language: statedLanguage } = metadata
  const title = statedTitle === undefined ? undefined : repairText(statedTitle).text
  const said = {
    ...(title ? { title } : {}),
    authors: authors.map(author => repairText(author).text),
    ...published,
    ...(canonicalUrl ? { canonicalUrl } : {}),
    ...(siteName ? { siteName } : {}),
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  }
  const seen = {
    visibleText: visibleText(found.blocks),
    hasFrameset: page.hasFrameset,
    scriptChars: page.scriptChars,
  }
  return {
    learnt: { url, lines: linesToLearn(body) },
    articleBy: state => {
      const stripped = stripFurniture(body, { url, title, state })
      const { text, repairs } = repairText(render(stripped.blocks).slice(0, MAX_TEXT_CHARS))
      const language = checkLanguage(statedLanguage, text)
      const obstacle = findObstacle({ title: title ?? '', text, ...seen })
      return {
        text,
        ...said,
        ...(language ? { language: language.language, languageBasis: language.basis } : {}),
        ...(stripped.attribution ? { attribution: stripped.attribution } : {}),
        images: body.images,
        attachments: body.attachments,
        release: readAnatomy(text),
        method: body.method,
        repairs,
        furnitureRemoved: stripped.removed,
        ...(obstacle ? { obstacle } : {}),
      }
    },
  }
}

/**
 * The article of a page: clean text in paragraphs in the order of the page (parted by an empty line) and what the
 * page says about it. With the source's `furniture`, the state after this page comes back with the article.
 */
export function extractArticle(html: string | Uint8Array, context: ExtractionContext): ExtractedArticle {
  const { furniture } = context
  const page = readPage(html, context)
  const article = page.articleBy(furniture)
  return furniture ? { ...article, furniture: learnFurniture(furniture, [page.learnt]) } : article
}

function render(blocks: readonly Block[]): string {
  return blocks
    .map(({ text, region }) => (region.tag === 'pre' ? CODE_MARK + text + CODE_MARK : text))
    .join('\n\n')
}

const SEEN_CHARS = 3_000

function visibleText(blocks: readonly Block[]): string {
  let text = ''
  for (const block of blocks) {
    if (text.length > SEEN_CHARS) break
    if (!block.region.hidden) text += `${block.text}\n`
  }
  return text
}
