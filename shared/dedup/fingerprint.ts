import { createHash } from 'node:crypto'
import type { Entry } from '../feed/model.ts'

/** Fewer words than this say too little to call two texts the same: "Cabinet meeting. Details follow." */
const MIN_CORE_WORDS = 25

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * The hash under which copies of one text meet, whatever their letter case, punctuation, quotes and spacing;
 * undefined for a text too short to identify anything. Letters and digits are what counts (Unicode L, M, N).
 */
export function coreHash(text: string): string | undefined {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  // Chinese, Japanese and Thai write no spaces: there the letters are counted.
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  if (words.length < MIN_CORE_WORDS && letters < MIN_CORE_WORDS * 6) return undefined
  return sha256(words.join(' '))
}

/**
 * The hash of everything an entry says. The same entry gives the same hash whatever its place in the document;
 * an edit of any field gives another.
 */
export function entryHash(entry: Entry): string {
  const { guid, url, title, summary, content, authors, publishedAt, updatedAt, categories, enclosures } =
    entry
  return sha256(
    JSON.stringify([
      guid,
      url,
      title,
      summary,
      content,
      authors,
      publishedAt,
      updatedAt,
      categories,
      enclosures,
    ]),
  )
}
