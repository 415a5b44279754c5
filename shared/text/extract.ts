import { decodeDocument } from '../feed/decode.ts'
import type { ArticleSelectors } from '../source.ts'
import { authorsBeside } from './authors.ts'
import { type Block, readBlocks } from './blocks.ts'
import { type BodyMethod, findBody } from './body.ts'
import { readingOf } from './dates/date-reading.ts'
import { readDates } from './dates/dates.ts'
import type { DateBasis, DatePrecision, FoundDate } from './dates/stated-date.ts'
import { type FurnitureState, type LearntPage, learnFurniture } from './furniture/learned.ts'
import { linesToLearn, type RemovedLine, stripFurniture } from './furniture/strip.ts'
import { wholeText } from './furniture/whole-text.ts'
import { readArticleData } from './json-ld.ts'
import { checkLanguage } from './language.ts'
import type { ArticleImage, Attachment } from './media.ts'
import { readMeta, readMetadata } from './metadata.ts'
import { findObstacle, type Obstacle } from './obstacle.ts'
import { parsePage } from './parse-tree.ts'
import { findsOf, type RecipeFinds, readRecipe, takeOut } from './recipe.ts'
import { type ReleaseAnatomy, readAnatomy } from './release/anatomy.ts'
import { CODE_MARK, repairText } from './repair/repair.ts'
import { isSiteOf } from './site-names.ts'
import blockModel from './weigh/block-model.json' with { type: 'json' }
import type { Forest } from './weigh/trees.ts'

export type ExtractionContext = {
  url: string
  contentType?: string
  /** The source's own selectors; what they find wins. */
  selectors?: ArticleSelectors
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
  /** What the source's own selectors found and what they did not; absent where it has none. */
  recipe?: RecipeFinds
  /** Each kind of repair with its count, as in `entities: 3`. */
  repairs: string[]
  furnitureRemoved: string[]
  /** Of each removed line what took it out and where it stood. */
  furniturePlaces: Omit<RemovedLine, 'text'>[]
  titleRepairs: string[]
  /** Every date of publication that the page states, the one taken first. */
  dateStatements: { at: string; by: DateBasis }[]
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
  recipe?: RecipeFinds
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
  const { url, contentType, selectors = {} } = context
  const markup = typeof html === 'string' ? html : decodeDocument(html.subarray(0, MAX_CHARS), contentType)
  const page = parsePage(markup.slice(0, MAX_CHARS), url)
  const meta = readMeta(page)
  const data = readArticleData(page.scripts)
  const stated = readMetadata(page, meta, data)
  const found = readBlocks(page.document.body)
  const root = page.document.documentElement
  const { language: statedLanguage } = stated
  const own = readRecipe(root, selectors, () =>
    readingOf({ page, blocks: found.blocks, language: statedLanguage }),
  )
  const metadata = own.title === undefined ? stated : { ...stated, title: own.title }
  const {
    note: dateNote,
    statements,
    ...published
  } = readDates({
    page,
    markup,
    meta,
    data,
    blocks: found.blocks,
    title: metadata.title,
    language: statedLanguage,
  })
  const takenOut = takeOut(root, selectors.remove)
  const left = takenOut.length > 0 ? readBlocks(page.document.body) : found
  const body = findBody(page, left, metadata, selectors.text, model)
  const recipe = findsOf(selectors, own, body.method === 'selector')
  const notes = [
    ...recipe.missed.map(part => `selector ${selectors[part]} does not match`),
    body.note,
    own.published === undefined ? dateNote : undefined,
    page.cut && `page cut by ${page.cut}`,
  ].filter(note => note !== undefined)
  const { title: statedTitle, canonicalUrl, siteName } = metadata
  const marked = recipe.hasAuthors ? own.authors : metadata.authors
  const authors =
    marked.length > 0 || recipe.hasAuthors
      ? marked
      : authorsBeside(found.blocks, metadata.title, isSiteOf(siteName ?? '', url))
  const { text: title, repairs: titleRepairs } = repairText(statedTitle ?? '')
  const said = {
    ...(title ? { title } : {}),
    titleRepairs,
    authors: authors.map(author => repairText(author).text),
    ...published,
    ...(own.published && publishedBy(own.published)),
    dateStatements: [
      ...(own.published ? [{ at: own.published.iso, by: own.published.basis }] : []),
      ...statements,
    ],
    ...(canonicalUrl ? { canonicalUrl } : {}),
    ...(siteName ? { siteName } : {}),
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  }
  const seen = {
    visibleText: visibleText(found.blocks),
    hasFrameset: page.hasFrameset,
    scriptChars: page.scriptChars,
  }
  const beside = body.blocks.flatMap(({ block, isNear, isKept }) => (isNear && !isKept ? [block.text] : []))
  return {
    learnt: { url, ...(title ? { title } : {}), lines: linesToLearn(body) },
    ...(context.selectors && { recipe }),
    articleBy: state => {
      const stripped = stripFurniture(body, { url, title, state })
      const removed = [
        ...takenOut.map((line): RemovedLine => ({ text: line, by: 'selector' })),
        ...stripped.removed,
      ]
      const { text, repairs } = repairText(render(stripped.blocks).slice(0, MAX_TEXT_CHARS))
      const language = checkLanguage(statedLanguage, text)
      const obstacle = findObstacle({ title, text, ...seen })
      return {
        text,
        ...said,
        ...(language ? { language: language.language, languageBasis: language.basis } : {}),
        ...(stripped.attribution ? { attribution: stripped.attribution } : {}),
        images: body.images,
        attachments: body.attachments,
        release: readAnatomy(text, {
          language: language?.language,
          whole: wholeText(text, stripped.removed),
          beside,
        }),
        method: body.method,
        ...(context.selectors && { recipe }),
        repairs,
        furnitureRemoved: removed.map(({ text: line }) => line),
        furniturePlaces: removed.map(({ text: _, ...place }) => place),
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

function publishedBy({ iso, precision, basis }: FoundDate) {
  return { publishedAt: iso, publishedPrecision: precision, publishedBasis: basis }
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
