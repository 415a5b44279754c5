import { escapeUTF8 } from 'entities'
import type { SampleArticle } from '../article.ts'
import { dottedDay } from '../dates.ts'
import { bodyText, htmlDocument, titleLinks } from './document.ts'

/** Where the government lists its releases. There is no feed beside it. */
export const releaseListPath = '/press-releases/'

/** The list of releases, newest first: title, lead and a day without a time. */
export function releaseListPage(releases: readonly SampleArticle[]): string {
  return htmlDocument({
    house: 'government',
    language: 'en',
    title: 'Press releases | Government of Kestria',
    body: `${crest}
<nav class="breadcrumbs"><a href="/">Home</a> › <span>Press releases</span></nav>
<main>
<h1>Press releases</h1>
<form class="search" action="#" method="get"><input name="q" aria-label="Search"> <button type="submit">Search</button></form>
<ul class="releases">
${releases.map(listItem).join('\n')}
</ul>
<nav class="pages"><span>1</span> <a href="#">2</a> <a href="#">3</a> … <a href="#">118</a></nav>
</main>
${footer}`,
  })
}

function listItem({ path, title, summary, publishedAt, language }: SampleArticle): string {
  return `<li lang="${language}">
<div class="release-date">${dottedDay(publishedAt)}</div>
<a href="${escapeUTF8(path)}"><strong class="release-title">${escapeUTF8(title)}</strong></a>
<p>${escapeUTF8(summary)}</p>
</li>`
}

/** One release. The day is nowhere in its metadata, only in the text of the page. */
export function releasePage(release: SampleArticle, others: readonly SampleArticle[]): string {
  return htmlDocument({
    house: 'government',
    language: release.language,
    title: `${release.title} | Government of Kestria`,
    body: `${crest}
<nav class="breadcrumbs"><a href="/">Home</a> › <a href="${releaseListPath}">Press releases</a> › <span>${escapeUTF8(release.section)}</span></nav>
<main>
<h2 class="section">Press releases</h2>
<h1>${escapeUTF8(release.title)}</h1>
<div class="release-date">${dottedDay(release.publishedAt)}</div>
${morePhotos(release.morePhotos)}
<div class="release-text">
${bodyText(release.paragraphs)}
</div>
<ul class="share"><li><a href="#">Share</a></li><li><a href="#">Print</a></li><li><a href="#">PDF</a></li></ul>
<p class="back"><a href="${releaseListPath}">← Back to list</a></p>
<aside class="related">
<h2>Other releases</h2>
${titleLinks(others)}
</aside>
</main>
${footer}`,
  })
}

function morePhotos(count: number | undefined): string {
  if (count === undefined) return ''
  return `<div class="photos"><div class="photo"></div><a href="#photos">more ${count} photos</a></div>`
}

const crest = `<header class="masthead">
<a class="name" href="/">Government of Kestria</a>
<nav><a href="#">Prime Minister</a> <a href="#">Cabinet</a> <a href="#">Ministries</a> <a href="${releaseListPath}">Press releases</a> <a href="#">Contact</a></nav>
<nav class="languages"><a href="#">KE</a> <a href="#">EN</a> <a href="#">FR</a> <a href="#">HY</a></nav>
</header>`

const footer = `<footer>
<p><a href="#">Site map</a> · <a href="#">Accessibility</a> · <a href="#">Hotline 1400</a></p>
<p>Office of the Prime Minister, 1 Assembly Square, Varnholm. When using material, a link to this site is obligatory.</p>
</footer>`
