import type { SampleArticle } from '../article.ts'
import { htmlDocument, titleLinks } from './document.ts'
import { releaseListPath } from './government-page.ts'

/** What a person sees who opens the publisher's address: its three houses and all they have written. */
export function startPage(houses: {
  courier: readonly SampleArticle[]
  institute: readonly SampleArticle[]
  government: readonly SampleArticle[]
}): string {
  return htmlDocument({
    house: 'start',
    language: 'en',
    title: 'Kestria: the sample publisher',
    body: `<header class="masthead"><span class="name">Kestria</span></header>
<main>
<p>Kestria does not exist. Its newspaper, its institute and its government publish here, on this machine only, so that the pipeline has something to read without a network.</p>
<h2>The Kestrian Courier: <a href="/rss.xml">RSS</a></h2>
${titleLinks(houses.courier)}
<h2>Institute of Rivers and Weather: <a href="/atom.xml">Atom</a></h2>
${titleLinks(houses.institute)}
<h2>Government of Kestria: <a href="${releaseListPath}">a list, no feed</a></h2>
${titleLinks(houses.government)}
</main>`,
  })
}
