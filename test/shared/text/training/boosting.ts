import type { Forest } from '../../../../shared/text/weigh/trees.ts'
import type { Binned } from './bins.ts'

export type Settings = {
  trees: number
  leaves: number
  rate: number
  rowShare: number
  featureShare: number
  minCurvature: number
  lambda: number
  maxDepth: number
}

const SETTINGS: Settings = {
  trees: 300,
  leaves: 20,
  rate: 0.06,
  rowShare: 0.5,
  featureShare: 0.35,
  minCurvature: 0.6,
  lambda: 3,
  maxDepth: 8,
}

/** What is to be learnt: for each row whether it belongs (1 or 0) and what a mistake about it costs. */
export type Lesson = { label: Float64Array; weight: Float64Array }

type Split = { feature: number; bin: number; gain: number }
type Leaf = { rows: Int32Array; depth: number; node: number; sums: Float64Array; split: Split | undefined }

/** A repeatable source of chance, so that training twice gives the same model. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Room of a feature in a leaf's sums: bins of gradient and curvature in turn. */
const SLOTS = 64

/** Grows one tree after the other; what it has learnt so far is in `score`. */
class Trainer {
  readonly forest: Forest
  private readonly chance = seeded(20)
  private readonly gradient: Float64Array
  private readonly curvature: Float64Array
  private readonly score: Float64Array
  /** The features drawn for the tree that grows. */
  private features = new Int32Array()
  private readonly binned: Binned
  private readonly lesson: Lesson
  private readonly rows: Int32Array

  private readonly settings: Settings

  constructor(binned: Binned, lesson: Lesson, rows: Int32Array, settings: Settings) {
    this.settings = settings
    this.binned = binned
    this.lesson = lesson
    this.rows = rows
    const { label, weight } = lesson
    let all = 0
    let belonging = 0
    for (const i of rows) {
      all += weight[i] ?? 0
      belonging += (weight[i] ?? 0) * (label[i] ?? 0)
    }
    const bias = Math.log(belonging / (all - belonging))
    this.forest = { bias, feature: [], threshold: [], left: [], roots: [] }
    this.score = new Float64Array(label.length).fill(bias)
    this.gradient = new Float64Array(label.length)
    this.curvature = new Float64Array(label.length)
  }

  growTree(): void {
    this.takeStock()
    const { featureShare, rowShare, leaves } = this.settings
    this.features = Int32Array.from(this.binned.edges.keys()).filter(() => this.chance() < featureShare)
    const drawn = this.rows.filter(() => this.chance() < rowShare)
    const root = this.addNode()
    this.forest.roots.push(root)
    const open = [this.leafOf(drawn, 0, root, this.sumsOf(drawn))]
    while (open.length < leaves) {
      const best = open
        .filter(leaf => leaf.split)
        .sort((a, b) => (b.split?.gain ?? 0) - (a.split?.gain ?? 0))[0]
      if (!best?.split) break
      open.splice(open.indexOf(best), 1, ...this.splitLeaf(best, best.split))
    }
    for (const leaf of open) this.forest.threshold[leaf.node] = this.valueOf(leaf.sums)
    this.addToScore(root)
  }

  /** Gradient and curvature of the logistic loss at the present score. */
  private takeStock(): void {
    const { label, weight } = this.lesson
    for (const i of this.rows) {
      const p = 1 / (1 + Math.exp(-(this.score[i] ?? 0)))
      this.gradient[i] = (weight[i] ?? 0) * (p - (label[i] ?? 0))
      this.curvature[i] = (weight[i] ?? 0) * Math.max(1e-6, p * (1 - p))
    }
  }

  private addNode(): number {
    this.forest.feature.push(-1)
    this.forest.threshold.push(0)
    this.forest.left.push(0)
    return this.forest.feature.length - 1
  }

  private sumsOf(rows: Int32Array): Float64Array {
    const { bins, width } = this.binned
    const { features, gradient, curvature } = this
    const sums = new Float64Array(features.length * SLOTS * 2)
    for (const i of rows) {
      const g = gradient[i] ?? 0
      const h = curvature[i] ?? 0
      for (let f = 0; f < features.length; f++) {
        const at = (f * SLOTS + (bins[i * width + (features[f] ?? 0)] ?? 0)) * 2
        sums[at] = (sums[at] ?? 0) + g
        sums[at + 1] = (sums[at + 1] ?? 0) + h
      }
    }
    return sums
  }

