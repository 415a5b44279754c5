import type { Block } from './blocks.ts'
import { type LineDates, lineDates, type NearDates } from './date-lines.ts'
import {
  modifiedStatements,
  publishedStatements,
  remarkedStatements,
  scriptedStatements,
} from './date-statements.ts'
import type { ArticleData } from './json-ld.ts'
import { classedDates, type MarkedDate, markedDates } from './marked-dates.ts'
import type { ParsedPage } from './parse-tree.ts'
import {
  type DateBasis,
  type DatePrecision,
  type DateReading,
  daysBetween,
  type FoundDate,
  firstDate,
  isWithin,
  onDayOf,
} from './stated-date.ts'
import { urlDate, urlPeriod } from './url-date.ts'
import { dateLikeParts, orderOnPage } from './written-dates.ts'
import { yearlessDates } from './yearless-dates.ts'

export type PageDates = {
  publishedAt?: string
  publishedPrecision?: DatePrecision
  publishedBasis?: DateBasis
  modifiedAt?: string
  note?: string
}

export type DateSources = {
  page: ParsedPage
  /** The page's source, for what its programs say. */
  markup: string
  meta: ReadonlyMap<string, string>
  data: ArticleData | undefined
  blocks: readonly Block[]
  /** The article's headline, to look for the date beside it. */
  title: string | undefined
  language: string | undefined
}

/** Hosts of countries where `04/05` can only mean the 4th of May, whatever language they write. */
const DAY_FIRST = /^(?:uk|au|nz|ie|in|za|ng|ke|gh|pk|lk|sg|my|mt|eu)$/
/** Enough of a line to see how it writes numbers. */
const LINE_CHARS = 300

/** How this page writes its dates. */
export function readingOf({
  page,
  blocks,
  language,
}: Pick<DateSources, 'page' | 'blocks' | 'language'>): DateReading {
  const url = page.document.baseURI
  const zone = URL.canParse(url) ? (new URL(url).hostname.split('.').at(-1) ?? '') : ''
  const shown = orderOnPage(blocks.map(({ text }) => text.slice(0, LINE_CHARS)).join('\n'))
  const order = shown ?? (DAY_FIRST.test(zone) ? 'dmy' : undefined)
  return { language, order, urlYear: urlDate(url)?.slice(0, 4) }
}

function firstMarked(marked: readonly MarkedDate[], reading: DateReading): FoundDate | undefined {
  for (const { stated, shown } of marked) {
    const found = firstDate([...stated, shown, ...dateLikeParts(shown, 1)], 'markup', reading)
    if (found) return found
  }
  return undefined
}

/** The first date of some lines that is no later than the last change the page tells beside its headline. */
function firstUnchanged(
  dates: readonly string[],
  near: NearDates | undefined,
  reading: DateReading,
): FoundDate | undefined {
  const changed = firstDate(near?.changed ?? [], 'text', reading)
  for (const date of dates) {
    const found = firstDate([date], 'text', reading)
    if (found && (!changed || daysBetween(found.iso, changed.iso) <= 0)) return found
  }
  return undefined
}

/** The date that lines beside the headline give. */
function nearest(near: NearDates, reading: DateReading): FoundDate | undefined {
  const spoken = firstDate(near.spoken, 'text', reading)
  if (spoken) return spoken
  const bare = firstUnchanged(near.bare, near, reading)
  const later = firstDate(near.spokenLater, 'text', reading)
  // Events are announced before their day, answers are "posted" after that of the article.
  return bare && later ? (daysBetween(bare.iso, later.iso) > 0 ? later : bare) : (bare ?? later)
}

/** A date in a box beside the article: next to the headline, else the only one, since a list of others has several. */
function beside(
  { near, all }: { near: string[]; all: string[] },
  reading: DateReading,
): FoundDate | undefined {
  return (
    firstDate(near, 'text', reading) ??
    (new Set(all).size === 1 ? firstDate(all, 'text', reading) : undefined)
  )
}

/** The first date of a page that lies in the month or year of its address, days without a year among them. */
function firstWithin(
  period: string,
  { page, meta, data, title }: DateSources,
  marked: readonly MarkedDate[],
  lines: LineDates,
  reading: DateReading,
): FoundDate | undefined {
  const near = lines.near()
  const year = period.slice(0, 4)
  const yearless = (text: string) => yearlessDates(text, year)
  const values: [DateBasis, () => (string | undefined)[]][] = [
    ['jsonld', () => [data?.published]],
    ['meta', () => [...publishedStatements(meta)]],
    ['markup', () => marked.flatMap(({ stated, shown }) => [...stated, shown])],
    ['text', () => [...near.spoken, ...near.bare, ...near.spokenLater]],
    ['markup', () => classedDates(page, title)],
    ['text', () => near.bareLater],
    ['text', () => near.lines.flatMap(yearless)],
    ['markup', () => classedDates(page, title, yearless)],
    ['text', lines.anywhere],
  ]
  for (const [basis, read] of values) {
    for (const value of read()) {
      const found = firstDate([value], basis, reading)
      if (found && isWithin(found.iso, period)) return found
    }
  }
  return undefined
}

