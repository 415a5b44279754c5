import * as z from 'zod/mini'
import { type Article, PublisherTime } from '../../shared/article.ts'
import type { ArticleAudit } from '../../shared/article-audit.ts'
import { utcIso } from '../../shared/date/calendar.ts'
import { coreHash, sha256 } from '../../shared/dedup/fingerprint.ts'
import { canonicalUrl } from '../../shared/dedup/url.ts'
import type { Entry } from '../../shared/feed/model.ts'
import { isoTime } from '../../shared/runtime/clock.ts'
import type { RecipePart } from '../../shared/source-recipe.ts'
import type { RawDocument } from '../../shared/store/warc-pack.ts'
import { excerptOf, excerptWithin, wordCount } from '../../shared/text/excerpt.ts'
import { type ExtractedArticle, extractArticle } from '../../shared/text/extract.ts'
import { checkLanguage } from '../../shared/text/language.ts'
import { repairText } from '../../shared/text/repair/repair.ts'
import type { EntryWithPage } from './fetch-page.ts'
import type { Rejected } from './open-entry.ts'
import type { EntryWithArticle } from './read-pages.ts'

/** Everything of a revision but what recording it decides. */
export type DraftArticle = Omit<
  Article,
  'revision' | 'revisionReason' | 'seenIn' | 'firstSeenAt' | 'changedAt' | 'duplicateOf' | 'evidence'
>
export type Draft = {
  kind: 'draft'
  from: EntryWithPage
  article: DraftArticle
  /** Absent when the text on record is kept. */
  text?: string
  raw: RawDocument
  /** What was made of the page; absent with the text. */
  audit?: ArticleAudit
}
/** An entry that the record covers: only that it was seen here may be news. */
export type OnRecord = { kind: 'on-record'; from: EntryWithPage & { latest: Article } }

/** With these a record in any script fits into the KiB that a write unit pays for; the text itself is a GET away. */
const EXCERPT_BYTES = 280
const SUMMARY_BYTES = 250
/** Publishers' lists are kept up to a length that no honest article reaches, so that an event stays small. */
const MAX_LISTED = 50
const HEADLINE_CHARS = 500
const NAME_CHARS = 200
const STATED_CHARS = 80
/** A page of fewer words than this, of an entry that carries more, is a teaser, a notice or a consent wall. */
const FEW_WORDS = 40
/** Raise it with every change of the extraction that makes other text out of the same page. */
const EXTRACTION_VERSION = '3'

async function textOfMarkup(markup: string, url: string): Promise<ExtractedArticle> {
  const page = `<!doctype html><html><body><article>${markup}</article></body></html>`
  return await extractArticle(page, { url, selectors: { text: 'article' } })
}

type Body = Omit<ExtractedArticle, 'method'> & { method: string }

/** The better of what the page and the entry say: the page's text unless it is thin and the entry's is not. */
async function bodyOf(entry: Entry, url: string, page: ExtractedArticle | undefined): Promise<Body> {
  const pageWords = page === undefined ? 0 : wordCount(page.text)
  if (page !== undefined && pageWords >= FEW_WORDS) return page
  const own = await textOfMarkup(entry.content ?? entry.summary ?? '', url)
  if (page !== undefined && page.text !== '' && pageWords >= wordCount(own.text)) return page
  return { ...own, method: 'entry' }
}

type BodyFields = Pick<
  Article,
  'completeness' | 'excerpt' | 'textKey' | 'wordCount' | 'repairs' | 'extraction'
> & { hashes: Pick<Article['hashes'], 'text' | 'core'> }

function fieldsOf(body: Body, { page, extracted }: EntryWithArticle): BodyFields {
  const { text, repairs, method } = body
  const core = coreHash(text)
  const note = page.kind === 'absent' ? page.reason : (body.note ?? extracted?.note)
  return {
    completeness: page.kind === 'absent' ? 'partial' : 'full',
    excerpt: excerptWithin(text, EXCERPT_BYTES),
    textKey: `text/${sha256(text)}.txt`,
    wordCount: wordCount(text),
    repairs,
    extraction: { method, version: EXTRACTION_VERSION, ...(note !== undefined && { note }) },
    hashes: { text: sha256(text), ...(core !== undefined && { core }) },
  }
}

