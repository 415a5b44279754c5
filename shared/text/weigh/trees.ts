/**
 * Boosted decision trees as flat lists, one entry a node: inner nodes compare `feature` with `threshold` and go to
 * `left` or to the entry behind it, leaves have feature -1 and their value in `threshold`.
 */
export type Forest = {
  bias: number
  feature: number[]
  threshold: number[]
  left: number[]
  /** Index of each tree's root. */
  roots: number[]
}

/** So many leaves of a tree are the bits of a number. */
const MAX_LEAVES = 32

/**
 * A forest as it is asked quickest: not walked tree by tree, which a processor cannot foresee, but by comparing each
 * feature with its thresholds in ascending order. Whatever a value exceeds rules out the leaves on its left; the first
 * leaf of a tree that is left is the one a walk would have ended at (Lucchese et al., QuickScorer, SIGIR 2015).
 */
type Comparisons = {
  /** Where the comparisons of each feature start, and behind them where the last one's end. */
  starts: Int32Array
  threshold: Float64Array
  tree: Int32Array
  /** Bits of the leaves that remain where the value exceeds the threshold. */
  remaining: Int32Array
  /** Values of the leaves, MAX_LEAVES a tree. */
  leaves: Float64Array
  /** For each tree the bits of the leaves that are not ruled out by now. */
  open: Int32Array
}

type Comparison = { feature: number; threshold: number; tree: number; remaining: number }

function comparisonsOf({ feature, threshold, left, roots }: Forest): Comparisons {
  const leaves = new Float64Array(roots.length * MAX_LEAVES)
  const found: Comparison[] = []
  const read = (node: number, tree: number, from: number): number => {
    const compared = feature[node] ?? -1
    if (compared < 0) {
      if (from >= MAX_LEAVES) throw new Error(`tree ${tree} has more than ${MAX_LEAVES} leaves`)
      leaves[tree * MAX_LEAVES + from] = threshold[node] ?? 0
      return from + 1
    }
    const right = read(left[node] ?? 0, tree, from)
    const remaining = ~((2 ** right - 2 ** from) | 0)
    found.push({ feature: compared, threshold: threshold[node] ?? 0, tree, remaining })
    return read((left[node] ?? 0) + 1, tree, right)
  }
  for (const [tree, root] of roots.entries()) read(root, tree, 0)
  found.sort((a, b) => a.feature - b.feature || a.threshold - b.threshold)
  return {
    starts: startsOf(found),
    threshold: Float64Array.from(found, comparison => comparison.threshold),
    tree: Int32Array.from(found, ({ tree }) => tree),
    remaining: Int32Array.from(found, ({ remaining }) => remaining),
    leaves,
    open: new Int32Array(roots.length),
  }
}

function startsOf(sorted: readonly Comparison[]): Int32Array {
  const starts = new Int32Array((sorted.at(-1)?.feature ?? -1) + 2)
  for (const { feature } of sorted) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  return starts
}

const known = new WeakMap<Forest, Comparisons>()

/** The forest's answer for one row of features, between 0 and 1. */
export function probability(forest: Forest, row: readonly number[]): number {
  const comparisons = known.get(forest) ?? comparisonsOf(forest)
  known.set(forest, comparisons)
  return 1 / (1 + Math.exp(-scoreOf(comparisons, row, forest.bias)))
}

function scoreOf(
  { starts, threshold, tree, remaining, leaves, open }: Comparisons,
  row: readonly number[],
  bias: number,
): number {
  open.fill(-1)
  for (let feature = 0; feature < starts.length - 1; feature++) {
    const value = row[feature] ?? 0
    const end = starts[feature + 1] ?? 0
    for (let at = starts[feature] ?? 0; at < end && value > (threshold[at] ?? 0); at++) {
      const of = tree[at] ?? 0
      open[of] = (open[of] ?? 0) & (remaining[at] ?? 0)
    }
  }
  let score = bias
  for (let at = 0; at < open.length; at++) {
    const bits = open[at] ?? 0
    // The lowest bit that is set is the number of the leaf.
    score += leaves[at * MAX_LEAVES + 31 - Math.clz32(bits & -bits)] ?? 0
  }
  return score
}
