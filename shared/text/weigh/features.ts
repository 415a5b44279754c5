import type { Block, Region } from '../blocks.ts'
import { CLASS_GROUPS, classGroups } from './class-words.ts'
import { PHRASE_NAMES, phraseSigns } from './phrases.ts'

/** What the page as a whole says, against which a block is weighed. */
export type PageSigns = {
  title: string
  description: string
  articleBody: string
  /** Ordinals of text nodes that Readability kept. */
  readable: ReadonlySet<number>
}

type Shape = {
  words: number
  sentences: number
  prose: boolean
  linkShare: number
  readable: number
}

/** What all blocks of a region share. */
type Place = {
  groups: number[]
  tags: number
  path: string
}

const TAGS = [
  'article',
  'main',
  'section',
  'aside',
  'nav',
  'footer',
  'header',
  'form',
  'figure',
  'figcaption',
  'table',
  'ul',
  'ol',
  'li',
  'blockquote',
  'p',
  'div',
  'pre',
  'button',
  'dl',
  'details',
  'td',
  'address',
  'body',
]
const TAG_BIT = new Map(TAGS.map((tag, bit) => [tag, 1 << bit]))
const OWN_TAGS = [
  'p',
  'div',
  'li',
  'td',
  'figcaption',
  'blockquote',
  'section',
  'button',
  'pre',
  'article',
  'body',
  'dt',
  'dd',
  'th',
]
const WITHIN_TAGS = [
  'article',
  'main',
  'aside',
  'nav',
  'footer',
  'header',
  'form',
  'figure',
  'table',
  'ul',
  'ol',
  'blockquote',
  'details',
  'button',
  'section',
  'address',
]
const SHAPE_NAMES = ['words', 'sentences', 'prose', 'linkShare', 'readable']

/** The names of a block's features, in the order of their values. */
export const FEATURE_NAMES: readonly string[] = [
  ...SHAPE_NAMES,
  ...[
    'chars',
    'commas',
    'digitShare',
    'upperShare',
    'startsLower',
    'endsSentence',
    'endsColon',
    'endsEllipsis',
    'links',
    'emphasisShare',
    'images',
    'heading',
    'hasTime',
    'lines',
    'pipes',
    'copyright',
    'address',
    'dateLike',
    'quoted',
    'bullet',
    'averageWord',
    'hidden',
  ],
  ...OWN_TAGS.map(tag => `own:${tag}`),
  ...WITHIN_TAGS.map(tag => `in:${tag}`),
  ...CLASS_GROUPS.flatMap(group => [`near:${group}`, `share:${group}`]),
  ...PHRASE_NAMES.map(name => `says:${name}`),
  ...[
    'order',
    'orderOfText',
    'pageBlocks',
    'pageWords',
    'fromFirstReadable',
    'toLastReadable',
    'insideReadable',
    'fromFirstProse',
    'toLastProse',
    'afterTitle',
    'isTitle',
    'inDescription',
    'inArticleBody',
    'hasArticleBody',
    'seenBefore',
    'depth',
  ],
  ...[
    'core70',
    'core50',
    'core90',
    'coreDistance',
    'regionWordsShare',
    'regionLinkShare',
    'parentLinkShare',
    'parentShare',
    'siblings',
    'samePathShare',
    'samePathProse',
    'samePathReadable',
    'samePathCount',
  ],
  ...[-3, -2, -1, 1, 2, 3].flatMap(offset => SHAPE_NAMES.map(name => `${offset}:${name}`)),
  ...[
    '-1:heading',
    '1:heading',
    '-1:sameRegion',
    '1:sameRegion',
    'readableBefore5',
    'readableAfter5',
    'proseBefore5',
    'proseAfter5',
    'linkBefore5',
    'linkAfter5',
    'headingAhead',
    'underHeading',
  ],
]

const NOWHERE: Shape = { words: -1, sentences: -1, prose: false, linkShare: -1, readable: -1 }

function countWords(text: string): number {
  // Scripts without spaces: two characters stand for a word.
  const unspaced =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  return (text.match(/\S+/g)?.length ?? 0) + Math.floor(unspaced / 2)
}