/** An edited entry whose page is away just now must not cost the record the text that it has. */
function keptFields({ page, latest }: EntryWithPage): BodyFields | undefined {
  if (page.kind !== 'absent' || latest?.completeness !== 'full') return undefined
  const { completeness, excerpt, textKey, wordCount, repairs, extraction, hashes } = latest
  return {
    completeness,
    excerpt,
    textKey,
    wordCount,
    repairs,
    extraction: { ...extraction, note: page.reason },
    hashes: { text: hashes.text, ...(hashes.core !== undefined && { core: hashes.core }) },
  }
}

const MAX_REMOVED = 200

function auditOf(
  { furnitureRemoved, furniturePlaces, release, images, attachments }: Body,
  titleRepairs: string[],
  dates: ArticleAudit['dates'],
): ArticleAudit {
  return {
    furnitureRemoved: furnitureRemoved.slice(0, MAX_REMOVED),
    furniturePlaces: furniturePlaces.slice(0, MAX_REMOVED),
    titleRepairs,
    dates,
    anatomy: release,
    images,
    attachments,
  }
}

function datesOf(
  entry: Entry,
  page: ExtractedArticle | undefined,
  basis: 'feed' | 'list',
): ArticleAudit['dates'] {
  const own = entry.publishedAt === undefined ? [] : [{ at: entry.publishedAt, by: basis }]
  return [...own, ...(page?.dateStatements ?? [])]
}

/** Place and day, and whom the page names as its source, as far as a row has room for them. */
function statedOf({ release, attribution }: Body): Pick<Article, 'dateline' | 'attribution'> {
  return {
    ...(release.dateline !== undefined && { dateline: excerptOf(release.dateline, STATED_CHARS) }),
    ...(attribution !== undefined && { attribution: excerptOf(attribution, STATED_CHARS) }),
  }
}

/** Whether the source's own selector found this on the page. */
function isOwn(part: RecipePart, page: ExtractedArticle | undefined): boolean {
  return page?.recipe?.found.includes(part) === true
}

function isCutShort(title: string): boolean {
  return title.endsWith('…') || title.endsWith('...')
}

type Headline = { text: string; repairs: string[] }

/** What the source's own selector finds wins; else the entry's title, unless it is the beginning of the page's. */
function headlineOf(entry: Entry, page: ExtractedArticle | undefined, text: string): Headline {
  const own = repairText(entry.title ?? '')
  const said = { text: page?.title ?? '', repairs: page?.titleRepairs ?? [] }
  if (said.text !== '' && isOwn('title', page)) return said
  const isBeginning = isCutShort(own.text) && said.text.startsWith(own.text.replace(/(?:…|\.\.\.)$/, ''))
  if (own.text !== '' && !isBeginning) return own
  if (said.text !== '') return said
  return { text: own.text || excerptOf(text, 120) || entry.url || 'Untitled', repairs: own.repairs }
}

/** A publisher's time if it is one that a record can carry: a page's comes with the offset of its place. */
function stated(time: string | undefined): string | undefined {
  return z.safeParse(PublisherTime, time && utcIso(time)).data
}

type Published = Pick<Article, 'publishedAt' | 'publishedPrecision' | 'publishedBasis'>

function precisionOf(time: string): 'second' | 'date' {
  return time.includes('T') ? 'second' : 'date'
}

/** The feed's date; the page's where the source's own selector finds it, where the feed has none, or has the day alone and the page the time of it. */
function publishedOf(entry: Entry, page: ExtractedArticle | undefined, basis: 'feed' | 'list'): Published {
  const own = stated(entry.publishedAt)
  const said = stated(page?.publishedAt)
  const isFiner = own !== undefined && !own.includes('T') && page?.publishedAt?.startsWith(`${own}T`) === true
  if (own !== undefined && !isFiner && !(said !== undefined && isOwn('date', page))) {
    const publishedPrecision = entry.publishedPrecision ?? precisionOf(own)
    return { publishedAt: own, publishedPrecision, publishedBasis: basis }
  }
  if (said === undefined) return {}
  const publishedPrecision = page?.publishedPrecision ?? precisionOf(said)
  return { publishedAt: said, publishedPrecision, publishedBasis: 'page' }
}

type Language = Pick<Article, 'language' | 'languageBasis'>

/** The language that the feed, the page or the source declares, unless the text is plainly in another. */
function languageOf(
  entry: Entry,
  page: ExtractedArticle | undefined,
  ofSource: string,
  text: string,
): Language {
  const declared: Language[] = [
    { language: entry.language, languageBasis: 'feed' },
    { language: page?.languageBasis === 'declared' ? page.language : undefined, languageBasis: 'page' },
  ]
  const own = declared.find(({ language }) => language !== undefined)
  const stated: Language = own ?? { language: ofSource, languageBasis: 'source' }
  const checked = checkLanguage(stated.language, text)
  return checked?.basis === 'text' ? { language: checked.language, languageBasis: 'text' } : stated
}

