import { coreHash } from './fingerprint.ts'
import { joinWhoCameFirst, rootOf } from './first-come.ts'
import type { Cluster, HashStore, Sketch } from './hash-store.ts'
import { bestMatch, isDivergent, provenSame } from './match.ts'
import { type Lookup, lookUp, type Release } from './probe.ts'
import { type Resemblance, resemblanceOf } from './resemblance.ts'
import { wireId } from './wire-id.ts'

/** What the record says of an article before anything of it is written. */
export type Found = Lookup & {
  /** Claims under which other copies meet: the exact text, and the newswire's number. */
  claims: readonly string[]
  seen?: Resemblance | undefined
  /** Clusters that the article shows to be one with its own, whether that is on record already or not. */
  same?: readonly Cluster[]
} & ({ kind: 'copy'; cluster: Cluster } | { kind: 'related'; to: string } | { kind: 'new' })

/** Where an article belongs. */
export type Placed = {
  /** The id of the article that opened the cluster: given once, it never changes. */
  clusterId: string
  /** `new` opens a cluster; `related` opens one too, and names the cluster that it follows. */
  relation: 'new' | 'copy' | 'related'
  relatedTo?: string | undefined
  /** The article that speaks for the cluster: an issuer's own, then the earliest. It may change, the id not. */
  canonicalId: string
  resemblance?: number | undefined
  containment?: number | undefined
}

export type Clusterer = {
  /** Reads only, so that the article's row can say what it is a copy of. */
  find: (release: Release) => Promise<Found>
  /**
   * Makes the clusters that the article shows to be one with its own parts of it. Before `record`, after the
   * article's row; repeating it tells the same.
   * @returns their ids: the articles that opened them are copies too.
   */
  merge: (found: Found) => Promise<string[]>
  /** Writes what finds the next copy. After the article's row; repeating it changes nothing. */
  record: (found: Found) => Promise<Placed>
  /** All of it at once. */
  add: (release: Release) => Promise<Placed>
}

function speaksBefore(one: Sketch, other: Sketch): number {
  const issuers = Number(other.isIssuer ?? false) - Number(one.isIssuer ?? false)
  const days = (one.day ?? Number.MAX_SAFE_INTEGER) - (other.day ?? Number.MAX_SAFE_INTEGER)
  return issuers || days || (one.articleId < other.articleId ? -1 : 1)
}

function speakerOf(sketches: readonly Sketch[], own: Sketch): string {
  return [...sketches, own].sort(speaksBefore)[0]?.articleId ?? own.articleId
}

/** The cluster of whoever claimed first; a claim outlives the row of its cluster, and is enough. */
async function claimedCluster(claim: string, store: HashStore): Promise<Cluster | undefined> {
  const holder = await store.holder(claim)
  if (holder === undefined) return undefined
  const clusterId = holder.clusterId ?? holder.articleId
  const [cluster] = await store.clusters([clusterId])
  return await rootOf(cluster ?? { clusterId, sketches: [] }, store)
}

/** A newswire's number is shared by what cites it too: title or text must have something in common. */
async function byWire(claim: string, { probe }: Lookup, store: HashStore): Promise<Cluster | undefined> {
  const cluster = await claimedCluster(claim, store)
  const seen = cluster?.sketches.map(sketch => resemblanceOf(probe, sketch)) ?? []
  return seen.some(({ title, containment }) => title >= 0.4 || containment >= 0.25) ? cluster : undefined
}

/** Fewer than for a cluster of its own, since a sketch beside three others is a row of up to four units. */
const WIDENING_POSTINGS = 8

const NOTHING_POSTED = { postings: async () => new Map<string, readonly string[]>() }

