import type { Block, Region } from '../blocks.ts'
import { CLASS_GROUPS, classGroups } from './class-words.ts'
import type { Shape } from './shape.ts'

/** What the elements around a block tell about it. */
export type Place = {
  /** For each class group the steps up to the nearest element of it and that element's share of the page. */
  groups: readonly number[]
  /** Bits over WITHIN_TAGS. */
  within: number
  /** Share of the page of the nearest element that microdata calls the article's body, -1 outside of any. */
  statedBody: number
  /** Tags and classes from the outside in; blocks of one template slot share it. */
  path: string
}

const WITHIN_TAGS =
  'article main aside nav footer header form figure table ul ol blockquote details button section address'.split(
    ' ',
  )
const OWN_TAGS = 'p div li td figcaption blockquote section button pre article body dt dd th'.split(' ')
const WITHIN_BIT = new Map(WITHIN_TAGS.map((tag, bit) => [tag, 1 << bit]))
const FAR = 20
const PATH_CHARS = 160
const CLASS_CHARS = 40

export const PLACE_NAMES: readonly string[] = [
  ...OWN_TAGS.map(tag => `own:${tag}`),
  ...WITHIN_TAGS.map(tag => `in:${tag}`),
  ...CLASS_GROUPS.flatMap(group => [`near:${group}`, `share:${group}`]),
  'in:articleBody',
]

/** Appends the values of PLACE_NAMES to a row. */
export function pushPlace(row: number[], tag: string, place: Place): void {
  for (const own of OWN_TAGS) row.push(own === tag ? 1 : 0)
  for (let bit = 0; bit < WITHIN_TAGS.length; bit++) row.push((place.within >> bit) & 1)
  for (const value of place.groups) row.push(value)
  row.push(place.statedBody)
}

export const NO_PLACE: Place = {
  groups: CLASS_GROUPS.flatMap(() => [FAR, -1]),
  within: 0,
  statedBody: -1,
  path: '',
}

function placeOf(region: Region, own: number, parent: Place | undefined, pageChars: number): Place {
  const share = region.chars / Math.max(1, pageChars)
  const groups: number[] = []
  for (let g = 0; g < CLASS_GROUPS.length; g++) {
    const isHere = ((own >> g) & 1) === 1
    const above = parent?.groups[g * 2] ?? FAR
    groups.push(isHere ? 0 : Math.min(FAR, above + 1), isHere ? share : (parent?.groups[g * 2 + 1] ?? -1))
  }
  return {
    groups,
    statedBody: region.itemprop.includes('articleBody') ? share : (parent?.statedBody ?? -1),
    within: (WITHIN_BIT.get(region.tag) ?? 0) | (parent?.within ?? 0),
    path: `${parent?.path.slice(-PATH_CHARS) ?? ''}/${region.tag}.${region.className.slice(0, CLASS_CHARS)}`,
  }
}

/** The place of every region; parents stand before their children. */
export function placesOf(regions: readonly Region[], pageChars: number): Map<Region, Place> {
  const places = new Map<Region, Place>()
  const groups = new Map<string, number>()
  for (const region of regions) {
    const names = `${region.className} ${region.id}`
    const own = groups.get(names) ?? classGroups(names)
    groups.set(names, own)
    places.set(region, placeOf(region, own, region.parent && places.get(region.parent), pageChars))
  }
  return places
}

/** For each share the smallest region that holds that much of the page's prose. */
export function coreRegions(
  blocks: readonly Block[],
  shapes: readonly Shape[],
  root: Region,
  shares: readonly number[],
): Region[] {
  const prose = new Map<Region, number>()
  let total = 0
  blocks.forEach((block, i) => {
    if (!shapes[i]?.prose || block.region.hidden) return
    total += block.text.length
    for (let at: Region | undefined = block.region; at; at = at.parent) {
      prose.set(at, (prose.get(at) ?? 0) + block.text.length)
    }
  })
  return shares.map(share => {
    let core = root
    for (const [region, chars] of prose)
      if (chars >= total * share && region.depth > core.depth) core = region
    return core
  })
}

/** How many steps up from a region lies the first one that holds all of `core`. */
export function stepsTo(region: Region, core: Region): number {
  let steps = 0
  let at: Region | undefined = region
  while (at && !(at.first <= core.first && at.end >= core.end)) {
    at = at.parent
    steps++
  }
  return steps
}
