import type { Block, Region } from '../blocks.ts'
import { HALF, kindOf, LETTER_OR_NUMBER } from '../characters.ts'
import { PHRASE_NAMES, phraseSigns } from './phrases.ts'
import { coreRegions, NO_PLACE, PLACE_NAMES, type Place, placesOf, pushPlace, stepsTo } from './place.ts'
import { NO_SHAPE, pushShape, pushTextSigns, SHAPE_NAMES, type Shape, shapeOf, TEXT_NAMES } from './shape.ts'

/** What the page as a whole says, against which a block is weighed. */
export type PageSigns = {
  title: string
  description: string
  articleBody: string
  /** Ordinals of text nodes that Readability kept. */
  readable: ReadonlySet<number>
}

const ORDER_NAMES =
  'order orderOfText pageBlocks pageWords fromFirstReadable toLastReadable insideReadable fromFirstProse toLastProse'.split(
    ' ',
  )
const WORDING_NAMES = 'afterTitle isTitle inDescription inArticleBody hasArticleBody seenBefore'.split(' ')
const SURROUNDING_NAMES = (
  'depth core70 core50 core90 coreDistance regionWordsShare regionLinkShare parentLinkShare parentShare siblings ' +
  'samePathShare samePathProse samePathReadable samePathCount'
).split(' ')
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3]
const REACH_NAMES = (
  '-1:heading 1:heading -1:sameRegion 1:sameRegion readableBefore5 readableAfter5 proseBefore5 proseAfter5 linkBefore5 ' +
  'linkAfter5 headingAhead underHeading'
).split(' ')

/** The names of a block's features, in the order of their values. */
export const FEATURE_NAMES: readonly string[] = [
  ...SHAPE_NAMES,
  ...TEXT_NAMES,
  ...PLACE_NAMES,
  ...PHRASE_NAMES.map(name => `says:${name}`),
  ...ORDER_NAMES,
  ...WORDING_NAMES,
  ...SURROUNDING_NAMES,
  ...NEIGHBOURS.flatMap(offset => SHAPE_NAMES.map(name => `${offset}:${name}`)),
  ...REACH_NAMES,
  ...PHRASE_NAMES.map(name => `under:${name}`),
]

/** Blocks of one template slot, taken together. */
type Slot = { chars: number; prose: number; readable: number; count: number }

/** Everything about a page that the rows of its blocks share. */
type PageView = {
  blocks: readonly Block[]
  shapes: readonly Shape[]
  places: ReadonlyMap<Region, Place>
  slots: readonly Slot[]
  texts: readonly string[]
  seenBefore: readonly boolean[]
  /** The phrase signs of the heading that each block stands under. */
  headingSigns: readonly (readonly number[])[]
  charsBefore: readonly number[]
  cores: readonly Region[]
  chars: number
  words: number
  readable: { first: number; last: number }
  prose: { first: number; last: number }
  title: string
  titleAt: number
  description: string
  articleBody: string
}

const NO_SIGNS: readonly number[] = PHRASE_NAMES.map(() => 0)
const TEXT_CHARS = 400
/** Bodies in JSON-LD are compared up to here. */
const BODY_CHARS = 60_000
const DESCRIPTION_CHARS = 2_000

/** A text's words in lower case with one space between them. */
function normal(text: string): string {
  const lower = text.toLowerCase()
  let words = ''
  let start = -1
  for (let at = 0; at <= lower.length; at++) {
    const kind = at < lower.length ? kindOf(lower.charCodeAt(at)) : 0
    if (kind & HALF) return lower.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
    if (kind & LETTER_OR_NUMBER) {
      if (start < 0) start = at
    } else if (start >= 0) {
      words += words === '' ? lower.slice(start, at) : ` ${lower.slice(start, at)}`
      start = -1
    }
  }
  return words
}

function slotKey(block: Block, places: ReadonlyMap<Region, Place>): string {
  return `${places.get(block.region)?.path ?? ''}${block.inlineClasses.slice(0, 40)}`
}