function rawOf({ page, entry, message }: EntryWithPage, nowMs: number): RawDocument {
  if (page.kind !== 'page') {
    const bytes = Buffer.from(JSON.stringify(entry))
    const url = entry.url ?? message.documentUrl
    return { kind: 'entry', url, fetchedAt: message.seenAt, bytes, contentType: 'application/json' }
  }
  const { bytes, status, finalUrl, contentType = 'text/html' } = page.document
  const headers = Object.fromEntries(
    Object.entries(page.document.headers).filter(([, value]) => value !== undefined),
  )
  return { kind: 'response', url: finalUrl, fetchedAt: isoTime(nowMs), bytes, contentType, status, headers }
}

async function summaryOf(entry: Entry, url: string): Promise<string | undefined> {
  if (entry.summary === undefined) return undefined
  const { text } = await textOfMarkup(entry.summary, url)
  return excerptWithin(text, SUMMARY_BYTES) || undefined
}

/** Makes of an entry and its page the article that it would be on record. */
export async function composeDraft(
  from: EntryWithArticle | Rejected,
  nowMs: number,
): Promise<Draft | OnRecord | Rejected> {
  if (from.kind === 'rejected') return from
  const { entry, source, page, latest, extracted } = from
  if (page.kind === 'not-needed' && latest !== undefined)
    return { kind: 'on-record', from: { ...from, latest } }

  const url = entry.url ?? from.message.documentUrl
  const raw = rawOf(from, nowMs)
  const body = await bodyOf(entry, url, extracted)
  const kept = keptFields(from)
  const { hashes, ...bodyFields } = kept ?? fieldsOf(body, from)
  const { text: title, repairs: titleRepairs } = headlineOf(entry, extracted, body.text)
  const headline = excerptOf(title, HEADLINE_CHARS)
  const summary = await summaryOf(entry, url)
  const canonical = extracted?.canonicalUrl
  const basis = source.kind === 'page' ? 'list' : 'feed'
  const article: DraftArticle = {
    articleId: from.articleId,
    identityBasis: from.identity.identityBasis,
    ...bodyFields,
    sourceId: source.id,
    ...(entry.url !== undefined && { url: canonicalUrl(entry.url) }),
    ...(canonical !== undefined && canonical !== entry.url && { canonicalUrl: canonical }),
    headline,
    ...(summary !== undefined && { summary }),
    authors: namesOf(authorsOf(entry, extracted)),
    publisher: source.publisher,
    ...languageOf(entry, extracted, source.language, body.text),
    ...publishedOf(entry, extracted, basis),
    ...modifiedOf(entry, extracted),
    ...(kept === undefined && statedOf(body)),
    categories: namesOf(entry.categories),
    tags: source.tags,
    media: entry.enclosures.slice(0, MAX_LISTED),
    ...(source.rights !== undefined && { rights: statedOnly(source.rights) }),
    hashes: { ...hashes, raw: sha256(raw.bytes), title: sha256(headline), entry: from.entryHash },
    entrySeenAt: from.message.seenAt,
    ...(from.message.pollVersion !== undefined && { pollVersion: from.message.pollVersion }),
    schemaVersion: 1,
  }
  return {
    kind: 'draft',
    from,
    article,
    raw,
    ...(kept === undefined && {
      text: body.text,
      audit: auditOf(body, titleRepairs, datesOf(entry, extracted, basis)),
    }),
  }
}

function authorsOf(entry: Entry, page: ExtractedArticle | undefined): string[] {
  return page?.recipe?.hasAuthors || entry.authors.length === 0 ? (page?.authors ?? []) : entry.authors
}

function namesOf(names: readonly string[]): string[] {
  return names.slice(0, MAX_LISTED).map(name => excerptOf(name, NAME_CHARS))
}

function modifiedOf(entry: Entry, page: ExtractedArticle | undefined): Pick<Article, 'modifiedAt'> {
  const modifiedAt = stated(entry.updatedAt) ?? stated(page?.modifiedAt)
  return modifiedAt === undefined ? {} : { modifiedAt }
}

function statedOnly(rights: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(rights).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
