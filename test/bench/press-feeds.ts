import { escapeXml } from '../../shared/feed/xml/entities.ts'
import { type Dice, headline, loadedDice, releaseHtml } from './release-prose.ts'

/** A generated feed and the number of entries that it holds. */
export type PressFeed = { title: string; text: string; entries: number }

/** 2026-11-20T08:00:00Z; entries stand 41 minutes apart. */
const NEWEST_MS = Date.UTC(2026, 10, 20, 8)
const STEP_MS = 41 * 60_000
const publishedAt = (at: number): Date => new Date(NEWEST_MS - at * STEP_MS)

const many = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join('')

/** The feed of a press office: thirty releases, each with its teaser escaped in the description; about 46 KB. */
export function pressOfficeRss(): PressFeed {
  const dice = loadedDice(30)
  const item = (at: number) => `<item>
<title>${escapeXml(headline(dice))}</title>
<link>https://press.example/releases/${9_000 - at}</link>
<guid isPermaLink="false">release-${9_000 - at}</guid>
<pubDate>${publishedAt(at).toUTCString()}</pubDate>
<category>Infrastructure</category>
<description>${escapeXml(releaseHtml(dice, 920))}</description>
</item>
`
  return { title: 'RSS, 30 items', text: rss('Press office', many(30, item)), entries: 30 }
}

/** The feed of an archive: five hundred releases with their full text in CDATA; about 3 MB. */
export function archiveRss(): PressFeed {
  const dice = loadedDice(500)
  const item = (at: number) => `<item>
<title>${escapeXml(headline(dice))}</title>
<link>https://archive.example/${publishedAt(at).getUTCFullYear()}/release-${at}/</link>
<dc:creator><![CDATA[Press desk]]></dc:creator>
<pubDate>${publishedAt(at).toUTCString()}</pubDate>
<category><![CDATA[Transport]]></category>
<category><![CDATA[Water & energy]]></category>
<guid isPermaLink="false">https://archive.example/?p=${70_000 - at}</guid>
<description><![CDATA[${releaseHtml(dice, 300)}]]></description>
<content:encoded><![CDATA[${releaseHtml(dice, 4_700)}]]></content:encoded>
<enclosure url="https://archive.example/pictures/${at}.jpg" length="${40_000 + dice(90_000)}" type="image/jpeg"/>
</item>
`
  return { title: 'RSS, 500 items', text: rss('Archive', many(500, item)), entries: 500 }
}

/** The Atom feed of a newsroom: a hundred releases, their full text escaped (RFC 4287 §4.1.3.3); about 427 KB. */
export function newsroomAtom(): PressFeed {
  const dice = loadedDice(100)
  const entry = (at: number) => `<entry>
<id>tag:newsroom.example,2026:${at}</id>
<title type="html">${escapeXml(headline(dice))}</title>
<link rel="alternate" type="text/html" href="https://newsroom.example/en/${at}"/>
<author><name>Newsroom</name><email>desk@newsroom.example</email></author>
<category term="transport" label="Transport"/>
<published>${publishedAt(at).toISOString()}</published>
<updated>${publishedAt(at - 1).toISOString()}</updated>
<summary type="html">${summary(dice)}</summary>
<content type="html">${escapeXml(releaseHtml(dice, 3_120))}</content>
</entry>
`
  const text = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>https://newsroom.example/</id><title>Newsroom</title><updated>${publishedAt(0).toISOString()}</updated>
<link rel="self" href="https://newsroom.example/feed.atom"/>
${many(100, entry)}</feed>
`
  return { title: 'Atom, 100 entries', text, entries: 100 }
}

const summary = (dice: Dice): string => escapeXml(`<p>${headline(dice)}.</p>`)

const rss = (name: string, items: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${name}</title>
<link>https://press.example/</link>
<atom:link href="https://press.example/feed.xml" rel="self" type="application/rss+xml"/>
<description>All that there is to announce</description>
<language>en</language>
${items}</channel>
</rss>
`
