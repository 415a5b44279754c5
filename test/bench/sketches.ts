import type { Release } from '../../shared/dedup/probe.ts'
import { wordHashes } from '../../shared/dedup/words.ts'

/** A way to put copies together, and what its table would bill for it. */
export type Recogniser = {
  name: string
  /** @returns the cluster that the article belongs to. */
  add: (release: Release) => Promise<string>
  units: () => { read: number; written: number }
}

function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Every run of so many words as one hash. */
function shinglesOf(text: string, words: number): Uint32Array {
  const hashes = wordHashes(text)
  const shingles = Uint32Array.from({ length: Math.max(1, hashes.length - words + 1) }, (_, start) =>
    hashes.subarray(start, start + words).reduce((sum, word) => Math.imul(sum ^ word, 0x9e_37_79_b1), 0),
  )
  return new Uint32Array(new Set(shingles.map(mixed)))
}

type Judge = (candidate: Uint32Array) => boolean

/** Keys that lead to clusters: an article joins the first that it finds and that the judge lets pass. */
function keyed(
  name: string,
  signatureOf: (text: string) => { keys: string[]; signature: Uint32Array; isCopy: Judge },
): Recogniser {
  const clusters = new Map<string, { clusterId: string; signature: Uint32Array }[]>()
  const units = { read: 0, written: 0 }
  return {
    name,
    units: () => units,
    add: async ({ id, text }) => {
      const { keys, signature, isCopy } = signatureOf(text)
      // Half a unit a lagging read, one a posting under a key that does not name the cluster yet.
      units.read += keys.length / 2
      const met = keys.flatMap(key => clusters.get(key) ?? [])
      const clusterId = met.find(one => isCopy(one.signature))?.clusterId ?? id
      for (const key of keys) {
        const named = clusters.get(key) ?? []
        if (named.some(one => one.clusterId === clusterId)) continue
        clusters.set(key, [...named, { clusterId, signature }])
        units.written += 1
      }
      return clusterId
    },
  }
}

const BITS = 64

/** SimHash of 64 bits, at most three of them different (Manku, Jain and Das Sarma 2007): four tables of 16 bits. */
export function simHash(): Recogniser {
  const signatureOf = (text: string) => {
    const sums = new Int32Array(BITS)
    for (const word of wordHashes(text)) {
      const halves = [mixed(word), mixed(word ^ 0x9e_37_79_b1)]
      for (let bit = 0; bit < BITS; bit += 1)
        sums[bit] = (sums[bit] ?? 0) + (((halves[bit >> 5] ?? 0) >>> (bit & 31)) & 1 ? 1 : -1)
    }
    const blocks = Uint32Array.from({ length: 4 }, (_, block) =>
      Array.from({ length: 16 }, (_, bit) => ((sums[block * 16 + bit] ?? 0) > 0 ? 2 ** bit : 0)).reduce(
        (sum, value) => sum + value,
      ),
    )
    const ones = (value: number) => value.toString(2).replaceAll('0', '').length
    return {
      keys: [...blocks].map((block, table) => `${table}#${block}`),
      signature: blocks,
      isCopy: (other: Uint32Array) =>
        blocks.reduce((sum, block, at) => sum + ones(block ^ (other[at] ?? 0)), 0) <= 3,
    }
  }
  return keyed('SimHash, 64 bits, distance 3', signatureOf)
}

/** MinHash in bands (Broder 1997; the bands of Indyk and Motwani 1998): one band alike leads to a cluster. */
export function minHash(shape: {
  name: string
  bands: number
  rows: number
  words: number
  resemblance: number
}): Recogniser {
  const { name, bands, rows, words, resemblance } = shape
  const size = bands * rows
  const seeds = Uint32Array.from({ length: size }, (_, at) => mixed(at + 1))
  return keyed(name, text => {
    const least = new Uint32Array(size).fill(0xff_ff_ff_ff)
    for (const shingle of shinglesOf(text, words)) {
      for (let at = 0; at < size; at += 1) {
        const hash = mixed(shingle ^ (seeds[at] ?? 0))
        if (hash < (least[at] ?? 0)) least[at] = hash
      }
    }
    return {
      keys: Array.from(
        { length: bands },
        (_, band) => `${band}#${least.subarray(band * rows, (band + 1) * rows).join()}`,
      ),
      signature: least,
      isCopy: other => least.filter((hash, at) => hash === other[at]).length >= resemblance * size,
    }
  })
}
