import type { Block } from '../blocks.ts'
import type { ParsedPage } from '../parse-tree.ts'
import type { DateReading } from './stated-date.ts'
import { urlDate } from './url-date.ts'
import { orderOnPage } from './written-dates.ts'

/** Hosts of countries where `04/05` can only mean the 4th of May, whatever language they write. */
const DAY_FIRST = /^(?:uk|au|nz|ie|in|za|ng|ke|gh|pk|lk|sg|my|mt|eu)$/
/** Enough of a line to see how it writes numbers. */
const LINE_CHARS = 300

/** How this page writes its dates. The order of numbers is asked of all its lines, and so only where a date needs it. */
export function readingOf({
  page,
  blocks,
  language,
}: {
  page: ParsedPage
  blocks: readonly Block[]
  language: string | undefined
}): DateReading {
  const url = page.document.baseURI
  const zone = URL.canParse(url) ? (new URL(url).hostname.split('.').at(-1) ?? '') : ''
  let shown: DateReading['order'] | 'none'
  return {
    language,
    get order() {
      shown ??= orderOnPage(blocks.map(({ text }) => text.slice(0, LINE_CHARS)).join('\n')) ?? 'none'
      return shown === 'none' ? (DAY_FIRST.test(zone) ? 'dmy' : undefined) : shown
    },
    urlYear: urlDate(url)?.slice(0, 4),
  }
}
