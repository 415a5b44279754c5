import type { Cluster } from './hash-store.ts'
import type { Lookup } from './probe.ts'
import {
  areParts,
  isAnother,
  isClearCopy,
  isNear,
  isSameRelease,
  type Resemblance,
  resemblanceOf,
} from './resemblance.ts'

/** A cluster that an article belongs to, or that it only resembles: it follows up, or is one more of a series. */
export type Match = { kind: 'copy' | 'related'; cluster: Cluster; seen: Resemblance }

/** Above it a copy would find only what its cluster's sketches find already; below, it is worth its own postings. */
const DIVERGENT = 1.6
/** Differences of nearness below it are chance: the sketches are samples. */
const AS_NEAR = 0.25
/** From so many shingles on, more make a comparison hardly surer. */
const SURE_COMPARED = 16

function closeness({ containment, resemblance }: Resemblance): number {
  return containment + resemblance
}

function nearness(seen: Resemblance): number {
  return closeness(seen) * Math.min(1, seen.compared / SURE_COMPARED)
}

/** True for a copy so unlike what its cluster keeps that a copy of the copy would not be found by that. */
export function isDivergent(seen: Resemblance): boolean {
  return closeness(seen) < DIVERGENT
}

/**
 * Judges an article against the sketches of a cluster and never against any member, so that no chain of small
 * changes leads from one release to another. An article of the same source that is not matched speaks against:
 * the newcomer is that publisher's next one, and the match is with an outlet's copy of the last. So does an
 * article that shares nothing: then what the newcomer matches is an outlet's round-up of several releases.
 */
export function judgeCluster({ probe }: Pick<Lookup, 'probe'>, cluster: Cluster): Match | undefined {
  const others = cluster.sketches.filter(sketch => sketch.articleId !== probe.sketch.articleId)
  const all = others.map(sketch => resemblanceOf(probe, sketch))
  if (all.some(isAnother)) return undefined
  const [best] = all.filter(isSameRelease).sort((a, b) => closeness(b) - closeness(a))
  const isVetoed = all.some(seen => seen.isSameSource && !isSameRelease(seen))
  if (best !== undefined && (!isVetoed || isClearCopy(best))) return { kind: 'copy', cluster, seen: best }
  const near = all.find(isNear)
  return near === undefined ? undefined : { kind: 'related', cluster, seen: near }
}

/**
 * The cluster that the article most resembles. Of several about as near, the one that stands first under the
 * keys that they share: writers of one release at once are as near, and all go into the cluster of the first.
 */
export function bestMatch(
  found: Pick<Lookup, 'probe' | 'metIds'>,
  clusters: readonly Cluster[],
): Match | undefined {
  const matches = clusters.flatMap(cluster => judgeCluster(found, cluster) ?? [])
  const copies = matches.filter(({ kind }) => kind === 'copy')
  const eligible = copies.length > 0 ? copies : matches
  const nearest = Math.max(...eligible.map(({ seen }) => nearness(seen)))
  const order = [...found.metIds]
  const position = ({ cluster }: Match) => order.indexOf(cluster.clusterId)
  return eligible
    .filter(({ seen }) => nearness(seen) >= nearest - AS_NEAR)
    .sort((a, b) => position(a) - position(b))[0]
}

/** The other clusters that the article shows to be one release with the cluster that it belongs to. */
export function provenSame(
  { probe }: Pick<Lookup, 'probe'>,
  match: Match,
  clusters: readonly Cluster[],
): Cluster[] {
  const [first] = match.cluster.sketches
  if (first === undefined || !isClearCopy(match.seen)) return []
  return clusters.filter(cluster => {
    const other = cluster === match.cluster ? undefined : judgeCluster({ probe }, cluster)
    const [head] = cluster.sketches
    if (head === undefined || other?.kind !== 'copy' || !isClearCopy(other.seen)) return false
    return areParts(resemblanceOf({ ...probe, sketch: first }, head))
  })
}
