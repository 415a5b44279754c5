import { escapeUTF8 } from 'entities'
import { changedAt, type SampleArticle } from '../article.ts'
import { bodyText } from '../pages/document.ts'

/** The Institute's feed: Atom (RFC 4287) with the whole text, and ids of its own that are no addresses. */
export function atomFeed(notices: readonly SampleArticle[], origin: string): string {
  const newest = notices.map(changedAt).toSorted((one, other) => Date.parse(other) - Date.parse(one))[0]
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Institute of Rivers and Weather: notices</title>
<id>tag:rivers-and-weather.example,2026:notices</id>
<updated>${newest}</updated>
<link rel="self" type="application/atom+xml" href="${origin}/atom.xml"/>
<link rel="alternate" type="text/html" href="${origin}/"/>
<author><name>Institute of Rivers and Weather</name></author>
${notices.map(notice => atomEntry(notice, origin)).join('\n')}
</feed>
`
}

function atomEntry(notice: SampleArticle, origin: string): string {
  const slug = notice.path
    .split('/')
    .filter(part => part !== '')
    .at(-1)
  return `<entry xml:lang="${notice.language}">
<title>${escapeUTF8(notice.title)}</title>
<id>tag:rivers-and-weather.example,2026:${slug}</id>
<link rel="alternate" type="text/html" href="${escapeUTF8(origin + notice.path)}"/>
<published>${notice.publishedAt}</published>
<updated>${changedAt(notice)}</updated>
<category term="${escapeUTF8(notice.section)}"/>
<summary>${escapeUTF8(notice.summary)}</summary>
<content type="html">${escapeUTF8(bodyText(notice.paragraphs))}</content>
</entry>`
}
