import { type Block, type PageBlocks, type Region, readBlocks } from './blocks.ts'
import { type ArticleImage, type Attachment, articleMedia, sharedImage } from './media.ts'
import type { PageMetadata } from './metadata.ts'
import type { ParsedPage } from './parse-tree.ts'
import { articleTextNodes } from './readability.ts'
import { select } from './select.ts'
import { readStateBody } from './state/framework-state.ts'
import { chooseBlocks, weighBlocks } from './weigh/choose.ts'
import { pageSigns } from './weigh/page-signs.ts'
import type { Forest } from './weigh/trees.ts'

export type BodyMethod = 'selector' | 'blocks' | 'readability' | 'json-ld' | 'state' | 'plain'

/** A block with what the weighing of its page alone says of it. */
export type WeighedBlock = {
  block: Block
  isKept: boolean
  /** Kept, or doubtful at the article's edge: kept where the source's furniture is known and taken out afterwards. */
  isDoubtful: boolean
  /** In the article, or right before or behind it: furniture is learnt from these. */
  isNear: boolean
}

export type ArticleBody = {
  blocks: WeighedBlock[]
  images: ArticleImage[]
  attachments: Attachment[]
  method: BodyMethod
  note?: string
}

/**
 * Readability's cost grows with depth times size; beyond this a page is a dump, and its prose is taken as it is. Of 831
 * article pages the largest has 3,900 elements, 104,000 characters, a depth sum of 71,000, 2,700 regions and 1,500 blocks.
 */
const MAX_ELEMENTS = 8_000
const MAX_CHAR_DEPTH_SUM = 8_000_000
const MAX_DEPTH_SUM = 250_000
const MAX_REGIONS = 6_000
const MAX_BLOCKS = 5_000
/** Data bodies are often cut short: only one that is far longer than the markup's is better. */
const MIN_DATA_CHARS = 400
/** Where the weighing keeps less than this of what Readability keeps, it took the article for lists and boxes. */
const TOO_LITTLE = 0.3
const BLOCKS_BEFORE = 8
const BLOCKS_BEHIND = 12

/**
 * The blocks of a page, in its order, and which of them make up its article. A source's own selector (CSS) wins when it
 * matches. Rearranges the page's tree: read everything else first.
 */
export function findBody(
  page: ParsedPage,
  found: PageBlocks,
  metadata: PageMetadata,
  selector: string | undefined,
  model: Forest,
): ArticleBody {
  const chosen = selector === undefined ? [] : select(page.document.documentElement, selector)
  const own = chosen.map(readBlocks).filter(read => read.blocks.length > 0)
  const shared = sharedImage(metadata.image, page.document.baseURI)
  if (own.length > 0) return withImages(selectedBody(own, page.document.baseURI), shared)
  const body = isDump(page, found) ? proseOf(found.blocks) : weighedBody(page, found, metadata, model)
  return {
    ...withImages(body, shared),
    ...(dataBody(charsKept(body), metadata.articleBody) ??
      stateBody(charsKept(body), page, metadata.title ?? page.document.title)),
  }
}

function withImages(body: ArticleBody, otherwise: readonly ArticleImage[]): ArticleBody {
  return body.images.length > 0 ? body : { ...body, images: [...otherwise] }
}

function isDump(page: ParsedPage, found: PageBlocks): boolean {
  return (
    page.elementCount > MAX_ELEMENTS ||
    page.depthSum > MAX_DEPTH_SUM ||
    page.charDepthSum > MAX_CHAR_DEPTH_SUM ||
    found.regions.length > MAX_REGIONS ||
    found.blocks.length > MAX_BLOCKS
  )
}

function selectedBody(own: readonly PageBlocks[], base: string): ArticleBody {
  const blocks = own.flatMap(read => read.blocks)
  const media = own.map(read =>
    articleMedia(read.assets, read.blocks, { first: 0, last: read.blocks.length - 1, base }),
  )
  return {
    blocks: wholly(blocks),
    images: media.flatMap(({ images }) => images),
    attachments: media.flatMap(({ attachments }) => attachments),
    method: 'selector',
  }
}