const MAX_NOTED_CHARS = 40

type Published = { found: FoundDate | undefined; note?: string }

/** Where the date that is stated contradicts what the page shows or its address holds: see docs/decisions/005. */
function settled(
  stated: FoundDate | undefined,
  shown: FoundDate | undefined,
  modified: FoundDate | undefined,
  fromUrl: FoundDate | undefined,
): Published {
  const own = stated ?? shown
  if (own && fromUrl) {
    if (Math.abs(daysBetween(own.iso, fromUrl.iso)) <= 1) return { found: onDayOf(own, fromUrl.iso) }
    return { found: fromUrl, note: `stated as ${own.iso}, dated ${fromUrl.iso} by its address` }
  }
  const isRestamped = stated && modified && daysBetween(stated.iso, modified.iso) >= -1
  if (isRestamped && shown && daysBetween(stated.iso, shown.iso) > 1) {
    return { found: shown, note: `stated as ${stated.iso}, shown as ${shown.iso}` }
  }
  return { found: own ?? fromUrl }
}

/**
 * When the page says that its article was published and changed, by the publisher's own clock. Asked in this order:
 * JSON-LD, meta elements, marked-up times, the URL, lines beside the headline, elements named for dates, what scripts
 * state, lines that speak of publication, other short lines, and last the day of the last change, with a note. A day
 * in the URL overrules statements that are more than a day away from it: editors restamp pages, URLs stay. Absent when
 * nothing says so; "2 hours ago" says nothing, for the time of fetching is never used.
 */
export function readDates(sources: DateSources): PageDates {
  const { page, markup, meta, data, title } = sources
  const reading = readingOf(sources)
  const lines = lineDates(sources.blocks, title)
  const statements = [...publishedStatements(meta)].filter(value => value !== undefined)
  const stated = firstDate([data?.published], 'jsonld', reading) ?? firstDate(statements, 'meta', reading)
  const impossible = stated ? undefined : (data?.published ?? statements[0])
  const times = markedDates(page, title)
  const marked = firstMarked(times.own, reading)
  const modified = firstDate([data?.modified, ...modifiedStatements(meta)], 'meta', reading)
  const fromUrl = firstDate([urlDate(page.document.baseURI)], 'url', reading)

  const near = stated || !marked ? lines.near() : undefined
  const shown = marked ?? (near && nearest(near, reading))
  const below = stated && !shown ? firstDate(near?.bareLater ?? [], 'text', reading) : undefined
  const { found, note } = settled(stated, shown ?? below, modified, fromUrl)
  const usual =
    found ??
    firstDate(classedDates(page, title), 'markup', reading) ??
    firstUnchanged(near?.bareLater ?? [], near, reading) ??
    firstDate(scriptedStatements(markup), 'markup', reading) ??
    firstUnchanged(lines.anywhere(), near, reading) ??
    (times.beside.length === 1 ? firstMarked(times.beside, reading) : undefined) ??
    beside(lines.beside(), reading) ??
    firstDate(remarkedStatements(markup), 'markup', reading)
  const period = urlPeriod(page.document.baseURI)
  const fitting =
    period === undefined || (usual && isWithin(usual.iso, period))
      ? undefined
      : firstWithin(period, sources, times.own, lines, reading)
  const own = fitting ?? usual
  const published = own ?? modified ?? firstDate(lines.changed(), 'text', reading)
  const notes = [
    impossible && `stated as ${impossible.slice(0, MAX_NOTED_CHARS)}, which cannot be`,
    fitting && usual ? `stated as ${usual.iso}, dated ${fitting.iso} within its address` : note,
    !own && published && 'dated by its last change, the only date stated',
  ].filter(words => typeof words === 'string')
  return {
    ...(published && {
      publishedAt: published.iso,
      publishedPrecision: published.precision,
      publishedBasis: published.basis,
    }),
    ...(modified && { modifiedAt: modified.iso }),
    ...(notes.length > 0 && { note: notes.join('; ') }),
  }
}
