import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import blockModel from '../../../../shared/text/weigh/block-model.json' with { type: 'json' }
import { type Forest, probability } from '../../../../shared/text/weigh/trees.ts'

type Tree = number | { feature: number; threshold: number; below: Tree; above: Tree }

const FEATURES = 5
const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'max' },
    fc.integer({ min: -9, max: 9 }),
    fc.record({
      feature: fc.nat(FEATURES - 1),
      threshold: fc.integer({ min: -2, max: 2 }),
      below: tie('tree'),
      above: tie('tree'),
    }),
  ),
}))
const row = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: FEATURES, maxLength: FEATURES })

const forestOf = (bias: number, trees: readonly Tree[]): Forest => {
  const forest: Forest = { bias, feature: [], threshold: [], left: [], roots: [] }
  const put = (node: Tree, at: number): void => {
    forest.feature[at] = typeof node === 'number' ? -1 : node.feature
    forest.threshold[at] = typeof node === 'number' ? node : node.threshold
    forest.left[at] = 0
    if (typeof node === 'number') return
    const left = Math.max(forest.feature.length, at + 1)
    forest.left[at] = left
    forest.feature.push(-1, -1)
    put(node.below, left)
    put(node.above, left + 1)
  }
  for (const root of trees) {
    forest.roots.push(forest.feature.length)
    put(root, forest.feature.length)
  }
  return forest
}

/** A walk from the root to a leaf. */
const leafOf = (node: Tree, values: readonly number[]): number => {
  if (typeof node === 'number') return node
  return leafOf((values[node.feature] ?? 0) <= node.threshold ? node.below : node.above, values)
}

const sigmoid = (score: number) => 1 / (1 + Math.exp(-score))

describe('a forest', () => {
  it('answers as a walk through each of its trees does', () => {
    fc.assert(
      fc.property(
        fc.array(tree, { maxLength: 6 }),
        fc.array(row, { minLength: 1, maxLength: 4 }),
        (trees, rows) => {
          const forest = forestOf(0.25, trees)
          for (const values of rows) {
            const score = trees.reduce<number>((sum, root) => sum + leafOf(root, values), 0.25)
            expect(probability(forest, values)).toBe(sigmoid(score))
          }
        },
      ),
    )
  })

  it('may have trees of thirty-two leaves and no more', () => {
    const stairs = (leaves: number): Tree =>
      leaves === 1 ? 1 : { feature: 0, threshold: leaves, below: stairs(leaves - 1), above: -1 }
    expect(probability(forestOf(0, [stairs(32)]), [33])).toBe(sigmoid(-1))
    expect(probability(forestOf(0, [stairs(32)]), [0])).toBe(sigmoid(1))
    expect(() => probability(forestOf(0, [stairs(33)]), [0])).toThrow('more than 32 leaves')
  })

  it('is no other for being asked twice', () => {
    const zeros = Array.from({ length: 200 }, () => 0)
    expect(probability(blockModel, zeros)).toBe(probability(blockModel, zeros))
  })
})
