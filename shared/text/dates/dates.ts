import type { Block } from '../blocks.ts'
import type { ArticleData } from '../json-ld.ts'
import type { ParsedPage } from '../parse-tree.ts'
import { lineDates } from './date-lines.ts'
import { readingOf } from './date-reading.ts'
import {
  modifiedStatements,
  publishedStatements,
  remarkedStatements,
  scriptedStatements,
} from './date-statements.ts'
import { classedDates, type MarkedDate, markedDates } from './marked-dates.ts'
import { besideDate, contraryDate, firstUnchanged, nearest } from './nearest-date.ts'
import { firstWithin } from './period-date.ts'
import { settled, statedDate } from './settled-date.ts'
import {
  type DateBasis,
  type DatePrecision,
  type DateReading,
  daysBetween,
  type FoundDate,
  firstDate,
  isWithin,
} from './stated-date.ts'
import { urlDate, urlPeriod } from './url-date.ts'
import { ownDates } from './written-dates.ts'

export type PageDates = {
  publishedAt?: string
  publishedPrecision?: DatePrecision
  publishedBasis?: DateBasis
  modifiedAt?: string
  /** Every date of publication that was come by, the one taken first. */
  statements: { at: string; by: DateBasis }[]
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

function firstMarked(marked: readonly MarkedDate[], reading: DateReading): FoundDate | undefined {
  for (const { stated, shown } of marked) {
    const found = firstDate([...stated, shown, ...ownDates(shown, 1)], 'markup', reading)
    if (found) return found
  }
  return undefined
}

const MAX_NOTED_CHARS = 40

function statementsOf(found: readonly (FoundDate | undefined)[]): PageDates['statements'] {
  const statements = found.flatMap(date => (date === undefined ? [] : [{ at: date.iso, by: date.basis }]))
  return statements.filter(
    ({ at, by }, i) => statements.findIndex(one => one.at === at && one.by === by) === i,
  )
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
  const stated = statedDate(data, [...publishedStatements(meta)], reading)
  const impossible = stated
    ? undefined
    : (data?.published ?? [...publishedStatements(meta)].find(value => value))
  const times = markedDates(page, title)
  const marked = firstMarked(times.own, reading)
  const modified = firstDate([data?.modified, ...modifiedStatements(meta)], 'meta', reading)
  const fromUrl = firstDate([urlDate(page.document.baseURI)], 'url', reading)

  const isAgreed = stated && marked && Math.abs(daysBetween(stated.iso, marked.iso)) <= 1
  const near = isAgreed ? undefined : lines.near()
  const written = near && nearest(near, reading)
  const first = firstDate(lines.first(), 'text', reading)
  const shown = first ?? marked ?? written ?? (stated && firstDate(near?.bareLater ?? [], 'text', reading))
  const { found, note } = settled({
    stated,
    shown,
    contrary: first ?? (stated && near && contraryDate(near, reading)),
    modified,
    fromUrl,
  })
  const usual =
    found ??
    firstDate(classedDates(page, title), 'markup', reading) ??
    firstUnchanged([...(near?.headline ?? []), ...(near?.bareLater ?? [])], near, reading) ??
    firstDate(scriptedStatements(markup), 'markup', reading) ??
    firstUnchanged(lines.anywhere(), near, reading) ??
    (times.beside.length === 1 ? firstMarked(times.beside, reading) : undefined) ??
    besideDate(lines.beside(), reading) ??
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
    fitting && usual ? `stated as ${usual.iso}, dated ${fitting.iso} by the month of its address` : note,
    !own && published && 'dated by its last change, the only date stated',
  ].filter(words => typeof words === 'string')
  return {
    ...(published && {
      publishedAt: published.iso,
      publishedPrecision: published.precision,
      publishedBasis: published.basis,
    }),
    ...(modified && { modifiedAt: modified.iso }),
    statements: statementsOf([published, stated, first, marked, written, fromUrl, usual]),
    ...(notes.length > 0 && { note: notes.join('; ') }),
  }
}
