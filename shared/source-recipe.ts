import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod/mini'
import type { ArticleSelectors } from './source.ts'

/** What every article's page has to show. Bylines and what is to be left out may honestly be missing. */
const PARTS = ['text', 'title', 'date'] as const
export const RecipePart = z.enum(PARTS)
export type RecipePart = z.infer<typeof RecipePart>

/** What a source's own selectors found on one page, and what they did not. */
export type RecipeSight = { page: string; found: readonly RecipePart[]; missed: readonly RecipePart[] }

/** Whether a source's own selectors still find what they are for. */
export const RecipeState = z.object({
  /** Grows with every write: of two batches at once the second to finish learns again from what the first saved. */
  version: z.int().check(z.nonnegative()),
  kind: z.enum(['untried', 'matching', 'broken']),
  since: z.iso.datetime(),
  /** Of each selector, marks of the pages in a row on which it found nothing. */
  missed: z.partialRecord(RecipePart, z.array(z.string())),
})
export type RecipeState = z.infer<typeof RecipeState>

/** A source whose own selectors were never tried on a page. */
export const UNTRIED: RecipeState = {
  version: 0,
  kind: 'untried',
  since: '1970-01-01T00:00:00.000Z',
  missed: {},
}

/**
 * So many different pages in a row prove that a selector finds nothing any more. Were one page in ten a gallery or a
 * video, five such in a row would be one case in 100,000, and three one in 1,000.
 */
const PROOF_PAGES = 5

/**
 * What is known of a source's selectors after the pages of a batch; the same object when nothing changed. A page seen
 * again counts once. Pages of one batch have no order: one of them on which a selector finds something speaks for it.
 */
export function learnRecipe(
  before: RecipeState,
  sights: readonly RecipeSight[],
  selectors: ArticleSelectors,
  at: string,
): RecipeState {
  const missed: RecipeState['missed'] = {}
  for (const part of PARTS) {
    if (selectors[part] === undefined || sights.some(({ found }) => found.includes(part))) continue
    const pages = sights.flatMap(sight => (sight.missed.includes(part) ? [sight.page] : []))
    const all = [...new Set([...(before.missed[part] ?? []), ...pages])]
    if (all.length > 0) missed[part] = all.slice(0, PROOF_PAGES)
  }
  const hasFound = sights.some(({ found }) => found.length > 0)
  const kind = brokenParts(missed).length > 0 ? 'broken' : hasFound ? 'matching' : before.kind
  if (kind === before.kind && isDeepStrictEqual(missed, before.missed)) return before
  const since = kind === before.kind ? before.since : at
  return { version: before.version + 1, kind, since, missed }
}

/** The selectors that were found to match no longer. */
export function brokenParts(missed: RecipeState['missed']): RecipePart[] {
  return PARTS.filter(part => missed[part]?.length === PROOF_PAGES)
}
