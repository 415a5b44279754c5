/** The one style sheet: a quiet newspaper, on paper by day and on slate by night, from a phone's width up. */
export const style = `:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf6, #16181b); --ink: light-dark(#1b1c1e, #e6e3dc); --soft: light-dark(#63625c, #9c9a93);
  --line: light-dark(#dcd8cc, #33363b); --accent: light-dark(#7a2e22, #e0a48f); --wash: light-dark(#f2efe6, #1e2125);
  --good: light-dark(#2c6144, #8cc7a3); --bad: light-dark(#9a2b1c, #f09a86);
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Source Serif 4', Georgia, 'Noto Serif', serif;
  --sans: system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
* { box-sizing: border-box }
body { margin: 0 auto; padding: 0 1.1rem 4rem; max-width: 68rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); overflow-wrap: break-word }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .18em }
a:hover { color: var(--accent); text-decoration-color: currentColor }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.skip { position: absolute; left: -100rem }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper) }
.masthead { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem 1.6rem; padding: 1.6rem 0 .7rem;
  border-bottom: 3px double var(--ink); margin-bottom: 1.3rem }
.masthead .name { font-size: clamp(1.9rem, 6vw, 2.7rem); line-height: 1; letter-spacing: -.015em; text-decoration: none }
.masthead nav { display: flex; gap: 1.1rem; margin-inline-start: auto; font: .92rem var(--sans) }
.masthead nav a { text-decoration: none; padding: .2rem 0 }
.masthead nav [aria-current] { border-bottom: 2px solid var(--accent) }
h1, h2, h3 { font-weight: 600; line-height: 1.22; text-wrap: balance; hyphens: auto }
h1 { font-size: clamp(1.55rem, 4.2vw, 2.1rem); margin: .35rem 0 .6rem }
p { margin: 0 0 .5rem }
code { font: .86em ui-monospace, 'SF Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere }
.kicker, .when, .byline, .facts, .filter, .pager, .health, .date { font-family: var(--sans); font-size: .84rem; line-height: 1.5 }
.kicker { margin: 0; font-weight: 600 }
.where, .when, .byline, .since, dt { color: var(--soft); font-weight: 400 }
.badge { display: inline-block; margin-inline-start: .25em; padding: 0 .45em; border: 1px solid currentColor; border-radius: 1em; color: var(--soft);
  font: 500 .74rem/1.5 var(--sans); white-space: nowrap }
.badge.copy, .badge.partial, .badge.revised { color: var(--accent) }
.badge.healthy { color: var(--good) }
.badge.broken, .badge.failing, .badge.gone, .badge.withdrawn { color: var(--bad) }
.notice { background: var(--wash); border-inline-start: 3px solid var(--accent); padding: .7rem 1rem; margin: 1rem 0; max-width: 44rem }
.notice h1, .notice h2 { font-size: 1.25rem; margin: 0 0 .4rem }
.notice p:last-child { margin: 0 }
.filter { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; padding-bottom: 1rem; border-bottom: 1px solid var(--line) }
.filter label { display: grid; gap: .1rem; color: var(--soft) }
.filter .words { flex: 3 1 14rem }
.filter .source { flex: 2 1 11rem }
.filter .short { flex: 1 1 5rem }
.filter input, .filter select, .filter button { font: 1rem var(--sans); color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); border-radius: 3px; padding: .35rem .5rem; min-height: 2.4rem; width: 100% }
.filter button { background: var(--ink); color: var(--paper); border-color: var(--ink); padding: .35rem 1rem; width: auto; cursor: pointer }
.filter .clear { padding-bottom: .55rem }
.day { display: grid; grid-template-columns: minmax(0, 1fr); column-gap: 2rem }
.date { margin: 1.6rem 0 0; font-weight: 600; color: var(--accent) }
.item { padding: .95rem 0 .85rem; border-bottom: 1px solid var(--line) }
.item h3 { font-size: 1.32rem; margin: .12rem 0 .25rem; max-width: 46rem }
.item h3 a { text-decoration: none }
.item .excerpt { color: var(--soft); margin: 0 0 .25rem; max-width: 46rem; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden }
.item .when { margin: 0 }
.pager { display: flex; justify-content: space-between; padding: 1.2rem 0; font-size: 1rem }
.pager .older { margin-inline-start: auto }
.text { font-size: 1.14rem; line-height: 1.68; margin-top: 1.2rem; max-width: 40rem }
.text p { margin: 0 0 1em; white-space: pre-line }
.facts { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .8rem }
.facts h2 { font-size: .95rem; margin: 1.2rem 0 .3rem }
.facts dl { margin: 0 }
.facts dt { margin-top: .55rem }
.facts dd { margin: 0 }
.ways { list-style: none; padding: 0; margin: 0 0 .8rem; display: grid; gap: .25rem; font-weight: 600 }
.history { padding-inline-start: 1.6rem; margin: 0 0 .4rem }
.history time { color: var(--soft) }
.board { list-style: none; padding: 0; margin: 1rem 0 0 }
.board li { padding: .8rem 0; border-top: 1px solid var(--line) }
.board li h2 { font-size: 1.15rem; margin: 0 }
.board li h2 a { text-decoration: none }
.board li p { margin: .1rem 0 }
.board .badge { margin: 0 }
.reason { display: block; color: var(--bad) }
@media (min-width: 56rem) {
  .day { grid-template-columns: 9.5rem minmax(0, 1fr) }
  .date { padding-top: 1rem; margin: 0; text-wrap: wrap }
  .reading { display: grid; grid-template-columns: minmax(0, 41rem) minmax(0, 17rem); gap: 3.5rem; justify-content: space-between }
  .facts { border-top: 0; border-inline-start: 1px solid var(--line); padding: .4rem 0 0 1.4rem; margin: 0 }
}
@media print { .filter, .pager, nav { display: none } }
`

/** The mark in a browser's tab: a sealed sheet. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="5" y="2" width="22" height="28" rx="2" fill="#7a2e22"/><path d="M9 9h14M9 14h14M9 19h8" stroke="#fbfaf6" stroke-width="2"/><circle cx="22" cy="24" r="3" fill="#fbfaf6"/></svg>`
