import { areNumberedApart, sharedFigures } from './figures.ts'
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
  /** Of the numbers of the text with fewer, the share that the other has; undefined with too few to say. */
  figures: number | undefined
  /** Both titles have a number, and each one that the other has not: week 7 and week 8. */
  isNumberedApart: boolean
  /** Words of the other's title that the article says nowhere: whom or what the other is about. */
  strangers: number
  /** Between their dates; undefined when one has none. */
  daysApart: number | undefined
  isSameSource: boolean
}

/** An article as it arrives: its sketch, its words, and up to which hash its boilerplate is known. */
export type Probe = {
  sketch: Sketch
  knownBelow: number
  boilerplate: ReadonlySet<number>
  /** Every word of its text: hashes as of its title. An array, since most are never asked for and a set is dear. */
  words: Uint32Array
}

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
    figures: sharedFigures(probe.sketch.figures, other.figures),
    isNumberedApart: areNumberedApart(probe.sketch.titleFigures, other.titleFigures),
    strangers: other.title.filter(word => !title.includes(word) && !probe.words.includes(word)).length,
    daysApart: day === undefined || other.day === undefined ? undefined : Math.abs(day - other.day),
    isSameSource: source === other.source,
  }
}

/** A release travels for a month; what comes back later is looked at as news. */
const WINDOW_DAYS = 30
/** Fewer shingles than this are too few to judge by. */
const FEW_COMPARED = 8
/** From so many on, a text that stands whole in a much longer one does not stand there by chance. */
const MANY_COMPARED = 30

/** Of the numbers of two texts. Up to it they are one form filled in twice, whatever else they share. */
const SAME_FIGURES = 0.5
/** From it on they speak for one release. */
const AGREED_FIGURES = 0.75
/** Shingles of a form without numbers at most: a message of condolence, an ambassador's first call. */
const SHORT_COMPARED = 100

/**
 * True for a form that was filled in anew: the numbers of its title or text are others, or it is short and the
 * other's title is about someone whom this text never names. Numbers that agree outweigh names, which outlets
 * spell as they like.
 */
function isOtherIssue(seen: Resemblance): boolean {
  const { figures, isNumberedApart, title, isTitleWithin, strangers, compared } = seen
  if (isNumberedApart) return true
  if (figures !== undefined && figures <= SAME_FIGURES) return true
  const mayBeForm = (figures ?? 0) < AGREED_FIGURES && compared < SHORT_COMPARED
  return mayBeForm && title >= 0.4 && !isTitleWithin && strangers > 0
}

/** What another issue of a form must share to be a copy after all: "about" paragraphs have numbers too. */
const COPY_AFTER_ALL = 0.85

function isCopyOfOwn({ title, isTitleWithin, daysApart, containment, resemblance }: Resemblance): boolean {
  if (daysApart === undefined) return resemblance >= 0.95
  if ((title >= 0.9 || isTitleWithin) && daysApart <= 3 && containment >= 0.6) return true
  if (title >= 0.8 && daysApart <= 3 && containment >= 0.85) return true
  return resemblance >= 0.88 && containment >= 0.9 && daysApart <= 14
}

function isCopyOfOther(seen: Resemblance): boolean {
  const { title, isTitleWithin, daysApart, containment, resemblance, compared } = seen
  if ((daysApart ?? 0) > WINDOW_DAYS) return false
  if (compared < FEW_COMPARED) return title >= 0.75 && (daysApart ?? WINDOW_DAYS) <= 3
  if (title >= 0.9 && isTitleWithin && (daysApart ?? WINDOW_DAYS) <= 3) return containment >= 0.25
  if (title >= 0.6) return containment >= 0.4
  if (title >= 0.4) return containment >= 0.6
  return containment >= 0.8 && (resemblance >= 0.45 || (containment >= 0.95 && compared >= MANY_COMPARED))
}

/**
 * Whether two articles are one release. Between sources the text decides and the title leans. Within a source
 * the text cannot: follow-ups and series share most of it, so the title must agree within days, or nearly
 * everything must. A form that is filled in again is neither.
 */
export function isSameRelease(seen: Resemblance): boolean {
  if (isOtherIssue(seen))
    return !seen.isSameSource && seen.containment >= COPY_AFTER_ALL && isCopyOfOther(seen)
  return seen.isSameSource ? isCopyOfOwn(seen) : isCopyOfOther(seen)
}

/** So like the copy of another outlet that it is one more, though its own source has an article in the cluster. */
export function isClearCopy(seen: Resemblance): boolean {
  const { title, containment, daysApart } = seen
  return !isOtherIssue(seen) && title >= 0.9 && containment >= 0.8 && (daysApart ?? WINDOW_DAYS) <= 5
}

/** Nothing in common, though there is enough to compare. */
export function isAnother({ title, containment, compared }: Resemblance): boolean {
  return compared >= FEW_COMPARED && containment < 0.1 && title < 0.4
}

/**
 * Whether two articles, of both of which a third is a clear copy, are one release: two outlets that each kept
 * another part of it. More than chance must be common to them, so that a round-up of two releases joins none.
 */
export function areParts(seen: Resemblance): boolean {
  return (
    !seen.isSameSource && !isOtherIssue(seen) && seen.compared >= FEW_COMPARED && seen.containment >= 0.25
  )
}

/** Alike enough to be worth a mention: a follow-up, or one more of a series. */
export function isNear({ containment, compared }: Resemblance): boolean {
  return compared >= FEW_COMPARED && containment >= 0.4
}