  /** Every feature's bins hold the whole leaf: the first feature's are added up. */
  private static totals(sums: Float64Array): { g: number; h: number } {
    let g = 0
    let h = 0
    for (let b = 0; b < SLOTS; b++) {
      g += sums[b * 2] ?? 0
      h += sums[b * 2 + 1] ?? 0
    }
    return { g, h }
  }

  private valueOf(sums: Float64Array): number {
    const { g, h } = Trainer.totals(sums)
    return Math.round((-g / (h + this.settings.lambda)) * this.settings.rate * 1e4) / 1e4
  }

  private leafOf(rows: Int32Array, depth: number, node: number, sums: Float64Array): Leaf {
    return {
      rows,
      depth,
      node,
      sums,
      split: depth < this.settings.maxDepth ? this.bestSplit(sums) : undefined,
    }
  }

  private bestSplit(sums: Float64Array): Split | undefined {
    const { lambda, minCurvature } = this.settings
    const { g, h } = Trainer.totals(sums)
    const whole = (g * g) / (h + lambda)
    let best: Split | undefined
    for (let f = 0; f < this.features.length; f++) {
      const feature = this.features[f] ?? 0
      const size = this.binned.edges[feature]?.length ?? 0
      let leftG = 0
      let leftH = 0
      for (let bin = 0; bin < size; bin++) {
        leftG += sums[(f * SLOTS + bin) * 2] ?? 0
        leftH += sums[(f * SLOTS + bin) * 2 + 1] ?? 0
        if (leftH < minCurvature) continue
        if (h - leftH < minCurvature) break
        const gain = (leftG * leftG) / (leftH + lambda) + (g - leftG) ** 2 / (h - leftH + lambda) - whole
        if (gain > (best?.gain ?? 1e-6)) best = { feature, bin, gain }
      }
    }
    return best
  }

  /** Sums are only taken of the smaller side; the other's are what is left of the whole. */
  private splitLeaf({ rows, depth, node, sums }: Leaf, { feature, bin }: Split): Leaf[] {
    const { bins, width, edges } = this.binned
    const left = rows.filter(i => (bins[i * width + feature] ?? 0) <= bin)
    const right = rows.filter(i => (bins[i * width + feature] ?? 0) > bin)
    const small = this.sumsOf(left.length < right.length ? left : right)
    const large = sums.map((sum, i) => sum - (small[i] ?? 0))
    this.forest.feature[node] = feature
    this.forest.threshold[node] = edges[feature]?.[bin] ?? 0
    const leftNode = this.addNode()
    const rightNode = this.addNode()
    this.forest.left[node] = leftNode
    const [leftSums, rightSums] = left.length < right.length ? [small, large] : [large, small]
    return [
      this.leafOf(left, depth + 1, leftNode, leftSums),
      this.leafOf(right, depth + 1, rightNode, rightSums),
    ]
  }

  private addToScore(root: number): void {
    const { feature, threshold, left } = this.forest
    const { bins, width, edges } = this.binned
    const binAt = feature.map((f, n) => (n < root ? 0 : (edges[f]?.indexOf(threshold[n] ?? 0) ?? 0)))
    for (const i of this.rows) {
      let node = root
      let f = feature[node] ?? -1
      while (f >= 0) {
        node = (left[node] ?? 0) + ((bins[i * width + f] ?? 0) <= (binAt[node] ?? 0) ? 0 : 1)
        f = feature[node] ?? -1
      }
      this.score[i] = (this.score[i] ?? 0) + (threshold[node] ?? 0)
    }
  }
}

/**
 * Gradient boosting on histograms with logistic loss: small, dependency-free, repeatable. Leaves are grown best
 * first; rows and features are drawn anew for each tree. Learns from the given rows of the lesson alone.
 */
export function trainForest(
  binned: Binned,
  lesson: Lesson,
  rows: Int32Array,
  settings: Settings = SETTINGS,
): Forest {
  const trainer = new Trainer(binned, lesson, rows, settings)
  for (let tree = 0; tree < settings.trees; tree++) trainer.growTree()
  return trainer.forest
}
