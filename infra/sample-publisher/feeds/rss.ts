import { escapeUTF8 } from 'entities'
import { changedAt, type SampleArticle } from '../article.ts'

/** The Courier's feed: RSS 2.0, summaries only. */
export function rssFeed(stories: readonly SampleArticle[], origin: string): string {
  const newest = stories
    .map(changedAt)
    .map(Date.parse)
    .reduce((one, other) => Math.max(one, other), 0)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>The Kestrian Courier</title>
<link>${origin}/</link>
<description>News from Varnholm and the country</description>
<language>en</language>
<lastBuildDate>${new Date(newest).toUTCString()}</lastBuildDate>
<atom:link href="${origin}/rss.xml" rel="self" type="application/rss+xml"/>
${stories.map(story => rssItem(story, origin)).join('\n')}
</channel>
</rss>
`
}

function rssItem(story: SampleArticle, origin: string): string {
  const link = escapeUTF8(origin + story.path)
  return `<item>
<title>${escapeUTF8(story.title)}</title>
<link>${link}</link>
<guid isPermaLink="true">${link}</guid>
<pubDate>${new Date(story.publishedAt).toUTCString()}</pubDate>
${story.author === undefined ? '' : `<dc:creator>${escapeUTF8(story.author)}</dc:creator>\n`}<dc:language>${story.language}</dc:language>
<category>${escapeUTF8(story.section)}</category>
<description><![CDATA[<p>${escapeUTF8(story.summary)}</p><p><a href="${link}">Continue reading</a></p>]]></description>
</item>`
}
