import type { Block, Region } from '../blocks.ts'
import { CLASS_GROUPS, classGroups } from './class-words.ts'
import type { Shape } from './shape.ts'

/** What the elements around a block tell about it. */
export type Place = {
  /** For each class group the steps up to the nearest element of it and that element's share of the page. */
  readonly groups: readonly number[]
  /** Bits over WITHIN_TAGS. */
  readonly within: number
  /** Share of the page of the nearest element that microdata calls the article's body, -1 outside of any. */
  readonly statedBody: number
  /** Tags and classes from the outside in; blocks of one template slot share it. */
  readonly path: string
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
  const { groups } = place
  for (let at = 0; at < groups.length; at++) row.push(groups[at] ?? 0)
  row.push(place.statedBody)
}

export const NO_PLACE: Place = {
  groups: CLASS_GROUPS.flatMap(() => [FAR, -1]),
  within: 0,
  statedBody: -1,
  path: '',
}

/** The place of a region. Its groups and path are read when asked for: most regions hold nothing that is weighed. */
class RegionPlace implements Place {
  readonly within: number
  readonly statedBody: number
  private readonly region: Region
  private readonly parent: RegionPlace | undefined
  private readonly share: number
  private knownGroups: number[] | undefined
  private knownPath: string | undefined

  constructor(region: Region, parent: RegionPlace | undefined, pageChars: number) {
    this.region = region
    this.parent = parent
    this.share = region.chars / Math.max(1, pageChars)
    this.within = (WITHIN_BIT.get(region.tag) ?? 0) | (parent?.within ?? 0)
    this.statedBody = region.itemprop.includes('articleBody') ? this.share : (parent?.statedBody ?? -1)
  }

  get groups(): readonly number[] {
    this.knownGroups ??= this.readGroups()
    return this.knownGroups
  }

  get path(): string {
    const { tag, className } = this.region
    this.knownPath ??= `${this.parent?.path.slice(-PATH_CHARS) ?? ''}/${tag}.${className.slice(0, CLASS_CHARS)}`
    return this.knownPath
  }

  private readGroups(): number[] {
    const own = classGroups(`${this.region.className} ${this.region.id}`)
    const above = this.parent?.groups ?? NO_PLACE.groups
    const groups: number[] = []
    for (let at = 0; at < above.length; at += 2) {
      if ((own >> (at / 2)) & 1) groups.push(0, this.share)
      else groups.push(Math.min(FAR, (above[at] ?? FAR) + 1), above[at + 1] ?? -1)
    }
    return groups
  }
}

/** The place of every region; parents stand before their children. */
export function placesOf(regions: readonly Region[], pageChars: number): Map<Region, Place> {
  const places = new Map<Region, RegionPlace>()
  for (const region of regions)
    places.set(region, new RegionPlace(region, region.parent && places.get(region.parent), pageChars))
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
