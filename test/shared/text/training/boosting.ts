import type { Forest } from '../../../../shared/text/weigh/trees.ts'

export type Sample = { row: readonly number[]; label: number; weight: number }

const BINS = 48
const SETTINGS = {
  trees: 300,
  leaves: 20,
  rate: 0.06,
  rowShare: 0.5,
  featureShare: 0.35,
  minWeight: 12,
  lambda: 3,
  maxDepth: 8,
}

/** A repeatable source of chance, so that training twice gives the same model. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Upper bounds of each feature's bins: quantiles of a sample of its values. */
function binEdges(samples: readonly Sample[], width: number, chance: () => number): number[][] {
  const picked = samples.filter(() => chance() < Math.min(1, 20_000 / samples.length))
  return Array.from({ length: width }, (_, f) => {
    const values = picked.map(({ row }) => row[f] ?? 0).sort((a, b) => a - b)
    const distinct = [...new Set(values)]
    if (distinct.length <= BINS) return distinct
    const edges = Array.from(
      { length: BINS - 1 },
      (_, b) => values[Math.floor((values.length * (b + 1)) / BINS)] ?? 0,
    )
    return [...new Set(edges)]
  })
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= (edges[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}

type Split = { feature: number; bin: number; gain: number }
type Leaf = { rows: Int32Array; depth: number; node: number; split: Split | undefined }

/**
 * Gradient boosting on histograms with logistic loss: small, dependency-free, repeatable. Leaves are grown best
 * first; rows and features are drawn anew for each tree.
 */
export function trainForest(
  samples: readonly Sample[],
  width: number,
  report: (line: string) => void,
  settings: Partial<typeof SETTINGS> = {},
): Forest {
  const { trees, leaves, rate, rowShare, featureShare, minWeight, lambda, maxDepth } = {
    ...SETTINGS,
    ...settings,
  }
  const chance = seeded(20)
  const edges = binEdges(samples, width, chance)
  const count = samples.length
  const binned = Array.from({ length: width }, (_, f) =>
    Uint8Array.from(samples, ({ row }) => binOf(edges[f] ?? [], row[f] ?? 0)),
  )
  const label = Float64Array.from(samples, sample => sample.label)
  const weight = Float64Array.from(samples, sample => sample.weight)
  const score = new Float64Array(count)
  const positive =
    label.reduce((sum, value, i) => sum + value * (weight[i] ?? 0), 0) /
    weight.reduce((sum, value) => sum + value, 0)
  const bias = Math.log(positive / (1 - positive))
  score.fill(bias)
  const gradient = new Float64Array(count)
  const curvature = new Float64Array(count)
  const forest: Forest = { bias, feature: [], threshold: [], left: [], roots: [] }
  const histG = new Float64Array(BINS + 2)
  const histH = new Float64Array(BINS + 2)

  const bestSplit = (rows: Int32Array, features: readonly number[]): Split | undefined => {
    let best: Split | undefined
    let totalG = 0
    let totalH = 0
    for (const i of rows) {
      totalG += gradient[i] ?? 0
      totalH += curvature[i] ?? 0
    }
    const parent = (totalG * totalG) / (totalH + lambda)
    for (const f of features) {
      const bins = binned[f]
      if (!bins) continue
      const size = (edges[f]?.length ?? 0) + 1
      histG.fill(0, 0, size)
      histH.fill(0, 0, size)
      for (let k = 0; k < rows.length; k++) {
        const i = rows[k] ?? 0
        const b = bins[i] ?? 0
        histG[b] = (histG[b] ?? 0) + (gradient[i] ?? 0)
        histH[b] = (histH[b] ?? 0) + (curvature[i] ?? 0)
      }
      let leftG = 0
      let leftH = 0
      for (let b = 0; b < size - 1; b++) {
        leftG += histG[b] ?? 0
        leftH += histH[b] ?? 0
        const rightH = totalH - leftH
        if (leftH < minWeight * 0.05 || rightH < minWeight * 0.05) continue
        const rightG = totalG - leftG
        const gain = (leftG * leftG) / (leftH + lambda) + (rightG * rightG) / (rightH + lambda) - parent
        if (gain > (best?.gain ?? 1e-6)) best = { feature: f, bin: b, gain }
      }
    }
    return best
  }

  const addNode = (): number => {
    forest.feature.push(-1)
    forest.threshold.push(0)
    forest.left.push(0)
    return forest.feature.length - 1
  }

  for (let t = 0; t < trees; t++) {
    let loss = 0
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-(score[i] ?? 0)))
      const w = weight[i] ?? 0
      const y = label[i] ?? 0
      gradient[i] = w * (p - y)
      curvature[i] = w * Math.max(1e-6, p * (1 - p))
      loss -= w * (y * Math.log(p + 1e-9) + (1 - y) * Math.log(1 - p + 1e-9))
    }
    if (t % 50 === 0) report(`tree ${t}, loss ${(loss / count).toFixed(5)}`)
    const features = Array.from({ length: width }, (_, f) => f).filter(() => chance() < featureShare)
    const drawn = Int32Array.from(
      Array.from({ length: count }, (_, i) => i).filter(() => chance() < rowShare),
    )
    const root = addNode()
    forest.roots.push(root)
    const open: Leaf[] = [{ rows: drawn, depth: 0, node: root, split: bestSplit(drawn, features) }]
    while (open.length < leaves) {
      const next = open
        .filter(leaf => leaf.split && leaf.depth < maxDepth)
        .sort((a, b) => (b.split?.gain ?? 0) - (a.split?.gain ?? 0))[0]
      if (!next?.split) break
      const { feature, bin } = next.split
      const bins = binned[feature] ?? new Uint8Array()
      const left = next.rows.filter(i => (bins[i] ?? 0) <= bin)
      const right = next.rows.filter(i => (bins[i] ?? 0) > bin)
      forest.feature[next.node] = feature
      forest.threshold[next.node] = edges[feature]?.[bin] ?? 0
      const leftNode = addNode()
      const rightNode = addNode()
      forest.left[next.node] = leftNode
      open.splice(open.indexOf(next), 1)
      open.push({ rows: left, depth: next.depth + 1, node: leftNode, split: bestSplit(left, features) })
      open.push({ rows: right, depth: next.depth + 1, node: rightNode, split: bestSplit(right, features) })
    }
    for (const { rows, node } of open) {
      let g = 0
      let h = 0
      for (const i of rows) {
        g += gradient[i] ?? 0
        h += curvature[i] ?? 0
      }
      forest.threshold[node] = Math.round((-g / (h + lambda)) * rate * 1e4) / 1e4
    }
    for (let i = 0; i < count; i++) {
      let node = root
      let f = forest.feature[node] ?? -1
      while (f >= 0) {
        const left = forest.left[node] ?? 0
        node = (binned[f]?.[i] ?? 0) <= binOf(edges[f] ?? [], forest.threshold[node] ?? 0) ? left : left + 1
        f = forest.feature[node] ?? -1
      }
      score[i] = (score[i] ?? 0) + (forest.threshold[node] ?? 0)
    }
  }
  return forest
}
