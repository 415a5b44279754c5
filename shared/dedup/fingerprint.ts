import { createHash } from 'node:crypto'
import type { Entry } from '../feed/model.ts'
import { ownLines } from './furniture.ts'
import { wordsOf } from './words.ts'

/** Fewer words than this say too little to call two texts the same: "Cabinet meeting. Details follow." */
const MIN_CORE_WORDS = 25

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * The words by which two texts are the same text: furniture, letter case, punctuation and spacing do not count.
 * A minus and a percent sign do.
 */
export function coreWords(text: string): string[] {
  return wordsOf(withSpeltSigns(ownLines(text).join('\n')))
}

/** The signs that change what a number says, as words: typography is not compared, and "-5%" is not "5". */
export function withSpeltSigns(text: string): string {
  return text.replaceAll('%', ' percent ').replace(/(^|[\s(])[-\u2212](?=\d)/g, '$1minus ')
}

/**
 * The hash under which copies of one text meet, whatever their furniture and typography; undefined for a text too
 * short to identify anything.
 */
export function coreHash(text: string): string | undefined {
  const words = coreWords(text)
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
