import { escapeUTF8 } from 'entities'
import type { SampleArticle } from '../article.ts'
import { spokenTime } from '../dates.ts'
import { bodyText, htmlDocument, titleLinks } from './document.ts'

/** A notice of the Institute of Rivers and Weather, with its times in the page's metadata. */
export function institutePage(notice: SampleArticle, others: readonly SampleArticle[]): string {
  return htmlDocument({
    house: 'institute',
    language: notice.language,
    title: `${notice.title} - Institute of Rivers and Weather`,
    head: `<link rel="alternate" type="application/atom+xml" title="Notices" href="/atom.xml">
<meta property="og:type" content="article">
<meta property="og:title" content="${escapeUTF8(notice.title)}">
<meta property="article:published_time" content="${notice.publishedAt}">
${notice.updatedAt === undefined ? '' : `<meta property="article:modified_time" content="${notice.updatedAt}">`}`,
    body: `<a class="skip" href="#content">Skip to content</a>
<header class="masthead">
<a class="name" href="/">Institute of Rivers and Weather</a>
<nav><a href="#">Forecast</a> <a href="#">Gauges</a> <a href="#">Avalanches</a> <a href="/atom.xml">Notices</a></nav>
</header>
<nav class="breadcrumbs"><a href="/">Home</a> › <a href="/atom.xml">${escapeUTF8(notice.section)}</a></nav>
<main id="content">
<article>
<h1>${escapeUTF8(notice.title)}</h1>
<p class="byline">Issued ${spokenTime(notice.publishedAt)}${updated(notice.updatedAt)}</p>
<div class="notice">
${bodyText(notice.paragraphs)}
</div>
<p class="tools"><a href="#">Print this page</a> <a href="#">Listen</a> <a href="#top">Back to top</a></p>
<p class="helpful">Was this page helpful? <button>Yes</button> <button>No</button></p>
</article>
<aside class="related">
<h2>Related notices</h2>
${titleLinks(others)}
</aside>
</main>
<aside class="newsletter"><h2>Warnings by e-mail</h2><form action="#" method="get"><input name="email" type="email" aria-label="Email"> <button type="submit">Subscribe</button></form></aside>
<footer><p>Institute of Rivers and Weather, 12 Lock Road, Varnholm · <a href="#">Imprint</a> · <a href="#">Data licence</a></p></footer>`,
  })
}

function updated(updatedAt: string | undefined): string {
  if (updatedAt === undefined) return ''
  return ` · Updated <time datetime="${updatedAt}">${spokenTime(updatedAt)}</time>`
}
