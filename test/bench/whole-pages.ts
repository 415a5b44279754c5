import type { ArticlePage } from './article-pages.ts'
import { type Dice, headline, loadedDice, releaseHtml } from './release-prose.ts'

/**
 * Made-up pages with the make-up of real ones: half of their characters scripts and styles, some 120 links, 190 divs,
 * 84 list items and 50 paragraphs around a text of some 700 words. (59 saved articles of news, government and other
 * sites, counted: 143 thousand characters and 920 elements on average, against 101 thousand and 620 here.)
 */
export function wholePages(count: number): ArticlePage[] {
  const dice = loadedDice(20_261_122)
  return Array.from({ length: count }, (_, at) => ({
    url: `https://press.example/releases/${at}`,
    html: pageOf(dice, at),
  }))
}

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('\n')

function pageOf(dice: Dice, at: number): string {
  const title = headline(dice).replaceAll('&', '&amp;')
  const date = `2026-0${1 + dice(9)}-1${dice(9)}`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Press room</title>
<link rel="canonical" href="https://press.example/releases/${at}">
<meta property="og:title" content="${title}"><meta property="article:published_time" content="${date}T09:30:00Z">
${times(20, index => `<meta name="room:${index}" content="${dice(1_000_000)}">`)}
<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title, datePublished: date })}</script>
<style>${times(300, index => `.c${index} .c${dice(300)} > a { margin: ${dice(40)}px; color: #${dice(900)}; }`)}</style>
<script>window.settings = { ${times(900, index => `key${index}: "value ${dice(1_000_000)}",`)} };</script></head>
<body class="release"><header class="site-header"><div class="bar"><img src="/logo.svg" alt="Press room">
<nav class="menu"><ul>${times(60, index => `<li class="menu__item menu__item--level-${1 + dice(3)} has-link" id="menu-item-${dice(99_999)}"><a class="menu__link u-ellipsis" href="https://press.example/topics/${index}/?from=menu&amp;position=${index}" data-track="menu:${index}"><span class="menu__label">Topic ${index}</span></a></li>`)}</ul></nav></div></header>
${times(40, index => `<div class="wrap wrap--${index} layout layout--wide u-margin-top-l u-hidden-on-print" data-component="slot"><div class="slot slot--${index} is-lazy is-waiting" data-slot="${dice(1_000_000)}" data-options='{"sizes":[[300,250],[728,90]],"key":"${dice(1_000_000)}"}'></div></div>`)}
<div class="page"><div class="grid"><main class="column"><article class="release-body">
<h1>${title}</h1><p class="meta">Published on <time datetime="${date}">${date}</time> by <span class="by">Press office</span></p>
${releaseHtml(dice, 5_000 + dice(4_000))}
</article><div class="share">${times(6, index => `<a href="/share/${index}"><span>Share ${index}</span></a>`)}</div></main>
<aside class="rail">${times(3, () => relatedBox(dice))}</aside></div></div>
<footer class="foot"><div class="cols">${times(30, index => `<div class="col"><a href="/about/${index}">About ${index}</a></div>`)}</div>
<p>Press room of the province. All texts may be used freely.</p></footer>
<script>window.later = [${times(900, () => `"${dice(1_000_000)}-${dice(1_000_000)}",`)}]</script></body></html>`
}

function relatedBox(dice: Dice): string {
  const card = () =>
    `<li class="cards__item cards__item--${dice(9)}"><div class="card card--teaser u-shadow" data-id="${dice(999_999)}"><div class="thumb thumb--wide"><img class="thumb__image is-lazy" src="/t/${dice(9_999)}.jpg" srcset="${times(4, width => `/t/${dice(9_999)}-${width}.jpg ${320 * (width + 1)}w,`)}" sizes="(min-width: 600px) 50vw, 100vw" alt=""></div><div class="card-text"><a href="/releases/${dice(9_999)}">${headline(dice).replaceAll('&', '&amp;')}</a><p class="teaser">${headline(dice).replaceAll('&', '&amp;')}.</p><span class="day">${1 + dice(28)} May</span></div></div></li>`
  return `<div class="box"><h3>More releases</h3><ul>${times(8, card)}</ul></div>`
}
