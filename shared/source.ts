import * as z from 'zod/mini'
import { Duration, durationMs } from './schedule/duration.ts'

/** Reads a map whose keys are all known, so that a misspelt setting is a fault and never silently ignored. */
export function settings<Shape extends Readonly<Record<string, z.core.$ZodType>>>(shape: Shape) {
  const allowed = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: issue => (issue.code === 'unrecognized_keys' ? `is unknown; allowed: ${allowed}` : undefined),
  })
}

const text = z.string().check(z.regex(/\S/, { error: 'must not be empty' }))

const selector = z.string().check(z.regex(/\S/, { error: 'must be a CSS selector' }))

/** At most 64 characters: the id stands in table keys, archive keys and event ids. A leading # is reserved there. */
export const SourceId = z.string().check(
  z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'must be lower-case letters, digits and single hyphens, such as am-primeminister-en',
  }),
  z.maxLength(64),
)
export type SourceId = z.infer<typeof SourceId>

function isFetchable(url: string): boolean {
  if (url.startsWith('sample:')) return /^sample:\/[^/\s]/.test(url)
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return false
  // A user name or password would be written into the archive and every event.
  const { username, password } = new URL(url)
  return username === '' && password === ''
}

const url = z.string().check(
  z.refine(isFetchable, {
    error: 'must be an http or https address without user name or password, or sample:/path',
  }),
)

/** Who speaks: the originator of what the source carries. */
export const Publisher = settings({
  name: text,
  country: z.string().check(
    z.regex(/^(?!UK$)[A-Z]{2}$/, {
      error: 'must be two capital letters of ISO 3166 such as AM or GB (not UK), or EU, UN',
    }),
  ),
  kind: z.enum(['government', 'news', 'organisation']),
})
export type Publisher = z.infer<typeof Publisher>

const language = z.string().check(
  z.regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$/, {
    error: 'must be a BCP 47 language tag such as en, pt-BR or zh-Hant',
  }),
)

const defaultSchedule = { minInterval: '10m', maxInterval: '6h' }

/** The bounds between which a source's own pace is learnt. */
export const Schedule = settings({
  minInterval: z._default(Duration, defaultSchedule.minInterval),
  maxInterval: z._default(Duration, defaultSchedule.maxInterval),
}).check(
  z.refine(({ minInterval, maxInterval }) => durationMs(minInterval) <= durationMs(maxInterval), {
    error: `minInterval must not exceed maxInterval (defaults: ${defaultSchedule.minInterval}, ${defaultSchedule.maxInterval})`,
    when: ({ issues }) => issues.length === 0,
  }),
)
export type Schedule = z.infer<typeof Schedule>

/** CSS selectors of a list page: `item` within the page, the others within one item. */
export const ListSelectors = settings({
  item: selector,
  link: selector,
  title: selector,
  date: z.optional(selector),
  dateFormat: z.optional(text),
})
export type ListSelectors = z.infer<typeof ListSelectors>

/**
 * CSS selectors of an article's page: what they find wins over what feed and page say otherwise; what `remove` finds
 * is no part of the text.
 */
export const ArticleSelectors = settings({
  text: z.optional(selector),
  title: z.optional(selector),
  date: z.optional(selector),
  dateFormat: z.optional(text),
  author: z.optional(selector),
  remove: z.optional(selector),
})
export type ArticleSelectors = z.infer<typeof ArticleSelectors>

/** What may be done with a source's texts, as its publisher states it. */
export const Rights = settings({
  licence: z.optional(text),
  usageTerms: z.optional(text),
  attribution: z.optional(text),
})
export type Rights = z.infer<typeof Rights>

const path = z.string().check(
  z.regex(/^(?:\$|[^.\s]+(?:\.[^.\s]+)*)?$/, {
    error: 'must be a dotted path such as data.items or title.rendered',
  }),
)

/**
 * Where a JSON API keeps its articles, as dotted paths: `item` from the document to the list (`$` when the
 * document is the list), the others from one item.
 */
export const JsonPaths = settings({
  item: path,
  link: path,
  title: path,
  date: z.optional(path),
  id: z.optional(path),
  summary: z.optional(path),
  content: z.optional(path),
  author: z.optional(path),
})
export type JsonPaths = z.infer<typeof JsonPaths>

const kinds = ['feed', 'page', 'sitemap', 'json'] as const

const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null

/** A key that only one kind of source has; its fault is told beside other faults of the entry. */
function onlyFor(key: 'list' | 'paths', kind: 'page' | 'json') {
  return z.refine<{ kind?: unknown; list?: unknown; paths?: unknown }>(
    source =>
      source[key] === undefined || source.kind === kind || !kinds.some(known => known === source.kind),
    {
      path: [key],
      error: `is only for kind: ${kind}`,
      when: ({ value }) => isMap(value),
    },
  )
}

/**
 * One place that is polled for new entries: a feed, a page that lists links to articles, a (news) sitemap or an
 * index of them, or a JSON API.
 */
export const Source = settings({
  id: SourceId,
  name: text,
  kind: z.enum(kinds),
  url,
  publisher: Publisher,
  language,
  tags: z._default(z.array(text), []),
  rights: z.optional(Rights),
  schedule: z._default(Schedule, defaultSchedule),
  list: z.optional(ListSelectors),
  paths: z.optional(JsonPaths),
  article: z.optional(ArticleSelectors),
  /** Whether the pages of its articles are looked at again, for silent edits and withdrawals. */
  recheck: z._default(z.boolean(), false),
  allowPrivateNetwork: z._default(z.boolean(), false),
}).check(onlyFor('list', 'page'), onlyFor('paths', 'json'))
export type Source = z.infer<typeof Source>
