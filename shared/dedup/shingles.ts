import { wordHashes } from './words.ts'

/** Words a shingle: three find more paraphrase and more chance, five lose a copy with one word in ten changed. */
const SHINGLE_WORDS = 4
const FULL_RANGE = 0x1_0000_0000

/** The last mixing of murmur3: neighbouring inputs end anywhere in the range, so the smallest are a fair sample. */
function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function allShingles(words: Uint32Array): Uint32Array {
  const length = Math.max(Math.min(words.length, 1), words.length - SHINGLE_WORDS + 1)
  const shingles = new Uint32Array(length)
  for (let start = 0; start < length; start += 1) {
    let hash = 0
    for (let word = start; word < start + SHINGLE_WORDS && word < words.length; word += 1) {
      hash = Math.imul(hash ^ (words[word] ?? 0), 0x9e_37_79_b1)
      hash ^= hash >>> 15
    }
    shingles[start] = mixed(hash)
  }
  return shingles
}

function smallestDistinct(hashes: Uint32Array, count: number): Uint32Array {
  const sorted = hashes.sort()
  let kept = 0
  for (let index = 0; index < sorted.length && kept < count; index += 1) {
    const hash = sorted[index] ?? 0
    if (kept === 0 || hash !== sorted[kept - 1]) sorted[kept++] = hash
  }
  return sorted.slice(0, kept)
}

/**
 * The `count` smallest hashes of a text's shingles, ascending: a sample that two texts take alike, so that what
 * they share of it is what they share of all (Broder 1997). Fewer when the text has fewer.
 * @param words as `wordHashes` gives them.
 */
export function smallestShinglesOf(words: Uint32Array, count: number): Uint32Array {
  const shingles = allShingles(words)
  // Hashes are spread evenly, so thrice the share that is wanted holds them; sorting all costs twice the rest.
  const bound = (FULL_RANGE * 3 * count) / shingles.length
  if (bound < FULL_RANGE) {
    const low = smallestDistinct(
      shingles.filter(hash => hash < bound),
      count,
    )
    if (low.length === count) return low
  }
  return smallestDistinct(shingles, count)
}

/** The same of a text whose word hashes are wanted for nothing else. */
export function smallestShingles(text: string, count: number): Uint32Array {
  return smallestShinglesOf(wordHashes(text), count)
}