/** The slot of each block. */
function slotsOf(
  blocks: readonly Block[],
  shapes: readonly Shape[],
  places: ReadonlyMap<Region, Place>,
): Slot[] {
  const slots = new Map<string, Slot>()
  return blocks.map((block, i) => {
    const key = slotKey(block, places)
    const slot = slots.get(key) ?? { chars: 0, prose: 0, readable: 0, count: 0 }
    slot.chars += block.text.length
    slot.count++
    if (shapes[i]?.prose) slot.prose++
    if ((shapes[i]?.readable ?? 0) > 0.5) slot.readable++
    slots.set(key, slot)
    return slot
  })
}

function span(shapes: readonly Shape[], is: (shape: Shape) => boolean): { first: number; last: number } {
  return { first: shapes.findIndex(is), last: shapes.findLastIndex(is) }
}

function viewOf(
  blocks: readonly Block[],
  regions: readonly Region[],
  root: Region,
  signs: PageSigns,
): PageView {
  const shapes = blocks.map(block => shapeOf(block, signs.readable))
  const charsBefore: number[] = []
  let chars = 0
  for (const block of blocks) {
    charsBefore.push(chars)
    chars += block.text.length
  }
  const places = placesOf(regions, chars)
  const texts = blocks.map(block => normal(block.text.slice(0, TEXT_CHARS)))
  const seen = new Set<string>()
  const seenBefore = texts.map(text => {
    const before = seen.has(text)
    seen.add(text)
    return before
  })
  const title = normal(signs.title)
  let headingSign = NO_SIGNS
  const headingSigns = blocks.map(block => {
    if (block.heading > 0) headingSign = phraseSigns(block.text)
    return headingSign
  })
  return {
    blocks,
    shapes,
    places,
    slots: slotsOf(blocks, shapes, places),
    texts,
    seenBefore,
    headingSigns,
    charsBefore,
    cores: coreRegions(blocks, shapes, root, [0.7, 0.5, 0.9]),
    chars,
    words: shapes.reduce((sum, shape) => sum + shape.words, 0),
    readable: span(shapes, shape => shape.readable > 0.5),
    prose: span(shapes, shape => shape.prose),
    title,
    titleAt: title === '' ? -1 : texts.indexOf(title),
    description: normal(signs.description.slice(0, DESCRIPTION_CHARS)),
    articleBody: normal(signs.articleBody.slice(0, BODY_CHARS)),
  }
}

const log = (value: number) => Math.round(Math.log2(1 + Math.max(0, value)) * 100) / 100
const flag = (value: boolean) => (value ? 1 : 0)
const FAR_STEPS = 60
const ABSENT = 99

function clamp(steps: number): number {
  return Math.max(-FAR_STEPS, Math.min(FAR_STEPS, steps))
}

function pushOrder(
  row: number[],
  { blocks, charsBefore, chars, words, readable, prose }: PageView,
  at: number,
): void {
  row.push(
    at / blocks.length,
    (charsBefore[at] ?? 0) / Math.max(1, chars),
    log(blocks.length),
    log(words),
    readable.first < 0 ? ABSENT : clamp(at - readable.first),
    readable.last < 0 ? ABSENT : clamp(readable.last - at),
    flag(at >= readable.first && at <= readable.last),
    prose.first < 0 ? ABSENT : clamp(at - prose.first),
    prose.last < 0 ? ABSENT : clamp(prose.last - at),
  )
}

function pushWording(row: number[], view: PageView, at: number): void {
  const text = view.texts[at] ?? ''
  const { title, titleAt, description, articleBody } = view
  const isComparable = articleBody !== '' && text.length > 12
  row.push(
    titleAt < 0 ? -ABSENT : clamp(at - titleAt),
    flag(text !== '' && text === title),
    flag(text.length > 30 && description.includes(text.slice(0, 80))),
    isComparable ? flag(articleBody.includes(text.slice(0, 120))) : -1,
    flag(articleBody !== ''),
    flag(view.seenBefore[at] === true),
  )
}

