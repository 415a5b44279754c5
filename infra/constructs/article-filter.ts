import type { EventPattern } from 'aws-cdk-lib/aws-events'
import { ARTICLE_EVENT_TYPES, type ArticleDetailType, EVENT_SOURCE } from '../../shared/events.ts'
import type { Publisher } from '../../shared/source.ts'
import { foldedWords } from '../../shared/watches/fold.ts'

/** Which articles one wants to hear of. What is left out or empty does not filter. */
export type ArticleFilter = {
  /** Such as `Article Published`; all six kinds when left out. */
  events?: readonly ArticleDetailType[]
  sources?: readonly string[]
  /** `pt` is `pt-BR` too. */
  languages?: readonly string[]
  countries?: readonly string[]
  kinds?: readonly Publisher['kind'][]
  /** Words or phrases of headline or summary, in any case and with or without accents; `minist*` begins a word. */
  text?: readonly string[]
  /** Saved searches of the sources file, by id: they look into the whole text. */
  watches?: readonly string[]
}

/** EventBridge's quota for the pattern of a rule, in characters. */
const MAX_PATTERN_CHARS = 2_048

/**
 * The filter as an event pattern, which a rule in any stack can have.
 * @throws when it is longer than EventBridge takes: a watch has room for more words.
 */
export function articlePattern(filter: ArticleFilter): EventPattern {
  const {
    events = [],
    sources = [],
    languages = [],
    countries = [],
    kinds = [],
    text = [],
    watches = [],
  } = filter
  const fields = {
    sourceId: sources,
    language: languages.flatMap(language => [language, { prefix: `${language}-` }]),
    country: countries,
    kind: kinds,
    searchText: text.map(words => ({ wildcard: wildcardOf(words) })),
    watches,
  }
  const data = Object.fromEntries(Object.entries(fields).filter(([, wanted]) => wanted.length > 0))
  const pattern = {
    source: [EVENT_SOURCE],
    detailType: events.length > 0 ? [...events] : Object.keys(ARTICLE_EVENT_TYPES),
    ...(Object.keys(data).length > 0 && { detail: { data } }),
  }
  const chars = JSON.stringify(pattern).length
  if (chars > MAX_PATTERN_CHARS)
    throw new Error(`the filter makes a pattern of ${chars} characters, of ${MAX_PATTERN_CHARS}: use a watch`)
  return pattern
}

/** searchText has one space around each word, so that a word with its spaces is that word alone. */
function wildcardOf(words: string): string {
  const folded = foldedWords(words)
  if (folded === ' ') throw new Error(`text ${JSON.stringify(words)} holds no letter or digit`)
  return words.trim().endsWith('*') ? `*${folded.slice(0, -1)}*` : `*${folded}*`
}
