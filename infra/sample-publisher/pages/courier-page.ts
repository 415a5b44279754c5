import { escapeUTF8 } from 'entities'
import { changedAt, type SampleArticle } from '../article.ts'
import { spokenTime } from '../dates.ts'
import { bodyText, htmlDocument, titleLinks } from './document.ts'

/** A newspaper's page: the story amid everything else that such pages carry. */
export function courierPage(story: SampleArticle, related: readonly SampleArticle[], origin: string): string {
  return htmlDocument({
    house: 'courier',
    language: story.language,
    title: `${story.title} | The Kestrian Courier`,
    head: `<link rel="canonical" href="${escapeUTF8(origin + story.path)}">
<link rel="alternate" type="application/rss+xml" title="The Kestrian Courier" href="/rss.xml">
<meta name="description" content="${escapeUTF8(story.summary)}">
<script type="application/ld+json">${linkedData(story, origin)}</script>`,
    body: `${masthead}
<nav class="breadcrumbs"><a href="/">Home</a> › <a href="/rss.xml">News</a> › <span>${escapeUTF8(story.section)}</span></nav>
<main>
<article>
<h1>${escapeUTF8(story.title)}</h1>
<p class="byline">${byline(story)}</p>
${share}
<div class="story-text">
${bodyText(story.paragraphs)}
</div>
${story.section === 'Releases' ? '<p class="source">Source: press office of the Government of Kestria</p>' : ''}
<p class="promotion">Subscribe to our channel and get the news before everyone else</p>
${share}
</article>
<aside class="related">
<h2>Read also</h2>
${titleLinks(related)}
</aside>
${comments}
</main>
${newsletter}
${footer}
${cookies}`,
  })
}

function byline({ author, publishedAt }: SampleArticle): string {
  const time = `<time datetime="${publishedAt}">${spokenTime(publishedAt)}</time>`
  return author === undefined ? time : `By ${escapeUTF8(author)} · ${time}`
}

function linkedData(story: SampleArticle, origin: string): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.title,
    datePublished: story.publishedAt,
    dateModified: changedAt(story),
    inLanguage: story.language,
    mainEntityOfPage: origin + story.path,
    ...(story.author === undefined ? {} : { author: { '@type': 'Person', name: story.author } }),
    publisher: { '@type': 'NewsMediaOrganization', name: 'The Kestrian Courier' },
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

const masthead = `<header class="masthead">
<a class="name" href="/">The Kestrian Courier</a>
<nav><a href="/rss.xml">Latest</a> <a href="#">Varnholm</a> <a href="#">Country</a> <a href="#">Economy</a> <a href="#">Culture</a> <a href="#">Science</a> <a href="#">Log in</a></nav>
</header>`

const share = `<ul class="share"><li><a href="#">Share</a></li><li><a href="#">Post</a></li><li><a href="#">Send by e-mail</a></li><li><a href="#">Copy link</a></li></ul>`

const comments = `<section class="comments">
<h2>Leave a Reply</h2>
<p>Your email address will not be published. Required fields are marked *</p>
<form action="#" method="get">
<label>Comment * <textarea name="comment" rows="4"></textarea></label>
<label>Name * <input name="name"></label>
<label>Email * <input name="email" type="email"></label>
<button type="submit">Post Comment</button>
</form>
</section>`

const newsletter = `<aside class="newsletter">
<h2>The morning letter</h2>
<p>What matters in Kestria, at six o’clock in your mailbox.</p>
<form action="#" method="get"><input name="email" type="email" aria-label="Email"> <button type="submit">Sign up</button></form>
</aside>`

const footer = `<footer>
<p><a href="#">About us</a> · <a href="#">Advertise</a> · <a href="#">Corrections</a> · <a href="#">Privacy</a></p>
<p>© 2026 The Kestrian Courier, 4 Harbour Street, Varnholm. All rights reserved.</p>
</footer>`

const cookies = `<div class="cookies" role="dialog" aria-label="Cookies">We use cookies to make this site work and to measure how it is used. <button>Accept all</button> <button>Only necessary</button></div>`
