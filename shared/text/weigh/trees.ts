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

/** The forest's answer for one row of features, between 0 and 1. */
export function probability(forest: Forest, row: readonly number[]): number {
  let score = forest.bias
  for (const root of forest.roots) {
    let node = root
    let feature = forest.feature[node] ?? -1
    while (feature >= 0) {
      const left = forest.left[node] ?? 0
      node = (row[feature] ?? 0) <= (forest.threshold[node] ?? 0) ? left : left + 1
      feature = forest.feature[node] ?? -1
    }
    score += forest.threshold[node] ?? 0
  }
  return 1 / (1 + Math.exp(-score))
}
