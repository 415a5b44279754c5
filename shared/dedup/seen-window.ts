import type { Entry } from '../feed/model.ts'
import { entryHash } from './fingerprint.ts'

/** 8 bytes: two entries of one window collide once in 10^13. */
const FINGERPRINT_BYTES = 8
/**
 * A window holds three times what the document shows, 100 at least: content networks serve old and new
 * versions of a document in turn for a while, and neither may look new again.
 */
const DOCUMENTS_REMEMBERED = 3
const MIN_REMEMBERED = 100
const MAX_REMEMBERED = 6_000

function fingerprintOf(hash: string): string {
  return hash.slice(0, FINGERPRINT_BYTES * 2)
}

function fingerprintsIn(window: Uint8Array): string[] {
  const hex = Buffer.from(window).toString('hex')
  return hex.match(/.{16}/g) ?? []
}

/**
 * The entries that the window does not know, new or edited, in the document's order; and the window to
 * remember once they are safely queued.
 */
export function unseenEntries(
  entries: readonly Entry[],
  window: Uint8Array,
): { unseen: Entry[]; window: Uint8Array<ArrayBuffer> } {
  const before = fingerprintsIn(window)
  const known = new Set(before)
  const current = new Map(entries.map(entry => [fingerprintOf(entryHash(entry)), entry]))
  const unseen = [...current].filter(([fingerprint]) => !known.has(fingerprint)).map(([, entry]) => entry)
  const kept = Math.min(Math.max(MIN_REMEMBERED, entries.length * DOCUMENTS_REMEMBERED), MAX_REMEMBERED)
  const remembered = [...current.keys(), ...before.filter(fingerprint => !current.has(fingerprint))]
  return { unseen, window: Buffer.from(remembered.slice(0, kept).join(''), 'hex') }
}

/** Where in the window the entry of this hash stands, 0 for the newest; undefined when the window lacks it. */
export function placeIn(window: Uint8Array, hash: string): number | undefined {
  const place = fingerprintsIn(window).indexOf(fingerprintOf(hash))
  return place < 0 ? undefined : place
}
