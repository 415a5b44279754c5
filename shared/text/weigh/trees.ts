/**
 * Boosted decision trees as flat lists, one entry a node: inner nodes compare `feature` with `threshold` and go to
 * `left` or `right` (an index), leaves have feature -1 and their value in `threshold`.
 */
export type Forest = {
  bias: number
  feature: number[]
  threshold: number[]
  left: number[]
  right: number[]
  /** Index of each tree's root. */
  roots: number[]
}

/** The forest's answer for one row of features, between 0 and 1. */
export function probability(forest: Forest, row: readonly number[]): number {
  let score = forest.bias
  for (const root of forest.roots) {
    let node = root
    let feature = forest.feature[node] ?? -1
    while (feature >= 0) {
      node = ((row[feature] ?? 0) <= (forest.threshold[node] ?? 0) ? forest.left[node] : forest.right[node]) ?? 0
      feature = forest.feature[node] ?? -1
    }
    score += forest.threshold[node] ?? 0
  }
  return 1 / (1 + Math.exp(-score))
}
