import type { Sketch } from './hash-store.ts'

/** How alike two articles are, from 0 to 1, and how sure that is. */
export type Resemblance = {
  /** Of the shingles of both, the share that both have. */
  resemblance: number
  /** Of the shingles of the smaller, the share that the other has. */
  containment: number
  /** How many shingles of the smaller were compared: with few, the shares say little. */
  compared: number
  /** Of the words of both titles, the share that both have. */
  title: number
  /** Every word of one title stands in the other. */
  isTitleWithin: boolean
  /** Between their dates; undefined when one has none. */
  daysApart: number | undefined
  isSameSource: boolean
}

/** An article as it arrives: its sketch, and up to which hash its boilerplate is known. */
export type Probe = { sketch: Sketch; knownBelow: number; boilerplate: ReadonlySet<number> }

/** Shingles in a sketch: enough to compare a text with one four times as long. */
export const SKETCH_SHINGLES = 128

function overlap(probe: Probe, other: Sketch): { mine: number; theirs: number; shared: number } {
  const own = probe.sketch.shingles
  // A sketch is a sample up to its largest hash: beyond the end of either, absence means nothing.
  const end = Math.min(probe.knownBelow, probe.sketch.upTo, other.upTo)
  let [mine, theirs, shared, at] = [0, 0, 0, 0]
  for (const hash of own) if (hash <= end) mine += 1
  for (const hash of other.shingles) {
    if (hash > end) break
    if (probe.boilerplate.has(hash)) continue
    theirs += 1
    while ((own[at] ?? Number.POSITIVE_INFINITY) < hash) at += 1
    if (own[at] === hash) shared += 1
  }
  return { mine, theirs, shared }
}

function sharedWords(one: Uint32Array, other: Uint32Array): number {
  return one.reduce((sum, word) => sum + (other.includes(word) ? 1 : 0), 0)
}

/** Compares an article with the sketch of one on record. */
export function resemblanceOf(probe: Probe, other: Sketch): Resemblance {
  const { mine, theirs, shared } = overlap(probe, other)
  const { title, day, source } = probe.sketch
  const words = sharedWords(title, other.title)
  const smallerTitle = Math.min(title.length, other.title.length)
  const smaller = Math.min(mine, theirs)
  return {
    resemblance: shared === 0 ? 0 : shared / (mine + theirs - shared),
    containment: smaller === 0 ? 0 : shared / smaller,
    compared: smaller,
    title: words === 0 ? 0 : words / (title.length + other.title.length - words),
    isTitleWithin: smallerTitle >= 4 && words === smallerTitle,
    daysApart: day === undefined || other.day === undefined ? undefined : Math.abs(day - other.day),
    isSameSource: source === other.source,
  }
}

/** A release travels for a month; what comes back later is looked at as news. */
const WINDOW_DAYS = 30
/** Fewer shingles than this are too few to judge by. */
const FEW_COMPARED = 8

function isCopyOfOwn({ title, isTitleWithin, daysApart, containment, resemblance }: Resemblance): boolean {
  if (daysApart === undefined) return resemblance >= 0.95
  if ((title >= 0.9 || isTitleWithin) && daysApart <= 3 && containment >= 0.6) return true
  if (title >= 0.8 && daysApart <= 3 && containment >= 0.85) return true
  return resemblance >= 0.88 && containment >= 0.9 && daysApart <= 14
}

function isCopyOfOther({ title, isTitleWithin, daysApart, containment, compared }: Resemblance): boolean {
  if ((daysApart ?? 0) > WINDOW_DAYS) return false
  if (compared < FEW_COMPARED) return title >= 0.75 && (daysApart ?? WINDOW_DAYS) <= 3
  if (title >= 0.9 && isTitleWithin && (daysApart ?? WINDOW_DAYS) <= 3) return containment >= 0.25
  if (title >= 0.6) return containment >= 0.4
  return containment >= (title < 0.4 ? 0.8 : 0.6)
}

/**
 * Whether two articles are one release. Between sources the text decides and the title leans. Within a source
 * the text cannot: follow-ups and series share most of it, so the title must agree within days, or nearly
 * everything must.
 */
export function isSameRelease(seen: Resemblance): boolean {
  return seen.isSameSource ? isCopyOfOwn(seen) : isCopyOfOther(seen)
}

/** So like the copy of another outlet that it is one more, though its own source has an article in the cluster. */
export function isClearCopy({ title, containment, daysApart }: Resemblance): boolean {
  return title >= 0.9 && containment >= 0.8 && (daysApart ?? WINDOW_DAYS) <= 5
}

/** Alike enough to be worth a mention: a follow-up, or one more of a series. */
export function isNear({ containment, compared }: Resemblance): boolean {
  return compared >= FEW_COMPARED && containment >= 0.4
}
