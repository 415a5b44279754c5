import type { Source } from '../source.ts'
import { parseJsonList } from './json-list.ts'
import { parseList } from './list.ts'
import type { DocumentContext, ParsedFeed } from './model.ts'
import { parseFeed } from './parse.ts'
import type { SitemapIndex } from './sitemap.ts'
import { parseSitemap } from './sitemap.ts'

/** What reading needs of a source: how its document is to be understood, and in which language it writes. */
export type ReadableSource = Pick<Source, 'kind' | 'url'> &
  Partial<Pick<Source, 'list' | 'paths' | 'language'>>
export type SourceDocument = DocumentContext & { bytes: Uint8Array }
export type SourceReading = ParsedFeed | SitemapIndex

/**
 * Reads the document of a source by the source's kind: the poller's only way in. A sitemap index comes back as
 * `index` with the sitemaps to fetch next, at most 20.
 */
export const readSource = async (
  source: ReadableSource,
  document: SourceDocument,
): Promise<SourceReading> => {
  const { bytes, ...context } = document
  switch (source.kind) {
    case 'feed':
      return parseFeed(bytes, context)
    case 'page':
      return parseList(bytes, { ...context, list: source.list, language: source.language })
    case 'sitemap':
      return parseSitemap(bytes, context)
    case 'json':
      return parseJsonList(bytes, { ...context, paths: source.paths, language: source.language })
  }
}
