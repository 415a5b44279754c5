import type { Entry } from './model.ts'
import { escapeXml } from './xml/entities.ts'

/**
 * Entries as plain RSS 2.0: one line of text a field, everything escaped, no markup, no namespace, no empty
 * element. rss-parser reads this without loss and in linear time. It would scramble inline markup, run a
 * quadratic regex over bodies and read `pubDate` once more in its own way: so bodies stay behind and the date has
 * a name of its own. Items stand in the order of the entries.
 */
export const canonicalRss = (entries: readonly Entry[]): string => {
  const parts = ['<rss version="2.0"><channel>']
  for (const entry of entries) {
    parts.push('<item>')
    field(parts, 'guid', entry.guid)
    field(parts, 'link', entry.url)
    field(parts, 'title', entry.title)
    field(parts, 'published', entry.publishedAt)
    parts.push('</item>')
  }
  parts.push('</channel></rss>')
  return parts.join('')
}

const field = (parts: string[], name: string, text: string | undefined): void => {
  if (text !== undefined) parts.push('<', name, '>', escapeXml(text), '</', name, '>')
}
