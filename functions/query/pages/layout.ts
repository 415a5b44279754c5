import { html } from 'hono/html'

/** Escaped HTML: every text put into it by html`…` is escaped, everything else is not a text. */
export type Markup = ReturnType<typeof html>

const PLACES = [
  ['/', 'Articles'],
  ['/board', 'Sources'],
] as const

/** A whole page around its content. `place` is the address that the navigation marks as here. */
export function layout({
  title,
  place,
  content,
}: {
  title: string
  place?: string
  content: Markup
}): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="alternate" href="/feed.atom" type="application/atom+xml" title="Articles">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="masthead">
<a class="name" href="/">Communiqué</a>
<nav aria-label="Pages">${PLACES.map(([address, name]) =>
    address === place
      ? html`<a href="${address}" aria-current="page">${name}</a>`
      : html`<a href="${address}">${name}</a>`,
  )}</nav>
</header>
<main id="content">${content}</main>
</body>
</html>`
}