function proseOf(blocks: readonly Block[]): ArticleBody {
  const prose = blocks.filter(block => !block.region.hidden && block.linkChars < block.text.length / 2)
  const note = 'page too large or too deep to weigh'
  return { blocks: wholly(prose), images: [], attachments: [], method: 'plain', note }
}

function wholly(blocks: readonly Block[]): WeighedBlock[] {
  return blocks.map(block => ({ block, isKept: true, isDoubtful: true, isNear: true }))
}

function weighedBody(
  page: ParsedPage,
  { blocks, regions, assets }: PageBlocks,
  metadata: PageMetadata,
  model: Forest,
): ArticleBody {
  const readable = articleTextNodes(page)
  const weights = weighBlocks(blocks, regions, pageSigns(metadata, readable), model)
  const weighed = chooseBlocks(blocks, weights, 'unknown')
  const read = blocks.map(block => isReadable(block, readable))
  const kept =
    charsOf(blocks, weighed) < charsOf(blocks, read) * TOO_LITTLE ? unionOf(weighed, read) : weighed
  const doubtful = kept === weighed ? chooseBlocks(blocks, weights, 'known') : kept
  const [from, to] = [kept.indexOf(true) - BLOCKS_BEFORE, kept.lastIndexOf(true) + BLOCKS_BEHIND]
  return {
    blocks: blocks.flatMap((block, i) =>
      block.region.hidden && !kept[i]
        ? []
        : [
            {
              block,
              isKept: kept[i] === true,
              isDoubtful: doubtful[i] === true,
              isNear: to >= BLOCKS_BEHIND && i >= from && i <= to,
            },
          ],
    ),
    ...articleMedia(assets, blocks, {
      first: kept.indexOf(true),
      last: kept.lastIndexOf(true),
      base: page.document.baseURI,
    }),
    method: kept === weighed ? 'blocks' : 'readability',
  }
}

function charsOf(blocks: readonly Block[], kept: readonly boolean[]): number {
  return blocks.reduce((sum, block, i) => sum + (kept[i] ? block.text.length : 0), 0)
}

function unionOf(a: readonly boolean[], b: readonly boolean[]): boolean[] {
  return a.map((kept, i) => kept || b[i] === true)
}

function isReadable(block: Block, readable: ReadonlySet<number>): boolean {
  const inside = block.nodes.reduce((sum, { ordinal, chars }) => sum + (readable.has(ordinal) ? chars : 0), 0)
  const all = block.nodes.reduce((sum, { chars }) => sum + chars, 0)
  return inside * 2 > all
}

function charsKept({ blocks }: ArticleBody): number {
  return blocks.reduce((sum, { block, isKept }) => sum + (isKept ? block.text.length : 0), 0)
}

function dataBody(
  chars: number,
  articleBody: string | undefined,
): Pick<ArticleBody, 'blocks' | 'method'> | undefined {
  if (articleBody === undefined || articleBody.length < MIN_DATA_CHARS || chars * 2 > articleBody.length)
    return undefined
  const paragraphs = articleBody.split(/\n\s*\n|\n/).map(text => text.trim())
  return { blocks: wholly(paragraphs.filter(text => text !== '').map(blockOf)), method: 'json-ld' }
}

/** Frameworks render on the server as a rule: their state is only asked where the markup has next to nothing. */
const NEXT_TO_NOTHING_CHARS = 250

function stateBody(
  chars: number,
  page: ParsedPage,
  title: string,
): Pick<ArticleBody, 'blocks' | 'method'> | undefined {
  if (chars >= NEXT_TO_NOTHING_CHARS) return undefined
  const found = readStateBody(page.scripts, { url: page.document.baseURI, title })
  return found && { blocks: wholly(found), method: 'state' }
}

const NO_REGION: Region = {
  tag: 'p',
  className: '',
  id: '',
  role: '',
  itemprop: '',
  hidden: false,
  parent: undefined,
  depth: 0,
  first: 0,
  end: 0,
  chars: 0,
  linkChars: 0,
}

function blockOf(text: string): Block {
  const counts = { linkChars: 0, emphasisChars: 0, links: 0, images: 0, heading: 0 }
  return { text, region: NO_REGION, nodes: [], ...counts, inlineClasses: '', hasTime: false }
}