function shapeOf(block: Block, readable: ReadonlySet<number>): Shape {
  let all = 0
  let kept = 0
  for (const { ordinal, chars } of block.nodes) {
    all += chars
    if (readable.has(ordinal)) kept += chars
  }
  const words = countWords(block.text)
  const sentences = block.text.match(/[.!?。！？։؟।](?=\s|$|["'”’»)])/g)?.length ?? 0
  const linkShare = all > 0 ? block.linkChars / all : 0
  return {
    words,
    sentences,
    prose: words >= 12 && sentences > 0 && linkShare < 0.4,
    linkShare,
    readable: all > 0 ? kept / all : 0,
  }
}

function shapeValues(shape: Shape): number[] {
  return [shape.words, shape.sentences, Number(shape.prose), shape.linkShare, shape.readable]
}

function placesOf(regions: readonly Region[], chars: number): Map<Region, Place> {
  const places = new Map<Region, Place>()
  for (const region of regions) {
    const parent = region.parent && places.get(region.parent)
    const own = classGroups(`${region.className} ${region.id}`)
    const groups: number[] = []
    const share = region.chars / Math.max(1, chars)
    for (let g = 0; g < CLASS_GROUPS.length; g++) {
      const here = (own >> g) & 1
      const nearAbove = parent?.groups[g * 2] ?? 20
      groups.push(here ? 0 : Math.min(20, nearAbove + 1), here ? share : (parent?.groups[g * 2 + 1] ?? -1))
    }
    const tags = (TAG_BIT.get(region.tag) ?? 0) | (parent?.tags ?? 0)
    const path = `${parent?.path.slice(-160) ?? ''}/${region.tag}.${region.className.slice(0, 40)}`
    places.set(region, { groups, tags, path })
  }
  return places
}

/** The smallest region that holds at least `share` of the page's prose characters. */
function coreRegion(blocks: readonly Block[], shapes: readonly Shape[], root: Region, share: number): Region {
  const prose = new Map<Region, number>()
  let total = 0
  blocks.forEach((block, i) => {
    if (!shapes[i]?.prose || block.region.hidden) return
    total += block.text.length
    for (let at: Region | undefined = block.region; at; at = at.parent)
      prose.set(at, (prose.get(at) ?? 0) + block.text.length)
  })
  let core = root
  for (const [region, chars] of prose) if (chars >= total * share && region.depth > core.depth) core = region
  return core
}

function stepsTo(region: Region, core: Region): number {
  let steps = 0
  let at: Region | undefined = region
  while (at && !(at.first <= core.first && at.end >= core.end)) {
    at = at.parent
    steps++
  }
  return steps
}

function contains(region: Region, index: number): number {
  return index >= region.first && index < region.end ? 1 : 0
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function textValues(block: Block): number[] {
  const { text } = block
  const head = text.slice(0, 2000)
  const letters = Math.max(1, head.length)
  const share = (pattern: RegExp) => (head.match(pattern)?.length ?? 0) / letters
  const has = (pattern: RegExp) => (pattern.test(head) ? 1 : 0)
  const all = block.nodes.reduce((sum, node) => sum + node.chars, 0)
  const words = countWords(head)
  return [
    text.length,
    head.match(/[,،，、]/g)?.length ?? 0,
    share(/\d/g),
    share(/\p{Lu}/gu),
    has(/^\p{Ll}/u),
    has(/[.!?。！？։؟।]["'”’»)]*$/),
    has(/:$/),
    has(/(?:…|\.\.\.)\W*$/),
    block.links,
    block.emphasisChars / Math.max(1, all),
    block.images,
    block.heading,
    Number(block.hasTime),
    text.split('\n').length,
    head.match(/[|•·›»/]/g)?.length ?? 0,
    has(/©|\(c\)|copyright|all rights reserved/i),
    has(/@\w|https?:|www\.|\+?\d[\d ()-]{7,}/),
    has(/\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/),
    has(/^["'“„«‘]/),
    has(/^[•·\-–—*▪►→←‹›»]/),
    head.length / Math.max(1, words),
    Number(block.region.hidden),
  ]
}

const log = (value: number) => Math.round(Math.log2(1 + Math.max(0, value)) * 100) / 100

/**
 * One row of numbers a block, in the order of FEATURE_NAMES: its text's shape, where it stands, what designers
 * and Readability made of that place, and its neighbours. Linear in the page.
 */
export function blockFeatures(
  blocks: readonly Block[],
  regions: readonly Region[],
  signs: PageSigns,
): number[][] {
  const root = regions[0]
  if (!root) return []
  const shapes = blocks.map(block => shapeOf(block, signs.readable))
  const chars = blocks.reduce((sum, block) => sum + block.text.length, 0)
  const pageWords = shapes.reduce((sum, shape) => sum + shape.words, 0)
  const places = placesOf(regions, chars)
  const cores = [0.7, 0.5, 0.9].map(share => coreRegion(blocks, shapes, root, share))
  const isReadable = shapes.map(shape => shape.readable > 0.5)
  const firstReadable = isReadable.indexOf(true)
  const lastReadable = isReadable.lastIndexOf(true)
  const isProse = shapes.map(shape => shape.prose)
  const firstProse = isProse.indexOf(true)
  const lastProse = isProse.lastIndexOf(true)
  const title = normal(signs.title)
  const description = normal(signs.description)
  const articleBody = normal(signs.articleBody)
  const texts = blocks.map(block => normal(block.text.slice(0, 400)))
  const titleAt = title === '' ? -1 : texts.findIndex(text => text !== '' && text === title)
  const paths = new Map<string, { chars: number; prose: number; readable: number; count: number }>()
  const pathOf = (block: Block) =>
    `${places.get(block.region)?.path ?? ''}${block.inlineClasses.slice(0, 40)}`
  blocks.forEach((block, i) => {
    const seen = paths.get(pathOf(block)) ?? { chars: 0, prose: 0, readable: 0, count: 0 }
    seen.chars += block.text.length
    seen.count++
    if (isProse[i]) seen.prose++
    if (isReadable[i]) seen.readable++
    paths.set(pathOf(block), seen)
  })
  const seenTexts = new Set<string>()
  let charsBefore = 0
  return blocks.map((block, i) => {
    const shape = shapes[i] ?? NOWHERE
    const { region } = block
    const place = places.get(region)
    const text = texts[i] ?? ''
    const around = (offset: number) => shapes[i + offset] ?? NOWHERE
    const same = paths.get(pathOf(block))
    const seenBefore = seenTexts.has(text) ? 1 : 0
    seenTexts.add(text)
    const before = charsBefore
    charsBefore += block.text.length
    const core = cores[0] ?? root
    const sum = (from: number, to: number, value: (shape: Shape) => number) => {
      let total = 0
      for (let k = from; k <= to; k++) total += value(shapes[i + k] ?? NOWHERE)
      return total
    }
    return [
      ...shapeValues(shape),
      ...textValues(block),
      ...OWN_TAGS.map(tag => Number(region.tag === tag)),
      ...WITHIN_TAGS.map(tag => Number(((place?.tags ?? 0) & (TAG_BIT.get(tag) ?? 0)) !== 0)),
      ...(place?.groups ?? []),
      ...phraseSigns(block.text),
      i / blocks.length,
      before / Math.max(1, chars),
      log(blocks.length),
      log(pageWords),
      firstReadable < 0 ? 99 : clamp(i - firstReadable),
      lastReadable < 0 ? 99 : clamp(lastReadable - i),
      Number(i >= firstReadable && i <= lastReadable),
      firstProse < 0 ? 99 : clamp(i - firstProse),
      lastProse < 0 ? 99 : clamp(lastProse - i),
      titleAt < 0 ? -99 : clamp(i - titleAt),
      Number(text !== '' && text === title),
      Number(text.length > 30 && description.includes(text.slice(0, 80))),
      articleBody !== '' && text.length > 12 ? Number(articleBody.includes(text.slice(0, 120))) : -1,
      Number(articleBody !== ''),
      seenBefore,
      region.depth,
      contains(core, i),
      contains(cores[1] ?? root, i),
      contains(cores[2] ?? root, i),
      stepsTo(region, core),
      region.chars / Math.max(1, chars),
      region.linkChars / Math.max(1, region.chars),
      region.parent ? region.parent.linkChars / Math.max(1, region.parent.chars) : -1,
      region.parent ? region.parent.chars / Math.max(1, chars) : -1,
      region.parent ? log(region.parent.end - region.parent.first) : -1,
      (same?.chars ?? 0) / Math.max(1, chars),
      (same?.prose ?? 0) / Math.max(1, same?.count ?? 1),
      (same?.readable ?? 0) / Math.max(1, same?.count ?? 1),
      log(same?.count ?? 0),
      ...[-3, -2, -1, 1, 2, 3].flatMap(offset => shapeValues(around(offset))),
      blocks[i - 1]?.heading ?? -1,
      blocks[i + 1]?.heading ?? -1,
      Number(blocks[i - 1]?.region.parent === region.parent),
      Number(blocks[i + 1]?.region.parent === region.parent),
      sum(-5, -1, at => Math.max(0, at.readable)),
      sum(1, 5, at => Math.max(0, at.readable)),
      sum(-5, -1, at => Number(at.prose)),
      sum(1, 5, at => Number(at.prose)),
      sum(-5, -1, at => Math.max(0, at.linkShare)),
      sum(1, 5, at => Math.max(0, at.linkShare)),
      nearestHeading(blocks, i, 1),
      nearestHeading(blocks, i, -1),
    ]
  })
}

function clamp(steps: number): number {
  return Math.max(-60, Math.min(60, steps))
}

/** Steps to the nearest heading in one direction, at most 12. */
function nearestHeading(blocks: readonly Block[], from: number, direction: 1 | -1): number {
  for (let steps = 1; steps < 12; steps++)
    if ((blocks[from + steps * direction]?.heading ?? 0) > 0) return steps
  return 12
}
