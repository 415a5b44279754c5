/** The value below which `share` (0 to 1) of the values lies, by nearest rank; NaN without values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The value in the middle, the upper one of two; NaN without values. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The arithmetic mean; NaN without values. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Each number as a multiple of its partner in `base`: what slowed both in one round cancels out. */
export const ratios = (values: readonly number[], base: readonly number[]): number[] =>
  values.map((value, at) => value / (base[at] ?? Number.NaN))