function pushSurroundings(row: number[], { blocks, slots, cores, chars }: PageView, at: number): void {
  const block = blocks[at]
  const slot = slots[at]
  if (!block || !slot) return
  const { region } = block
  row.push(region.depth)
  for (const core of cores) row.push(flag(at >= core.first && at < core.end))
  row.push(
    cores[0] ? stepsTo(region, cores[0]) : 0,
    region.chars / Math.max(1, chars),
    region.linkChars / Math.max(1, region.chars),
    region.parent ? region.parent.linkChars / Math.max(1, region.parent.chars) : -1,
    region.parent ? region.parent.chars / Math.max(1, chars) : -1,
    region.parent ? log(region.parent.end - region.parent.first) : -1,
    slot.chars / Math.max(1, chars),
    slot.prose / Math.max(1, slot.count),
    slot.readable / Math.max(1, slot.count),
    log(slot.count),
  )
}

function pushReach(row: number[], { blocks, shapes }: PageView, at: number): void {
  const parent = blocks[at]?.region.parent
  const before = reachOf(shapes, at, -1)
  const after = reachOf(shapes, at, 1)
  row.push(
    blocks[at - 1]?.heading ?? -1,
    blocks[at + 1]?.heading ?? -1,
    flag(blocks[at - 1]?.region.parent === parent),
    flag(blocks[at + 1]?.region.parent === parent),
    before.readable,
    after.readable,
    before.prose,
    after.prose,
    before.links,
    after.links,
    nearestHeading(blocks, at, 1),
    nearestHeading(blocks, at, -1),
  )
}

/** What the next few blocks in one direction come to. */
function reachOf(
  shapes: readonly Shape[],
  from: number,
  direction: 1 | -1,
): { readable: number; prose: number; links: number } {
  const sums = { readable: 0, prose: 0, links: 0 }
  for (let step = 1; step <= 5; step++) {
    const { readable, prose, linkShare } = shapes[from + step * direction] ?? NO_SHAPE
    sums.readable += Math.max(0, readable)
    sums.prose += flag(prose)
    sums.links += Math.max(0, linkShare)
  }
  return sums
}

const HEADING_REACH = 12

function nearestHeading(blocks: readonly Block[], from: number, direction: 1 | -1): number {
  for (let steps = 1; steps < HEADING_REACH; steps++) {
    if ((blocks[from + steps * direction]?.heading ?? 0) > 0) return steps
  }
  return HEADING_REACH
}

/** Measured: no block further from all of these was ever kept, and they leave out nearly half of a page. */
const NEAR_BLOCKS = 3

/** Which blocks are worth weighing: those near prose, near what Readability kept, or in the core of the page. */
function worthWeighing({ shapes, cores }: PageView): boolean[] {
  const core = cores[1]
  const near = shapes.map(() => false)
  shapes.forEach((shape, at) => {
    const isSign = shape.prose || shape.readable > 0.5 || (core && at >= core.first && at < core.end)
    if (isSign) near.fill(true, Math.max(0, at - NEAR_BLOCKS), at + NEAR_BLOCKS + 1)
  })
  return near
}

/**
 * One row of numbers a block, in the order of FEATURE_NAMES: its text's shape, where it stands, what designers
 * and Readability made of that place, and its neighbours. Undefined for blocks that are not worth weighing, such as
 * those of menus. Linear in the page.
 */
export function blockFeatures(
  blocks: readonly Block[],
  regions: readonly Region[],
  signs: PageSigns,
): (number[] | undefined)[] {
  const root = regions[0]
  if (!root) return []
  const view = viewOf(blocks, regions, root, signs)
  const near = worthWeighing(view)
  return blocks.map((block, at) => (near[at] ? rowOf(block, at, view) : undefined))
}

function rowOf(block: Block, at: number, view: PageView): number[] {
  const row: number[] = []
  const shape = view.shapes[at] ?? NO_SHAPE
  pushShape(row, shape)
  pushTextSigns(row, block, shape)
  pushPlace(row, block.region.tag, view.places.get(block.region) ?? NO_PLACE)
  row.push(...phraseSigns(block.text))
  pushOrder(row, view, at)
  pushWording(row, view, at)
  pushSurroundings(row, view, at)
  for (const offset of NEIGHBOURS) pushShape(row, view.shapes[at + offset] ?? NO_SHAPE)
  pushReach(row, view, at)
  row.push(...(view.headingSigns[at] ?? NO_SIGNS))
  return row
}
