import { html } from 'hono/html'
import type { Article } from '../../../shared/article.ts'
import { badges, headline, inTheirWords, time } from './article-marks.ts'
import { type FilterFields, filterForm } from './filter-form.ts'
import { layout, type Markup } from './layout.ts'
import { countryWords, dayWords, languageWords } from './words.ts'

export type FrontPage = {
  articles: readonly Article[]
  filter: FilterFields
  sourceIds: readonly string[]
  /** Whether the list was asked for without any condition. */
  isEverything: boolean
  /** Where the list goes on, as a link; absent at its end. */
  olderHref?: string | undefined
  /** The first page of the same list, as a link; absent on it. */
  newestHref?: string | undefined
}

/** The list of articles for people: newest first, parted by the days of our first sight. */
export function frontPage(page: FrontPage): Markup {
  const days = Map.groupBy(page.articles, article => article.firstSeenAt.slice(0, 10))
  return layout({
    title: 'Communiqué',
    place: '/',
    content: html`${filterForm(page.filter, page.sourceIds)}
${[...days].map(([date, articles]) => day(date, articles))}
${page.articles.length === 0 ? emptiness(page) : ''}
<nav class="pager" aria-label="Pages of the list">
${page.newestHref === undefined ? '' : html`<a href="${page.newestHref}" rel="first">↑ Newest</a>`}
${page.olderHref === undefined ? '' : html`<a class="older" href="${page.olderHref}" rel="next">Older →</a>`}
</nav>`,
  })
}

function day(date: string, articles: readonly Article[]): Markup {
  return html`<section class="day">
<h2 class="date"><time datetime="${date}">${dayWords(date)}</time></h2>
<div>${articles.map(item)}</div>
</section>`
}

function item(article: Article): Markup {
  const { articleId, publisher, language, excerpt, publishedAt, firstSeenAt } = article
  return html`<article class="item">
<p class="kicker"><bdi>${publisher.name}</bdi> <span class="where">${countryWords(publisher.country)}${language === undefined ? '' : ` · ${languageWords(language)}`}</span> ${badges(article)}</p>
<h3 ${inTheirWords(article)}><a href="/read/${articleId}">${headline(article)}</a></h3>
<p class="excerpt" ${inTheirWords(article)}>${excerpt}</p>
<p class="when">${publishedAt === undefined ? html`first seen ${time(firstSeenAt)}` : time(publishedAt)}</p>
</article>`
}

function emptiness({ isEverything, olderHref, newestHref }: FrontPage): Markup {
  if (olderHref !== undefined) {
    return html`<section class="notice"><h2>Nothing so far back as this</h2>
<p>The search has not come to its end: go on to <a href="${olderHref}">what is older</a>.</p></section>`
  }
  if (!isEverything || newestHref !== undefined) {
    return html`<section class="notice"><h2>Nothing matches</h2>
<p>Take a word or a condition away, or <a href="/">see everything</a>.</p></section>`
  }
  return html`<section class="notice"><h2>Nothing has arrived yet</h2>
<p>Every source is asked within a minute of the start and then at its own pace. The <a href="/board">board of
sources</a> tells how each of them fares. To follow another publisher, add it to <code>sources.yaml</code>.</p></section>`
}
