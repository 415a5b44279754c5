import { type Block, readBlocks } from './blocks.ts'
import { decodeHtml } from './charset.ts'
import { readDates } from './dates.ts'
import { readArticleData } from './json-ld.ts'
import { readMeta, readMetadata } from './metadata.ts'
import { type ParsedPage, parsePage } from './parse-tree.ts'
import { articleTextNodes } from './readability.ts'
import { repairText } from './repair.ts'
import { select } from './select.ts'

export type ExtractionContext = {
  url: string
  contentType?: string
  /** CSS selector of the article's body, from the source's entry; wins when it matches. */
  selector?: string
}

export type ExtractedArticle = {
  text: string
  title?: string
  authors: string[]
  publishedAt?: string
  publishedPrecision?: 'second' | 'minute' | 'date'
  modifiedAt?: string
  language?: string
  canonicalUrl?: string
  siteName?: string
  method: 'selector' | 'readability' | 'plain' | 'json-ld'
  repairs: string[]
  note?: string
}

/** Larger pages are read up to here: they are archives and dumps, and the article stands at their start. */
const MAX_CHARS = 8_000_000

/**
 * Reads an article's page: clean text in paragraphs in the order of the page (parted by an empty line) and what
 * the page says about it. Takes bytes (decoded by byte order mark, UTF-8 validity, HTTP and meta labels) or text.
 * Never throws on any page; what could not be done is said in `note`.
 */
export function extractArticle(html: string | Uint8Array, context: ExtractionContext): ExtractedArticle {
  const markup = typeof html === 'string' ? html : decodeHtml(html, context.contentType)
  const page = parsePage(markup.slice(0, MAX_CHARS), context.url)
  const { title, authors, canonicalUrl, siteName, language, articleBody } = readMetadata(page)
  const { blocks } = readBlocks(page.document.body)
  const { note: dateNote, publishedBasis, ...dates } = readDates({ page, meta: readMeta(page), data: readArticleData(page.scripts), blocks, title, language })
  const body = readBody(page, context.selector, articleBody)
  const repaired = repairText(body.text)
  const notes = [body.note, dateNote, page.cut && `page cut by ${page.cut}`].filter(note => note !== undefined)
  return {
    text: repaired.text,
    ...(title ? { title: repairText(title).text } : {}),
    authors: authors.map(author => repairText(author).text),
    ...dates,
    ...(language ? { language } : {}),
    ...(canonicalUrl ? { canonicalUrl } : {}),
    ...(siteName ? { siteName } : {}),
    method: body.method,
    repairs: repaired.repairs,
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  }
}

type Body = { text: string; method: ExtractedArticle['method']; note?: string }

function readBody(page: ParsedPage, selector: string | undefined, articleBody: string | undefined): Body {
  const chosen = selector === undefined ? [] : select(page.document.documentElement, selector)
  if (chosen.length > 0) {
    const text = render(chosen.flatMap(element => readBlocks(element).blocks))
    if (text !== '') return { text, method: 'selector' }
  }
  const missed = selector === undefined ? {} : { note: `selector ${selector} does not match` }
  const { blocks, regions } = readBlocks(page.document.body)
  const visible = blocks.filter(block => !block.region.hidden)
  if (page.depthSum > MAX_DEPTH_SUM || regions.length > MAX_REGIONS) {
    return { text: render(visible), method: 'plain', note: 'page too large or too deep to weigh' }
  }
  const kept = articleTextNodes(page)
  const text = render(blocks.filter(block => isKept(block, kept)))
  if (articleBody && articleBody.length > 400 && text.length < articleBody.length / 2) {
    return { text: articleBody, method: 'json-ld', ...missed }
  }
  return { text, method: 'readability', ...missed }
}

const MAX_DEPTH_SUM = 600_000
const MAX_REGIONS = 20_000

function isKept(block: Block, kept: ReadonlySet<number>): boolean {
  let inside = 0
  let all = 0
  for (const { ordinal, chars } of block.nodes) {
    all += chars
    if (kept.has(ordinal)) inside += chars
  }
  return inside * 2 > all
}

function render(blocks: readonly Block[]): string {
  return blocks.map(block => block.text).join('\n\n')
}
