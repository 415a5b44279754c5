import { type Asset, assetOf } from './media.ts'
import type { ElementNode, TreeNode } from './tree.ts'

/** A block-level element of the page, as it stood before anything was taken out. */
export type Region = {
  tag: string
  className: string
  id: string
  role: string
  itemprop: string
  hidden: boolean
  parent: Region | undefined
  depth: number
  /** Blocks `first` up to, not including, `end` lie in this region. */
  first: number
  end: number
  chars: number
  linkChars: number
}

/** One of the lines into which single line breaks part a block. */
export type BlockLine = { text: string; linkChars: number }

/** A run of text that a reader sees as one paragraph, list item, heading or line of a box. */
export type Block = {
  text: string
  /** Absent where there is but one. */
  lines?: BlockLine[]
  region: Region
  /** Ordinals of its text nodes with the characters each brings. */
  nodes: { ordinal: number; chars: number }[]
  linkChars: number
  emphasisChars: number
  links: number
  images: number
  heading: number
  /** Class words of inline elements that hold the whole block, such as a lone span or link. */
  inlineClasses: string
  hasTime: boolean
}

export type PageBlocks = { blocks: Block[]; regions: Region[]; assets: Asset[] }

const BLOCK_LEVEL = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td ' +
    'tfoot th thead tr ul video audio'
  ).split(' '),
)
const EMPHASIS = new Set(['b', 'strong', 'em', 'i'])

function isHidden(element: ElementNode): boolean {
  if (element.hasAttribute('hidden')) return true
  if (element.getAttribute('aria-hidden') === 'true') return true
  const { display, visibility } = element.style
  return display === 'none' || visibility === 'hidden'
}

function regionOf(element: ElementNode, parent: Region | undefined, first: number): Region {
  return {
    tag: element.localName,
    className: element.className,
    id: element.id,
    role: element.getAttribute('role') ?? '',
    itemprop: element.getAttribute('itemprop') ?? '',
    hidden: isHidden(element) || parent?.hidden === true,
    parent,
    depth: (parent?.depth ?? -1) + 1,
    first,
    end: first,
    chars: 0,
    linkChars: 0,
  }
}

/** Gathers the runs of one page; a run ends where a block-level element begins or ends, or at an empty line. */
class BlockReader {
  readonly blocks: Block[] = []
  readonly regions: Region[] = []
  readonly assets: Asset[] = []
  private region: Region
  private parts: string[] = []
  private nodes: { ordinal: number; chars: number }[] = []
  private linkChars = 0
  private emphasisChars = 0
  private links = 0
  private images = 0
  private breaks = 0
  /** Characters in links before each line break. */
  private linkCharsAtBreaks: number[] = []
  private hasTime = false
  private inlineClasses = ''
  private linkDepth = 0
  private emphasisDepth = 0
  private preDepth = 0

  constructor(root: ElementNode) {
    this.region = regionOf(root, undefined, 0)
    this.regions.push(this.region)
  }

  text(data: string, ordinal: number): void {
    const chars = data.trim().length
    if (chars > 0) {
      this.nodes.push({ ordinal, chars })
      this.breaks = 0
      if (this.linkDepth > 0) this.linkChars += chars
      if (this.emphasisDepth > 0) this.emphasisChars += chars
    }
    if (this.preDepth > 0) this.parts.push(data)
    else this.parts.push(chars === 0 ? ' ' : data.replaceAll(/\s{2,}|[^\S ]/g, ' '))
  }

  enter(element: ElementNode): void {
    const tag = element.localName
    if (tag === 'br') {
      this.lineBreak()
      return
    }
    if (tag === 'img' || tag === 'picture') this.images++
    if (tag === 'time') this.hasTime = true
    if (tag === 'a') {
      this.links++
      this.linkDepth++
    }
    if (EMPHASIS.has(tag)) this.emphasisDepth++
    if (tag === 'img' || tag === 'a') {
      const asset = assetOf(element, this.blocks.length, this.region)
      if (asset) this.assets.push(asset)
    }
    if (!BLOCK_LEVEL.has(tag)) {
      if (this.nodes.length === 0) this.inlineClasses += ` ${element.className}`
      return
    }
    this.flush()
    if (tag === 'pre') this.preDepth++
    this.region = regionOf(element, this.region, this.blocks.length)
    this.regions.push(this.region)
  }

