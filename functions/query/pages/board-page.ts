import { html } from 'hono/html'
import type { SourceView } from '../source-view.ts'
import { httpLink } from './addresses.ts'
import { time } from './article-marks.ts'
import { layout, type Markup } from './layout.ts'
import { countryWords, languageWords } from './words.ts'

/** The board of sources: who is followed, and how each fares. */
export function boardPage(sources: readonly SourceView[]): Markup {
  const failing = sources.filter(({ state }) => state !== undefined && state.health.kind !== 'healthy').length
  const waiting = sources.filter(({ state }) => state === undefined).length
  return layout({
    title: 'Sources · Communiqué',
    place: '/board',
    content: html`<h1>Sources</h1>
${sources.length === 0 ? html`<section class="notice"><p>There are no sources yet. Add some to the sources file and start, or deploy, again; within a minute they stand here.</p></section>` : html`<p class="when">${counted(sources.length - failing - waiting, 'healthy')}, ${counted(failing, 'failing')}, ${counted(waiting, 'not asked yet')}</p>`}
<ul class="board">${sources.map(entry)}</ul>`,
  })
}

function counted(count: number, word: string): string {
  return `${count} ${word}`
}

function broken({ since, selectors = [] }: NonNullable<SourceView['recipe']>): Markup {
  const which = selectors.map(name => `article.${name}`).join(', ')
  return html`<p class="health"><span class="badge broken">selectors broken</span> <span class="since">since ${time(since)}</span>
<span class="reason"><code>${which}</code> of its entry in the sources file finds nothing on its pages; the text is found without it.</span></p>`
}

function entry({ id, name, url, publisher, language, interval, state, recipe }: SourceView): Markup {
  const link = httpLink(url)
  const health = state?.health
  return html`<li>
<h2><a href="/?source=${id}"><bdi>${name}</bdi></a></h2>
<p class="kicker"><bdi>${publisher.name}</bdi> <span class="where">${countryWords(publisher.country)} · ${languageWords(language)}</span></p>
<p class="health"><span class="badge ${health?.kind ?? 'waiting'}">${health?.kind ?? 'not asked yet'}</span>
${health === undefined ? '' : html`<span class="since">since ${time(health.since)}</span>`}
${health?.reason === undefined ? '' : html`<span class="reason"><bdi>${health.reason}</bdi></span>`}</p>
${recipe?.kind === 'broken' ? broken(recipe) : ''}
<p class="when"><code>${id}</code> · ${interval}${state?.lastNewAt === undefined ? '' : html` · last news ${time(state.lastNewAt)}`}${state?.notBefore === undefined ? '' : html` · rests until ${time(state.notBefore)}`}${link === undefined ? '' : html` · <a href="${link}" rel="noreferrer noopener nofollow">what is asked</a>`} · <a href="/sources/${id}">JSON</a></p>
</li>`
}
