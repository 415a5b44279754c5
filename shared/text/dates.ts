import { localIso } from '../date/calendar.ts'
import { parseDate } from '../date/parse-date.ts'
import type { Block, Region } from './blocks.ts'
import type { ArticleData } from './json-ld.ts'
import { classedDates, markedDates } from './marked-dates.ts'
import type { ParsedPage } from './parse-tree.ts'
import { dateLikeParts } from './written-dates.ts'

export type DatePrecision = 'second' | 'minute' | 'date'
export type DateBasis = 'jsonld' | 'meta' | 'markup' | 'url' | 'text'

export type PageDates = {
  publishedAt?: string
  publishedPrecision?: DatePrecision
  publishedBasis?: DateBasis
  modifiedAt?: string
  note?: string
}

export type DateSources = {
  page: ParsedPage
  meta: ReadonlyMap<string, string>
  data: ArticleData | undefined
  blocks: readonly Block[]
  /** The article's headline, to look for the date beside it. */
  title: string | undefined
  language: string | undefined
}

type Found = { iso: string; precision: DatePrecision; basis: DateBasis }
type Hints = NonNullable<Parameters<typeof parseDate>[1]>

/** The names under which publishers state the day of publication, most reliable first. */
const PUBLISHED = (
  'article:published_time og:article:published_time article:published published_time datepublished og:published_time ' +
  'article.published sailthru.date parsely-pub-date publish-date publish_date publishdate pubdate pub_date pub-date ' +
  'dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date dcterms.date dc.date.published ' +
  'citation_publication_date citation_date citation_online_date article:post_date cxenseparse:recs:publishtime ' +
  'bt:pubdate rnews:datepublished article_date_original originalpublicationdate displaydate datecreated ' +
  'article:created release_date releasedate date_published date mediator_published_time ptime creation_date created ' +
  'publication_date article-publication-date lastpubdate dateposted og:pubdate iso-8601-publish-date'
).split(' ')
const MODIFIED =
  'article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified article:updated_time last-modified modified_date revision_date lastmod og:modified_time'.split(
    ' ',
  )
/** Nothing on the web is older; what claims to be is a default value of some editor. */
const EARLIEST = '1992-01-01'
const LATEST_YEAR = 2100

function isPossible(iso: string): boolean {
  return iso >= EARLIEST && Number(iso.slice(0, 4)) < LATEST_YEAR
}

/** Where `04/05` can only mean the 4th of May: hosts of countries that write so. */
function hintsOf(url: string, language: string | undefined): Hints {
  const zone = URL.canParse(url) ? (new URL(url).hostname.split('.').at(-1) ?? '') : ''
  const dayFirst = /^(?:uk|au|nz|ie|in|za|ng|ke|gh|pk|lk|sg|my|mt|eu)$/.test(zone)
  return { ...(language ? { language } : {}), ...(dayFirst ? { order: 'dmy' } : {}) }
}

function firstDate(
  values: Iterable<string | null | undefined>,
  basis: DateBasis,
  hints: Hints,
): Found | undefined {
  for (const value of values) {
    const parsed = value ? parseDate(value, hints) : undefined
    if (parsed && isPossible(parsed.iso)) return { iso: localIso(parsed), precision: parsed.precision, basis }
  }
  return undefined
}

function stated(meta: ReadonlyMap<string, string>, names: readonly string[]): (string | undefined)[] {
  return names.map(name => meta.get(name))
}

