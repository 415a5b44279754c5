import type { Article } from '../../../shared/article.ts'
import type { Publisher } from '../../../shared/source.ts'

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const MINUTE = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
const REGIONS = new Intl.DisplayNames('en', { type: 'region' })
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' })

/** `Saturday, 21 November 2026` */
export function dayWords(iso: string): string {
  return DAY.format(Date.parse(iso))
}

/** `21 November 2026`, and `, 08:30 UTC` behind it where the time has one. What is no date stays as it is. */
export function timeWords(time: string): string {
  const timeMs = Date.parse(time)
  if (Number.isNaN(timeMs)) return time
  const date = DATE.format(timeMs)
  return time.includes('T') ? `${date}, ${MINUTE.format(timeMs)} UTC` : date
}

/** The English name of an ISO 3166 country, or the code where there is none. */
export function countryWords(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (REGIONS.of(code) ?? code) : code
}

/** The English name of a language tag's language; a page may have stated anything, so also the bare text. */
export function languageWords(tag: string): string {
  const language = /^[a-z]{2,3}(?=-|$)/i.exec(tag)?.[0]
  return language === undefined ? tag : (LANGUAGES.of(language) ?? tag)
}

/** The tag, where it has the form of one and may stand in a lang attribute. */
export function languageTag(tag: string | undefined): string | undefined {
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : undefined
}

const KINDS: Record<Publisher['kind'], string> = {
  government: 'government',
  news: 'news outlet',
  organisation: 'organisation',
}
const kindNames = new Map<string, string>(Object.entries(KINDS))
export function kindWords(kind: string): string {
  return kindNames.get(kind) ?? kind
}

const BASES: Record<NonNullable<Article['publishedBasis']>, string> = {
  feed: 'as its feed states',
  list: 'as the publisher’s list states',
  page: 'as its page states',
}
/** When it was published and who says so; undefined when nobody stated it. */
export function publishedWords({ publishedAt, publishedBasis }: Article): string | undefined {
  if (publishedAt === undefined) return undefined
  const basis = publishedBasis === undefined ? '' : `, ${BASES[publishedBasis]}`
  return `${timeWords(publishedAt)}${basis}`
}

const REASONS: Record<Article['revisionReason'], string> = {
  created: 'first recorded',
  content: 'the text changed',
  metadata: 'its particulars changed',
  completed: 'completed from its page',
  withdrawn: 'withdrawn by the publisher',
  restored: 'published again',
  reprocessed: 'read anew',
}
export function reasonWords(reason: Article['revisionReason']): string {
  return REASONS[reason]
}

const IDENTITIES: Record<Article['identityBasis'], string> = {
  url: 'its address',
  guid: 'its publisher’s id',
  composite: 'title, date and lead',
}
export function identityWords(basis: Article['identityBasis']): string {
  return IDENTITIES[basis]
}
