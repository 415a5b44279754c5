/** Enough for a share that is right within a fifth; more would take the row of a sketch over a KiB. */
const MOST_FIGURES = 16
/** Of fewer numbers half are soon those of an "about" paragraph, which outlets leave out. */
const FEW_FIGURES = 6
/** A number with what stands between its digits: 1,200 and 9:30 and 12/03. */
const FIGURE = /\p{Nd}+(?:[.,:/]\p{Nd}+)*/gu

function hashOf(digits: string): number {
  let hash = 0x81_1c_9d_c5
  for (let index = 0; index < digits.length; index += 1)
    hash = Math.imul(hash ^ digits.charCodeAt(index), 0x01_00_01_93)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/**
 * A sample of the numbers in a text: their smallest hashes, ascending. They tell what shingles cannot, the next
 * issue of a form from a copy with a word in ten changed: numbers are what is filled in.
 */
export function figuresOf(text: string): Uint32Array {
  const written = text.normalize('NFKC').match(FIGURE) ?? []
  const digits = new Set(written.map(figure => figure.replace(/[.,:/]/g, '')))
  return Uint32Array.from(digits, hashOf).sort().slice(0, MOST_FIGURES)
}

/**
 * Of the numbers of the text that has fewer, the share that the other has; undefined with too few to say.
 * @param one, other samples by `figuresOf`.
 */
export function sharedFigures(one: Uint32Array, other: Uint32Array): number | undefined {
  // A full sample says nothing of what lies beyond its largest hash.
  const endOf = (sample: Uint32Array) => (sample.length < MOST_FIGURES ? undefined : sample.at(-1))
  const end = Math.min(endOf(one) ?? Number.POSITIVE_INFINITY, endOf(other) ?? Number.POSITIVE_INFINITY)
  const mine = one.filter(figure => figure <= end)
  const theirs = other.filter(figure => figure <= end)
  const smaller = Math.min(mine.length, theirs.length)
  return smaller < FEW_FIGURES ? undefined : mine.filter(figure => theirs.includes(figure)).length / smaller
}

/** True when each has a number that the other has not: "week 7" and "week 8", but not "2026" and "3 June 2026". */
export function areNumberedApart(one: Uint32Array, other: Uint32Array): boolean {
  return one.some(figure => !other.includes(figure)) && other.some(figure => !one.includes(figure))
}