const URL_DATE = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/
const URL_DATE_INSIDE = /(?<=[/_-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)/

function urlDate(url: string): string | undefined {
  const path = URL.canParse(url) ? new URL(url).pathname : url
  const match = URL_DATE.exec(path) ?? URL_DATE_INSIDE.exec(path)
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

const BEFORE_TITLE = 4
const AFTER_TITLE = 12
const MAX_LINE_CHARS = 250

function isMain(region: Region): boolean {
  for (let at: Region | undefined = region; at; at = at.parent) {
    if (at.tag === 'aside' || at.tag === 'footer' || at.tag === 'nav') return false
  }
  return !region.hidden
}

/** Dates in short lines beside the headline, those that speak of publication first. */
function datesNearTitle(blocks: readonly Block[], title: string | undefined): string[] {
  const wanted = plain(title ?? '')
  const at = wanted === '' ? -1 : blocks.findIndex(block => block.heading > 0 && plain(block.text) === wanted)
  const lines =
    at < 0
      ? []
      : [
          ...blocks.slice(at + 1, at + 1 + AFTER_TITLE),
          ...blocks.slice(Math.max(0, at - BEFORE_TITLE), at).reverse(),
        ]
  const short = lines
    .filter(line => line.text.length < MAX_LINE_CHARS && isMain(line.region))
    .map(line => line.text)
  const speaking = short.filter(line => PUBLICATION.test(line))
  const silent = short.filter(line => !CHANGE.test(line))
  return [...speaking, ...silent, ...lines.map(line => line.text.slice(0, MAX_LINE_CHARS))].flatMap(line =>
    dateLikeParts(line, 2),
  )
}

const PUBLICATION =
  /\b(?:published|posted|publi[ée]|publicado|pubblicato|veröffentlicht|released|issued|date:)|опубликован|дата|发布|公開|掲載/i
const CHANGE =
  /\b(?:updated|modified|last (?:edited|reviewed|changed)|mis à jour|aktualisiert|actualizado|aggiornato)|обновлен|更新/i

function datesAnywhere(blocks: readonly Block[]): string[] {
  const lines = blocks.map(block => block.text).filter(text => text.length < MAX_LINE_CHARS)
  const speaking = lines.filter(line => PUBLICATION.test(line))
  const first = blocks.filter(
    block => isMain(block.region) && block.text.length < 80 && !CHANGE.test(block.text),
  )
  const changed = lines.filter(line => CHANGE.test(line))
  return [...speaking, ...first.slice(0, 60).map(block => block.text), ...changed].flatMap(line =>
    dateLikeParts(line, 1),
  )
}

function sameDay(a: string, b: string): boolean {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) <= 86_400_000
}

/**
 * When the page says that its article was published and changed. Sources in this order: JSON-LD, meta elements,
 * marked-up times, the URL, elements named for dates, lines beside the headline, other short lines. A day in
 * the URL overrules statements that are more than a day away from it: editors restamp pages, URLs stay. Absent when
 * nothing says so; the time of fetching is never used.
 */
export function readDates({ page, meta, data, blocks, title, language }: DateSources): PageDates {
  const hints = hintsOf(page.document.baseURI, language)
  const fromUrl = firstDate([urlDate(page.document.baseURI)], 'url', hints)
  const declared =
    firstDate([data?.published], 'jsonld', hints) ??
    firstDate(stated(meta, PUBLISHED), 'meta', hints) ??
    firstDate(markedDates(page), 'markup', hints)
  const modified = firstDate([data?.modified, ...stated(meta, MODIFIED)], 'meta', hints)
  const conflict = declared && fromUrl && !sameDay(declared.iso, fromUrl.iso)
  const own =
    (conflict ? fromUrl : declared) ??
    fromUrl ??
    firstDate(datesNearTitle(blocks, title), 'text', hints) ??
    firstDate(classedDates(page), 'markup', hints) ??
    firstDate(datesAnywhere(blocks), 'text', hints)
  const published = own ?? modified
  const notes = [
    conflict && `stated as ${declared.iso}, dated ${fromUrl.iso} by its address`,
    !own && modified && 'dated by its last change, the only date stated',
  ].filter(note => note !== undefined && note !== false)
  return {
    ...(published
      ? {
          publishedAt: published.iso,
          publishedPrecision: published.precision,
          publishedBasis: published.basis,
        }
      : {}),
    ...(modified ? { modifiedAt: modified.iso } : {}),
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  }
}
