import * as z from 'zod/mini'
import { SourceId, settings } from '../source.ts'
import { foldedWords } from './fold.ts'

const MAX_TERM_CHARS = 200
const MAX_TERMS = 100

/** A word, a phrase, or a beginning of a word (`minist*`). */
const Term = z.string().check(
  z.refine(term => foldedWords(term) !== ' ', { error: 'must hold a letter or a digit' }),
  z.refine(term => !/\*\S|^\*/.test(term.trim()), { error: 'may have a * only at the end of a word' }),
  z.maxLength(MAX_TERM_CHARS),
)
const Terms = z
  .array(Term)
  .check(
    z.minLength(1, { error: 'must name at least one word' }),
    z.maxLength(MAX_TERMS, { error: `must name at most ${MAX_TERMS} words` }),
  )

/**
 * A saved search: an article answers it when its headline, summary or text hold one of `any`, every one of `all`
 * and none of `none`.
 */
export const Watch = settings({
  id: SourceId,
  any: z.optional(Terms),
  all: z.optional(Terms),
  none: z.optional(Terms),
}).check(
  z.refine(({ any, all }) => any !== undefined || all !== undefined, {
    error: 'must have any or all: the words to look for',
    when: ({ issues }) => issues.length === 0,
  }),
)
export type Watch = z.infer<typeof Watch>