async function find(release: Release, store: HashStore): Promise<Found> {
  const core = coreHash(release.text)
  const number = wireId(release.url, release.text)
  const wire = number === undefined ? undefined : `wire#${number}`
  const claims = [core, wire].filter(claim => claim !== undefined)
  const byText = core === undefined ? undefined : await claimedCluster(core, store)
  if (byText !== undefined && byText.clusterId !== release.id) {
    return { ...(await lookUp(release, NOTHING_POSTED)), claims, kind: 'copy', cluster: byText }
  }
  const lookup = { ...(await lookUp(release, store)), claims }
  const wired = wire === undefined ? undefined : await byWire(wire, lookup, store)
  if (wired !== undefined && wired.clusterId !== release.id)
    return { ...lookup, kind: 'copy', cluster: wired }

  const clusters = lookup.candidateIds.length === 0 ? [] : await store.clusters(lookup.candidateIds)
  const own = clusters.find(({ clusterId }) => clusterId === release.id)
  if (own?.into !== undefined) return { ...lookup, kind: 'copy', cluster: await rootOf(own, store) }
  const match = bestMatch(
    lookup,
    clusters.filter(cluster => cluster !== own),
  )
  if (match === undefined) return { ...lookup, kind: 'new' }
  const { seen } = match
  const cluster = await rootOf(match.cluster, store)
  // What opened a cluster before and comes again stays its first, whatever has come since.
  return match.kind === 'copy' && own === undefined
    ? { ...lookup, kind: 'copy', cluster, seen, same: provenSame(lookup, match, clusters) }
    : { ...lookup, kind: 'related', to: cluster.clusterId, seen }
}

async function widen(cluster: Cluster, { probe, keys, seen }: Found, store: HashStore): Promise<void> {
  const isUnlike = seen !== undefined && isDivergent(seen)
  const isSpeaker = speakerOf(cluster.sketches, probe.sketch) === probe.sketch.articleId
  if (isUnlike || isSpeaker) await store.addSketch(cluster.clusterId, probe.sketch)
  const unnamed = keys.filter(({ named }) => !named.includes(cluster.clusterId))
  if (isUnlike) await store.post(cluster.clusterId, unnamed.slice(0, WIDENING_POSTINGS))
}

async function merge(found: Found, store: HashStore): Promise<string[]> {
  if (found.kind !== 'copy') return []
  const { cluster: into, same = [] } = found
  const merged: string[] = []
  for (const { clusterId, into: before } of same) {
    if (clusterId === into.clusterId || (before !== undefined && before !== into.clusterId)) continue
    if (before !== undefined || (await store.link(clusterId, into.clusterId)) === 'linked')
      merged.push(clusterId)
  }
  return merged
}

async function openCluster(found: Found, store: HashStore): Promise<Cluster | undefined> {
  const { sketch } = found.probe
  await store.openCluster(sketch.articleId, sketch)
  const posted = await store.post(sketch.articleId, found.keys)
  return await joinWhoCameFirst(found, posted, store)
}

async function record(found: Found, store: HashStore): Promise<Placed> {
  const { sketch } = found.probe
  if (found.kind === 'copy') await widen(found.cluster, found, store)
  const cluster = found.kind === 'copy' ? found.cluster : await openCluster(found, store)
  const clusterId = cluster?.clusterId ?? sketch.articleId
  for (const claim of found.claims) await store.claim(claim, sketch.articleId, clusterId)
  const placed = {
    clusterId,
    canonicalId: speakerOf(cluster?.sketches ?? [], sketch),
    ...(found.seen !== undefined && {
      resemblance: found.seen.resemblance,
      containment: found.seen.containment,
    }),
  }
  if (cluster !== undefined) return { ...placed, relation: 'copy' }
  return found.kind === 'related'
    ? { ...placed, relation: 'related', relatedTo: found.to }
    : { ...placed, relation: 'new' }
}

/**
 * Recognises one release wherever it appears: by its exact words, by the number of its newswire, by its title,
 * by a sample of its shingles; and tells it from the next release of the same template.
 */
export function createClusterer(hashes: HashStore): Clusterer {
  return {
    find: release => find(release, hashes),
    merge: found => merge(found, hashes),
    record: found => record(found, hashes),
    add: async release => {
      const found = await find(release, hashes)
      await merge(found, hashes)
      return await record(found, hashes)
    },
  }
}
