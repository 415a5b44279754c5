import { html } from 'hono/html'
import type { Article } from '../../../shared/article.ts'
import type { ArticleAudit } from '../../../shared/article-audit.ts'
import { articleFacts } from './article-facts.ts'
import { badges, headline, inTheirWords } from './article-marks.ts'
import { layout, type Markup } from './layout.ts'
import { countryWords, kindWords, publishedWords, timeWords } from './words.ts'

/** A page of more than 6 MB would not leave Lambda; no reader comes this far. */
const MAX_SHOWN_CHARS = 300_000

export type ArticlePage = {
  article: Article
  text: string
  revisions: readonly Article[]
  audit: ArticleAudit | undefined
}

/** One article for people: its text, and beside it what is known about it and on what grounds. */
export function articlePage({ article, text, revisions, audit }: ArticlePage): Markup {
  const { publisher, authors, articleId } = article
  return layout({
    title: `${headline(article)} · Communiqué`,
    content: html`<div class="reading">
<article>
<p class="kicker"><bdi>${publisher.name}</bdi> <span class="where">${countryWords(publisher.country)} · ${kindWords(publisher.kind)}</span> ${badges(article)}</p>
<h1 ${inTheirWords(article)}>${headline(article)}</h1>
<p class="when">${publishedWords(article) ?? `Time of publication not stated; first seen ${timeWords(article.firstSeenAt)}`}</p>
${authors.length === 0 ? '' : html`<p class="byline">${authors.map((author, index) => html`${index === 0 ? '' : ', '}<bdi>${author}</bdi>`)}</p>`}
${notices(article, revisions)}
${embargoNotice(audit)}
<div class="text" ${inTheirWords(article)}>
${paragraphs(text.slice(0, MAX_SHOWN_CHARS))}
</div>
${text.length > MAX_SHOWN_CHARS ? html`<p class="notice">This is its beginning. <a href="/articles/${articleId}/text">The whole text</a></p>` : ''}
</article>
${articleFacts(article, revisions, audit)}
</div>`,
  })
}

function notices(article: Article, revisions: readonly Article[]): Markup[] {
  const { articleId, revision, duplicateOf } = article
  const latest = revisions[0]?.revision ?? revision
  return [
    ...(revision < latest
      ? [
          html`<p class="notice">This is revision ${revision} of ${latest}. <a href="/read/${articleId}">Read the latest</a></p>`,
        ]
      : []),
    ...(article.revisionReason === 'withdrawn'
      ? [
          html`<p class="notice">Its publisher took this page down; we noticed ${timeWords(article.changedAt)}. The text is as it stood.</p>`,
        ]
      : []),
    ...(duplicateOf === undefined
      ? []
      : [
          html`<p class="notice">The same text stands under <a href="/read/${duplicateOf}">an earlier article</a>.</p>`,
        ]),
    ...(article.completeness === 'partial'
      ? [html`<p class="notice">From the feed alone: the article’s page could not be read yet.</p>`]
      : []),
  ]
}

function embargoNotice(audit: ArticleAudit | undefined): Markup | string {
  const embargo = audit?.anatomy.embargo
  return embargo === undefined
    ? ''
    : html`<p class="notice">Its publisher set an embargo: <bdi>${embargo}</bdi></p>`
}

function paragraphs(text: string): Markup[] {
  return text
    .split('\n\n')
    .filter(paragraph => paragraph.trim() !== '')
    .map(paragraph => html`<p dir="auto">${paragraph}</p>\n`)
}
