import type { Cluster, HashStore, Sketch } from './hash-store.ts'
import { judgeCluster } from './match.ts'
import { type Lookup, TITLE_PREFIX } from './probe.ts'

/** A cluster made part of another is followed so far, and joining one is tried so often. */
const MAX_STEPS = 5

type Clusters = Pick<HashStore, 'clusters'>

/** The cluster that this one became part of, or itself. */
export async function rootOf(cluster: Cluster, store: Clusters): Promise<Cluster> {
  let root = cluster
  for (let step = 0; step < MAX_STEPS && root.into !== undefined; step += 1) {
    const [next] = await store.clusters([root.into])
    if (next === undefined) return root
    root = next
  }
  return root
}

async function rootOfId(clusterId: string, store: Clusters): Promise<Cluster | undefined> {
  const [cluster] = await store.clusters([clusterId])
  return cluster === undefined ? undefined : await rootOf(cluster, store)
}

async function join(
  id: string,
  first: Cluster,
  store: Pick<HashStore, 'clusters' | 'link'>,
): Promise<Cluster | undefined> {
  for (let attempt = 1; attempt <= MAX_STEPS; attempt += 1) {
    const into = await rootOfId(first.clusterId, store)
    if (into === undefined || into.clusterId === id) return undefined
    if ((await store.link(id, into.clusterId)) === 'linked') return into
    const own = await rootOfId(id, store)
    if (own !== undefined && own.clusterId !== id) return own
  }
  throw new Error(`cluster ${id} is being joined by too many at once`)
}

function meetByTitle({ probe, keys }: Lookup, first: Sketch | undefined): boolean {
  const { title } = probe.sketch
  if (!keys[0]?.key.startsWith(TITLE_PREFIX)) return false
  return title.length === first?.title.length && title.every((word, index) => word === first.title[index])
}

/**
 * Of the writers of one release at the same moment, all but the first go into the cluster of the first: each
 * sees in its postings who stood there before, whatever its reads had missed. The key of the title decides where
 * they share it, since there all of them stand in one order.
 * @param posted what stands under each key of the article after its own posting, the title's first.
 * @returns the cluster that this one is now part of, or undefined when it stays one of its own.
 */
export async function joinWhoCameFirst(
  found: Lookup,
  posted: ReadonlyMap<string, readonly string[]>,
  store: Pick<HashStore, 'clusters' | 'link'>,
): Promise<Cluster | undefined> {
  const id = found.probe.sketch.articleId
  // A full posting has no room for one more: then all that stand there came before.
  const before = (named: readonly string[]) =>
    named.includes(id) ? named.slice(0, named.indexOf(id)) : [...named]
  const [underFirst = [], ...underOthers] = [...posted.values()].map(before)
  const unseen = [...new Set([...underFirst, ...underOthers.flat()])].filter(
    other => !found.metIds.has(other),
  )
  if (unseen.length === 0) return undefined
  const clusters = await store.clusters(unseen)
  const first = unseen
    .flatMap(other => clusters.find(cluster => cluster.clusterId === other) ?? [])
    // One of the same title that came later there comes to this one: they must not go into each other.
    .filter(({ clusterId, sketches }) => underFirst.includes(clusterId) || !meetByTitle(found, sketches[0]))
    .find(cluster => judgeCluster(found, cluster)?.kind === 'copy')
  return first === undefined ? undefined : await join(id, first, store)
}
