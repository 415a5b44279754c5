import { escapeUTF8 } from 'entities'

/** A whole HTML page in the colours of one house; `head` and `body` are HTML, `title` is text. */
export function htmlDocument(page: {
  house: 'courier' | 'government' | 'institute' | 'start'
  language: string
  title: string
  head?: string
  body: string
}): string {
  return `<!doctype html>
<html lang="${escapeUTF8(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeUTF8(page.title)}</title>
<link rel="stylesheet" href="/style.css">
${page.head ?? ''}
</head>
<body class="${page.house}">
${page.body}
</body>
</html>
`
}

/** An article's body, a paragraph a line. Paragraphs are HTML already. */
export function bodyText(paragraphs: readonly string[]): string {
  return paragraphs.map(paragraph => `<p>${paragraph}</p>`).join('\n')
}

/** A list of links with the articles' titles. */
export function titleLinks(articles: readonly { path: string; title: string }[]): string {
  const items = articles.map(
    ({ path, title }) => `<li><a href="${escapeUTF8(path)}">${escapeUTF8(title)}</a></li>`,
  )
  return `<ul>\n${items.join('\n')}\n</ul>`
}
