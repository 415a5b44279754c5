/** At most this many bins a feature, so that a bin fits into a byte and a leaf's sums into the cache. */
const BINS = 48
const SAMPLED = 30_000

/** Rows of features as bin numbers, row after row; `edges` are the upper bounds of each feature's bins. */
export type Binned = { edges: number[][]; bins: Uint8Array; width: number }

function edgesOf(values: Float64Array): number[] {
  const sorted = values.sort()
  const distinct = [...new Set(sorted)]
  if (distinct.length <= BINS) return distinct
  const quantiles = Array.from(
    { length: BINS - 1 },
    (_, b) => sorted[Math.floor((sorted.length * (b + 1)) / BINS)] ?? 0,
  )
  return [...new Set(quantiles)]
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

/** Sorts the values of every feature into bins between the quantiles of a sample of the rows. */
export function binRows(rows: readonly (readonly number[])[], width: number): Binned {
  const step = Math.max(1, Math.ceil(rows.length / SAMPLED))
  const sample = rows.filter((_, i) => i % step === 0)
  const edges = Array.from({ length: width }, (_, f) =>
    edgesOf(Float64Array.from(sample, row => row[f] ?? 0)),
  )
  const bins = new Uint8Array(rows.length * width)
  rows.forEach((row, i) => {
    for (let f = 0; f < width; f++) bins[i * width + f] = binOf(edges[f] ?? [], row[f] ?? 0)
  })
  return { edges, bins, width }
}
