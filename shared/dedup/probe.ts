import { figuresOf } from './figures.ts'
import { telling } from './furniture.ts'
import { type HashStore, MAX_POSTED, type PostingKey, type Sketch } from './hash-store.ts'
import { type Probe, SKETCH_SHINGLES } from './resemblance.ts'
import { smallestShinglesOf } from './shingles.ts'
import { wordHashes } from './words.ts'

/** An article as it is compared. */
export type Release = {
  id: string
  source: string
  url: string
  title: string
  text: string
  /** An ISO date or time, as the publisher says; anything else counts as undated. */
  publishedAt?: string | undefined
  /** True when the publisher speaks for itself, as a government does and a news outlet does not. */
  isIssuer?: boolean | undefined
}

/** What looking up an article's keys tells. */
export type Lookup = {
  probe: Probe
  /** Clusters by how much their postings say for them, the likeliest first. */
  candidateIds: string[]
  /** Every cluster that stood in those postings, in the order of keys and of arrival: of writers at once, the first. */
  metIds: ReadonlySet<string>
  /** The postings to make when the article opens a cluster, or widens one. */
  keys: PostingKey[]
}

/**
 * Many keys are looked up and few are stored: a look costs half a read unit, a posting a write unit, ten times
 * as much. The second round is for texts that are mostly boilerplate, where the first leaves little to go by.
 */
const PROBE_ROUNDS = [24, 6]
const ENOUGH_COLD = 12
const POSTED_SHINGLES = 9
const MAX_CANDIDATES = 3
const MAX_TITLE_WORDS = 24
/** "Weekly statistics" is the title of too many. */
const MIN_TITLE_WORDS = 4
/** In every key, so that another way to cut words never meets the keys of this one. */
const VERSION = '1'
/** With less than one in twelve of the keys looked up being boilerplate, the others are taken for clean unseen. */
const CLEAN_SHARE = 12
export const TITLE_PREFIX = 'title#'
const DAY_MS = 86_400_000
const LARGEST_HASH = 0xff_ff_ff_ff

function dayOf(publishedAt: string | undefined): number | undefined {
  const ms = Date.parse(publishedAt ?? '')
  return Number.isNaN(ms) ? undefined : Math.floor(ms / DAY_MS)
}

/** The key under which equal titles meet: a copy cut to its lead or rewritten at length often keeps its title. */
function titleKeys(title: Uint32Array): string[] {
  if (title.length < MIN_TITLE_WORDS) return []
  const hash = title.reduce((sum, word) => Math.imul(sum ^ word, 0x9e_37_79_b1) >>> 0, 0)
  return [`${TITLE_PREFIX}${VERSION}#${hash.toString(36)}`]
}

function shingleKey(hash: number): string {
  return `near#${VERSION}#${hash.toString(36)}`
}

type Postings = ReadonlyMap<string, readonly string[]>

/** Those with most of the keys to themselves, and the one that came first: of writers at once, it is the story. */
function likeliest(postings: Postings): string[] {
  const weights = new Map<string, number>()
  for (const named of postings.values()) {
    if (named.length >= MAX_POSTED) continue
    for (const id of named) weights.set(id, (weights.get(id) ?? 0) + 1 / named.length)
  }
  const [first] = [...postings.values()].find(named => named.length > 0) ?? []
  const heaviest = [...weights].sort(([, a], [, b]) => b - a).map(([id]) => id)
  return [...new Set(first === undefined ? heaviest : [first, ...heaviest])].slice(0, MAX_CANDIDATES)
}

async function readPostings(
  smallest: Uint32Array,
  title: readonly string[],
  store: Pick<HashStore, 'postings'>,
): Promise<{ postings: Postings; probed: number }> {
  const postings = new Map<string, readonly string[]>()
  let probed = 0
  for (const round of PROBE_ROUNDS) {
    const keys = [...smallest.subarray(probed, probed + round)].map(shingleKey)
    if (keys.length === 0 && probed > 0) break
    const asked = probed === 0 ? [...title, ...keys] : keys
    const read = await store.postings(asked)
    for (const key of asked) postings.set(key, read.get(key) ?? [])
    probed += keys.length
    const hot = [...postings.values()].filter(named => named.length >= MAX_POSTED)
    if (probed - hot.length >= ENOUGH_COLD) break
  }
  return { postings, probed }
}

/** Looks an article up by its title and its smallest shingles. Reads only, 11 to 16 units. */
export async function lookUp(release: Release, store: Pick<HashStore, 'postings'>): Promise<Lookup> {
  const text = telling(release.text)
  const words = wordHashes(text)
  const smallest = smallestShinglesOf(words, SKETCH_SHINGLES)
  const title = wordHashes(release.title).slice(0, MAX_TITLE_WORDS)
  const ofTitle = titleKeys(title)
  const { postings, probed } = await readPostings(smallest, ofTitle, store)

  const named = (key: string) => postings.get(key) ?? []
  const known = smallest.subarray(0, probed)
  const boilerplate = new Set(known.filter(hash => named(shingleKey(hash)).length >= MAX_POSTED))
  const cold = [...known.filter(hash => !boilerplate.has(hash)).subarray(0, POSTED_SHINGLES)].map(shingleKey)
  const sketch: Sketch = {
    articleId: release.id,
    source: release.source,
    ...(release.isIssuer && { isIssuer: true }),
    day: dayOf(release.publishedAt),
    title,
    shingles: smallest.filter(hash => !boilerplate.has(hash)),
    upTo: smallest.length < SKETCH_SHINGLES ? LARGEST_HASH : (smallest.at(-1) ?? 0),
    figures: figuresOf(text),
    titleFigures: figuresOf(release.title),
  }
  return {
    probe: {
      sketch,
      boilerplate,
      words,
      knownBelow: boilerplate.size * CLEAN_SHARE > probed ? (known.at(-1) ?? 0) : LARGEST_HASH,
    },
    candidateIds: likeliest(postings),
    metIds: new Set([...postings.values()].flat()),
    keys: [...ofTitle.filter(key => named(key).length < MAX_POSTED), ...cold].map(key => ({
      key,
      named: named(key),
    })),
  }
}
