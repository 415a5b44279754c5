import { foldedWords } from './fold.ts'
import type { Watch } from './watch.ts'

/** The ids of the watches that a text answers, in their order; the text comes in parts that no phrase spans. */
export type Matcher = (parts: readonly string[]) => string[]

/**
 * Reads the watches once for many texts. Words are whole words in whatever case and with or without accents (see
 * `foldedWords`); a phrase is its words in a row, whatever stands between them; `minist*` is every word that
 * begins so. Time is linear in the text for each term.
 */
export function watchMatcher(watches: readonly Watch[]): Matcher {
  const searches = watches.map(({ id, any, all = [], none = [] }) => ({
    id,
    any: any?.map(needleOf),
    all: all.map(needleOf),
    none: none.map(needleOf),
  }))
  return parts => {
    // Between two parts two spaces meet, which no phrase holds.
    const words = parts.map(foldedWords).join('')
    const has = (needle: string) => words.includes(needle)
    return searches
      .filter(({ any, all, none }) => (any?.some(has) ?? true) && all.every(has) && !none.some(has))
      .map(({ id }) => id)
  }
}

/** ` ferry ` as it stands in folded text; without its last space it is the beginning of a word. */
function needleOf(term: string): string {
  const words = foldedWords(term)
  return term.trim().endsWith('*') ? words.slice(0, -1) : words
}