  leave(element: ElementNode): void {
    const tag = element.localName
    if (tag === 'a') this.linkDepth--
    if (EMPHASIS.has(tag)) this.emphasisDepth--
    if (!BLOCK_LEVEL.has(tag)) return
    this.flush()
    if (tag === 'pre') this.preDepth--
    this.region.end = this.blocks.length
    const { parent, chars, linkChars } = this.region
    if (!parent) return
    parent.chars += chars
    parent.linkChars += linkChars
    this.region = parent
  }

  end(): void {
    this.flush()
    this.region.end = this.blocks.length
  }

  private lineBreak(): void {
    this.breaks++
    if (this.breaks > 1) this.flush()
    else {
      this.parts.push('\n')
      this.linkCharsAtBreaks.push(this.linkChars)
    }
  }

  private linesOf(joined: string): BlockLine[] {
    const ends = [...this.linkCharsAtBreaks, this.linkChars]
    const lines = joined.split('\n').map((line, i) => ({
      text: line.trim(),
      linkChars: (ends[i] ?? 0) - (ends[i - 1] ?? 0),
    }))
    return lines.filter(({ text }) => text !== '')
  }

  private flush(): void {
    if (this.nodes.length > 0) this.push()
    if (this.parts.length > 0) this.parts = []
    this.linkChars = this.emphasisChars = this.links = this.images = this.breaks = 0
    if (this.linkCharsAtBreaks.length > 0) this.linkCharsAtBreaks = []
    this.hasTime = false
    this.inlineClasses = ''
  }

  private push(): void {
    const { region, nodes, linkChars, emphasisChars, links, images, inlineClasses, hasTime } = this
    const joined = this.parts.join('')
    const text = this.preDepth > 0 ? joined.trimEnd().replace(/^(?:[ \t]{0,80}\n)+/, '') : tidyLines(joined)
    const heading = /^h[1-6]$/.test(region.tag) ? Number(region.tag[1]) : 0
    const block: Block = {
      text,
      region,
      nodes,
      linkChars,
      emphasisChars,
      links,
      images,
      heading,
      inlineClasses,
      hasTime,
    }
    const lines = this.preDepth > 0 || this.linkCharsAtBreaks.length === 0 ? [] : this.linesOf(joined)
    if (lines.length > 1) block.lines = lines
    this.blocks.push(block)
    this.nodes = []
    region.chars += text.length
    region.linkChars += linkChars
  }
}

function tidyLines(text: string): string {
  if (!text.includes('\n')) return text.trim()
  return text
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .trim()
}

/**
 * The blocks of a page in reading order and the regions they stand in, hidden ones included (marked).
 * Reads the tree without changing it; one pass, no recursion.
 */
export function readBlocks(root: ElementNode): PageBlocks {
  const reader = new BlockReader(root)
  let node: TreeNode | null = root.firstChild
  while (node) {
    if (node.nodeType === 3) reader.text(node.data, node.ordinal)
    else reader.enter(node)
    if (node.firstChild) {
      node = node.firstChild
      continue
    }
    node = leaveFinished(node, root, reader)
  }
  reader.end()
  const { blocks, regions, assets } = reader
  return { blocks, regions, assets }
}

function leaveFinished(node: TreeNode, root: ElementNode, reader: BlockReader): TreeNode | null {
  let at: TreeNode | null = node
  while (at && at !== root) {
    if (at.nodeType === 1) reader.leave(at)
    if (at.nextSibling) return at.nextSibling
    at = at.parentNode
  }
  return null
}
