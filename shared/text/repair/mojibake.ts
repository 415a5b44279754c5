import { type Charset, suspectedCharsets } from './charsets.ts'
import { type Chain, chainsOf } from './misread-chains.ts'
import type { Edit } from './misread-runs.ts'

/** Text misread that often has grown a hundredfold; only text made to be slow needs more. */
const MAX_PASSES = 8

/**
 * Undoes UTF-8 that was read as a single-byte charset, as often as it was done and by as many charsets: whatever
 * stretch is valid UTF-8 as some charset's bytes and is less odd for being decoded. Sound parts of the text stay.
 * Letters that lost a byte on the way are told from what is left, beside others that lost none.
 * @returns the text and how many characters were restored.
 */
export function repairMojibake(text: string): { text: string; count: number } {
  let count = 0
  let current = text
  const known = new Map<Charset, Set<string>>()
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const chains = suspectedCharsets(current).flatMap(charset =>
      chainsOf(current, charset, known.get(charset)),
    )
    if (chains.length === 0) break
    const edits = bestOf(chains, current.length)
      .flatMap(chain => chain.edits)
      .sort((a, b) => a.from - b.from)
    const put = new Map(edits.map(edit => [edit.from, edit.text]))
    for (const chain of chains)
      if (chain.edits.every(({ from, text }) => put.get(from) === text)) remember(chain, known)
    count += edits.reduce((sum, edit) => sum + edit.count, 0)
    current = applied(current, edits)
  }
  return { text: current, count }
}

/** Keeps in mind what charsets were met, those included that explain a place as well as the one believed. */
function remember({ charset, edits }: Chain, known: Map<Charset, Set<string>>): void {
  const leads = known.get(charset) ?? new Set()
  for (const lead of edits.flatMap(edit => edit.leads)) leads.add(lead)
  known.set(charset, leads)
}

/** Of chains that explain the same characters the one that gains most, then the longest, then the commoner charset's. */
function bestOf(chains: readonly Chain[], length: number): Chain[] {
  const isTaken = new Uint8Array(length)
  return [...chains]
    .sort((a, b) => b.gain - a.gain || b.edits.length - a.edits.length)
    .filter(({ edits }) => {
      if (edits.some(({ from, to }) => isTaken.subarray(from, to).includes(1))) return false
      for (const { from, to } of edits) isTaken.fill(1, from, to)
      return true
    })
}

function applied(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const edit of edits) {
    parts.push(text.slice(at, edit.from), edit.text)
    at = edit.to
  }
  parts.push(text.slice(at))
  return parts.join('')
}
