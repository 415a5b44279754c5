import { html } from 'hono/html'
import type { Markup } from './layout.ts'

/** The filter as its reader typed it. */
export type FilterFields = { source: string; language: string; country: string; q: string }

export function isFiltered(filter: FilterFields): boolean {
  return Object.values(filter).some(value => value !== '')
}

/** The form above the list. It is sent as the page's own address, so a filtered list can be kept as a bookmark. */
export function filterForm(filter: FilterFields, sourceIds: readonly string[]): Markup {
  const option = (id: string) =>
    id === filter.source ? html`<option selected>${id}</option>` : html`<option>${id}</option>`
  return html`<form class="filter" action="/" method="get" role="search">
<label class="words">Words <input type="search" name="q" value="${filter.q}" maxlength="200" dir="auto"></label>
<label class="source">Source <select name="source"><option value="">any</option>${sourceIds.map(option)}</select></label>
<label class="short">Language <input name="language" value="${filter.language}" placeholder="any" size="6" maxlength="20" autocapitalize="none" spellcheck="false"></label>
<label class="short">Country <input name="country" value="${filter.country}" placeholder="any" size="4" maxlength="2" autocapitalize="characters" spellcheck="false"></label>
<button>Filter</button>${isFiltered(filter) ? html` <a class="clear" href="/">Clear</a>` : ''}
</form>`
}
