import type { Block } from './blocks.ts'
import { datedLines, datesAnywhere, datesNearHeadline, datesOfChange } from './date-lines.ts'
import { modifiedStatements, publishedStatements, scriptedStatements } from './date-statements.ts'
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
  onDayOf,
} from './stated-date.ts'
import { urlDate } from './url-date.ts'
import { dateLikeParts, orderOnPage } from './written-dates.ts'

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
  const lines = datedLines(sources.blocks)
  const statements = [...publishedStatements(meta)].filter(value => value !== undefined)
  const stated = firstDate([data?.published], 'jsonld', reading) ?? firstDate(statements, 'meta', reading)
  const impossible = stated ? undefined : (data?.published ?? statements[0])
  const times = markedDates(page, title)
  const marked = firstMarked(times.own, reading)
  const modified = firstDate([data?.modified, ...modifiedStatements(meta)], 'meta', reading)
  const fromUrl = firstDate([urlDate(page.document.baseURI)], 'url', reading)

  const near = () => firstDate(datesNearHeadline(lines, title), 'text', reading)
  const shown = marked ?? (stated || !fromUrl ? near() : undefined)
  const { found, note } = settled(stated, shown, modified, fromUrl)
  const own =
    found ??
    firstDate(classedDates(page, title), 'markup', reading) ??
    firstDate(scriptedStatements(markup), 'markup', reading) ??
    firstDate(datesAnywhere(lines, title), 'text', reading) ??
    (times.beside.length === 1 ? firstMarked(times.beside, reading) : undefined)
  const published = own ?? modified ?? firstDate(datesOfChange(lines), 'text', reading)
  const notes = [
    impossible && `stated as ${impossible.slice(0, MAX_NOTED_CHARS)}, which cannot be`,
    note,
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
