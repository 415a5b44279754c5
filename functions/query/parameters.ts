import * as z from 'zod/mini'
import { SourceId } from '../../shared/source.ts'
import type { ListQuery } from '../../shared/store/article-lists.ts'
import { cursorOf } from './cursor.ts'
import type { Problem } from './problem.ts'
import { endOf, PointInTime, startOf } from './time-bounds.ts'

const MAX_WORDS = 10

const matching = (pattern: RegExp, error: string) => z.string().check(z.regex(pattern, { error }))

const count = z.pipe(
  matching(/^(?:[1-9]\d?|100)$/, 'must be a whole number from 1 to 100'),
  z.transform(text => Number(text)),
)
const limit = z._default(count, 20)

const words = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(200, { error: 'must be at most 200 characters' })),
    z.transform(text => text.split(/\s+/).filter(word => word !== '')),
  ),
  z.array(z.string()).check(z.maxLength(MAX_WORDS, { error: `must be at most ${MAX_WORDS} words` })),
)

/** What a list of articles is asked for, at /articles and on the front page. */
export const ListParameters = z.strictObject({
  source: z.optional(SourceId),
  language: z.optional(
    matching(/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i, 'must be a language tag such as en or pt-BR'),
  ),
  country: z.optional(
    z.pipe(
      matching(/^[a-z]{2}$/i, 'must be two letters such as AM or EU'),
      z.transform(text => text.toUpperCase()),
    ),
  ),
  since: z.optional(z.pipe(PointInTime, z.transform(startOf))),
  until: z.optional(z.pipe(PointInTime, z.transform(endOf))),
  q: z.optional(words),
  limit,
  cursor: z.optional(cursorOf('articles')),
})
export type ListParameters = z.infer<typeof ListParameters>

/** What a feed is asked for: feed readers ask seldom and never page, so one answer is as long as can be. */
export const FeedParameters = z.strictObject({
  ...z.omit(ListParameters, { cursor: true }).shape,
  limit: z._default(count, 100),
})
export type FeedParameters = z.infer<typeof FeedParameters>

export const ChangeParameters = z.strictObject({ limit, cursor: z.optional(cursorOf('changes')) })

export const RevisionParameters = z.strictObject({
  revision: z.optional(
    z.pipe(
      matching(/^[1-9]\d{0,5}$/, 'must be the number of a revision, counted from 1'),
      z.transform(text => Number(text)),
    ),
  ),
})

export const TextParameters = z.strictObject({
  ...RevisionParameters.shape,
  furniture: z.optional(z.literal('kept', { error: 'must be kept' })),
})

export const NoParameters = z.strictObject({})

export type Asked<Value> = { kind: 'asked'; value: Value } | ({ kind: 'refused' } & Problem)

function refused(error: string, hint: string): { kind: 'refused' } & Problem {
  return { kind: 'refused', error, hint }
}

/** Names stand in messages; nobody needs to read all of a long one. */
function quoted(name: string): string {
  return JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name)
}

/**
 * Reads the parameters in a URL by their schema. Empty ones are as if not given, because that is how a browser
 * sends a form's empty fields.
 */
export function readParameters<Schema extends z.ZodMiniObject>(
  schema: Schema,
  url: string,
): Asked<z.infer<Schema>> {
  const known = Object.keys(schema.shape)
  const values = new Map<string, string>()
  for (const [name, value] of new URL(url).searchParams) {
    if (!known.includes(name)) {
      const hint = known.length === 0 ? 'This address takes none.' : `Known here: ${known.join(', ')}.`
      return refused(`The parameter ${quoted(name)} is unknown.`, hint)
    }
    if (values.has(name)) return refused(`The parameter ${name} is given twice.`, 'Give it once.')
    values.set(name, value)
  }
  const given = [...values].filter(([, value]) => value.trim() !== '')
  const parsed = z.safeParse(schema, Object.fromEntries(given))
  if (parsed.success) return { kind: 'asked', value: parsed.data }
  const issue = parsed.error.issues[0]
  return refused(`The parameter ${issue?.path.join('.')} is not valid.`, `It ${issue?.message}.`)
}

/** Reads what a list of articles is asked for, and what only all parameters together can tell. */
export function readListParameters<Schema extends typeof ListParameters | typeof FeedParameters>(
  url: string,
  schema: Schema,
): Asked<z.infer<Schema>> {
  const asked = readParameters(schema, url)
  if (asked.kind === 'refused') return asked
  const { since, until } = asked.value
  if (since !== undefined && until !== undefined && since > until) {
    return refused('The parameter since is later than until.', `They mean ${since} and ${until}.`)
  }
  return asked
}

/** The store's question for what was asked; undefined when the cursor is past the end, so nothing can follow. */
export function listQuery({
  source,
  q,
  since,
  until,
  cursor,
  ...same
}: FeedParameters & Pick<ListParameters, 'cursor'>): ListQuery | undefined {
  if (since !== undefined && cursor !== undefined && cursor < since) return undefined
  return { ...same, sourceId: source, words: q, sinceIso: since, untilIso: until, before: cursor }
}
