import type { Block, Region } from '../blocks.ts'
import { blockFeatures, type PageSigns } from './features.ts'
import { type Forest, probability } from './trees.ts'

/** Best on held-out pages: lower lets boxes in, higher loses subheadings and list items. */
const KEEP = 0.5
/** A block between two kept ones, within the article, needs only this. */
const KEEP_BETWEEN = 0.3
/** Paragraphs of the element that holds most of the article: within the article, and before or behind it. */
const KEEP_IN_CORE = 0.05
const KEEP_AT_CORE_EDGE = 0.2
/** The same where the source's furniture is known by heart and taken out afterwards. */
const KEEP_AT_KNOWN_EDGE = 0.04
const CORE_SHARE = 0.6
const ALONE = 0.6
const LINKED = 0.5
const OWN_LINES = new Set(['p', 'div', 'blockquote', 'h2', 'h3', 'h4', 'li', 'ul', 'ol'])

/** The model's opinion of every block, between 0 (serves the page) and 1 (belongs to the article). */
export function weighBlocks(
  blocks: readonly Block[],
  regions: readonly Region[],
  signs: PageSigns,
  model: Forest,
): number[] {
  return blockFeatures(blocks, regions, signs).map(row => (row ? probability(model, row) : 0))
}

/**
 * Whether each block belongs to the article, by the weights of all. None may: then the page has no article that can
 * be told from the rest. Where the source's `furniture` is known and taken out afterwards, a doubtful paragraph at
 * the article's edge may stay.
 */
export function chooseBlocks(
  blocks: readonly Block[],
  weights: readonly number[],
  furniture: 'known' | 'unknown',
): boolean[] {
  const sure = weights.map(weight => weight > KEEP)
  const kept = weights.map((weight, i) =>
    sure[i] ? !isStray(weight, i, sure) : isGap(weight, i, sure, blocks),
  )
  const core = coreOf(blocks, kept)
  if (!core) return kept
  const first = kept.indexOf(true)
  const last = kept.lastIndexOf(true)
  const edge = furniture === 'known' ? KEEP_AT_KNOWN_EDGE : KEEP_AT_CORE_EDGE
  return weights.map((weight, i) => {
    if (kept[i]) return true
    const block = blocks[i]
    return (
      block !== undefined && isOwnLine(block, core) && weight > (i > first && i < last ? KEEP_IN_CORE : edge)
    )
  })
}

/** A block that is barely kept, far from any other, is a teaser or a caption. */
function isStray(weight: number, at: number, sure: readonly boolean[]): boolean {
  return weight < ALONE && ![at - 2, at - 1, at + 1, at + 2].some(i => sure[i])
}

function isGap(weight: number, at: number, sure: readonly boolean[], blocks: readonly Block[]): boolean {
  const block = blocks[at]
  if (!block || weight < KEEP_BETWEEN || !sure[at - 1] || !sure[at + 1]) return false
  return block.linkChars < block.text.length * LINKED
}

function holderOf(region: Region): Region {
  return region.tag === 'p' && region.parent ? region.parent : region
}

/** The element whose own paragraphs make up most of what is kept, if one does. */
function coreOf(blocks: readonly Block[], kept: readonly boolean[]): Region | undefined {
  const chars = new Map<Region, number>()
  let all = 0
  blocks.forEach((block, i) => {
    if (!kept[i] || block.heading > 0) return
    all += block.text.length
    // Sites that write each paragraph as a div hold them one level higher up.
    for (const region of new Set([holderOf(block.region), block.region.parent])) {
      if (region) chars.set(region, (chars.get(region) ?? 0) + block.text.length)
    }
  })
  const best = [...chars].sort(([, a], [, b]) => b - a)[0]
  return best && best[1] >= all * CORE_SHARE ? best[0] : undefined
}

function isOwnLine(block: Block, core: Region): boolean {
  const { region } = block
  if (region.hidden || block.linkChars > block.text.length * LINKED) return false
  if (region === core || (region.parent === core && OWN_LINES.has(region.tag))) return true
  return region.tag === 'li' && region.parent?.parent === core
}
