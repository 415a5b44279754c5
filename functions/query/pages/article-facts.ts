import { html } from 'hono/html'
import type { Article } from '../../../shared/article.ts'
import type { ArticleAudit } from '../../../shared/article-audit.ts'
import { httpLink } from './addresses.ts'
import { time } from './article-marks.ts'
import type { Markup } from './layout.ts'
import { identityWords, languageWords, publishedWords, reasonWords } from './words.ts'

const LANGUAGE_BASES: Record<NonNullable<Article['languageBasis']>, string> = {
  feed: 'as the feed states',
  page: 'as the page states',
  source: 'the source’s own',
  text: 'by the text itself',
}

/** What is known about an article and on what grounds, with the way to every proof. */
export function articleFacts(
  article: Article,
  revisions: readonly Article[],
  audit: ArticleAudit | undefined,
): Markup {
  const { articleId, revision, evidence, extraction, seenIn } = article
  const pinned = `/articles/${articleId}`
  const ofRevision = `?revision=${revision}`
  const original = httpLink(article.url ?? evidence.finalUrl)
  return html`<aside class="facts" aria-label="Facts">
<ul class="ways">
${original === undefined ? '' : html`<li><a href="${original}" rel="noreferrer noopener nofollow">Original at the publisher</a></li>`}
<li><a href="${pinned}/text${ofRevision}">Text</a></li>
<li><a href="${pinned}/raw${ofRevision}" download>As the publisher sent it</a></li>
<li><a href="${pinned}">Record (JSON)</a></li>
</ul>
<dl>
${fact('Published', publishedWords(article) ?? 'not stated')}
${article.modifiedAt === undefined ? '' : fact('Modified', html`${time(article.modifiedAt)}, as its publisher states`)}
${fact('First seen', time(article.firstSeenAt))}
${revision === 1 ? '' : fact('This revision', time(article.changedAt))}
${article.language === undefined ? '' : fact('Language', languageFact(article.language, article.languageBasis))}
${fact('Length', `${article.wordCount.toLocaleString('en')} words`)}
${fact('Recognised by', identityWords(article.identityBasis))}
${fact(seenIn.length === 1 ? 'Source' : 'Sources', seenIn.map(listed))}
${article.categories.length === 0 ? '' : fact('Categories', article.categories.map(listed))}
${Object.entries(article.rights ?? {}).map(([name, value]) => fact(name === 'usageTerms' ? 'Usage terms' : capital(name), html`<bdi>${value}</bdi>`))}
${article.repairs.length === 0 ? '' : fact('Mended in the text', article.repairs.map(listed))}
${fact('Read by', `${extraction.method}, version ${extraction.version}${extraction.note === undefined ? '' : ` (${extraction.note})`}`)}
${fact('Fetched', html`${time(evidence.fetchedAt)}${evidence.status === undefined ? '' : ` with status ${evidence.status}`}`)}
${fact('Evidence, SHA-256', html`<code>${evidence.sha256}</code>`)}
${fact('Text, SHA-256', html`<code>${article.hashes.text}</code>`)}
</dl>
${audit === undefined ? '' : ofPage(audit, `${pinned}/text${ofRevision}&furniture=kept`)}
${history(articleId, revision, revisions)}
</aside>`
}

/** What else the page had: files, and what was left out of the text. */
function ofPage({ attachments, furnitureRemoved }: ArticleAudit, textAddress: string): Markup {
  const files = attachments.flatMap(({ url, title }) => {
    const address = httpLink(url)
    return address === undefined ? [] : [{ address, name: title ?? url }]
  })
  return html`${
    files.length === 0
      ? ''
      : html`<h2>Files</h2>
<ul>${files.map(({ address, name }) => html`<li><a href="${address}" rel="noreferrer noopener nofollow"><bdi>${name}</bdi></a></li>`)}</ul>`
  }${
    furnitureRemoved.length === 0
      ? ''
      : html`<details><summary>Left out of the text: ${furnitureRemoved.length}</summary>
<ul>${furnitureRemoved.map(removed => html`<li dir="auto">${removed}</li>`)}</ul>
<p><a href="${textAddress}">The text with it</a></p></details>`
  }`
}

function history(articleId: string, shown: number, revisions: readonly Article[]): Markup {
  const entry = ({ revision, changedAt, revisionReason }: Article) =>
    html`<li value="${revision}">${
      revision === shown
        ? html`<strong>${reasonWords(revisionReason)}</strong>`
        : html`<a href="/read/${articleId}?revision=${revision}">${reasonWords(revisionReason)}</a>`
    }<br>${time(changedAt)}</li>`
  return html`<h2>Revisions</h2>
<ol class="history" reversed>${revisions.map(entry)}</ol>
<p><a href="/articles/${articleId}/revisions">All as JSON</a></p>`
}

function fact(name: string, value: string | Markup | Markup[]): Markup {
  return html`<dt>${name}</dt><dd>${value}</dd>\n`
}

function listed(value: string, index: number): Markup {
  return html`${index === 0 ? '' : ', '}<bdi>${value}</bdi>`
}

function languageFact(tag: string, basis: Article['languageBasis']): string {
  return `${languageWords(tag)}${basis === undefined ? '' : `, ${LANGUAGE_BASES[basis]}`}`
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
