import type { ListSelectors } from './list.ts'
import { parseList } from './list.ts'
import type { DocumentContext, ParsedFeed } from './model.ts'
import { parseFeed } from './parse.ts'

/** What reading needs of a source: how its document is to be understood, and in which language it writes. */
export type ReadableSource = {
  kind: 'feed' | 'page' | 'sitemap' | 'json'
  url: string
  list?: ListSelectors | undefined
  language?: string | undefined
}
export type SourceDocument = DocumentContext & { bytes: Uint8Array }

/** Reads the document of a source by the source's kind. The poller's only way in. */
export const readSource = async (source: ReadableSource, document: SourceDocument): Promise<ParsedFeed> => {
  const { bytes, ...context } = document
  switch (source.kind) {
    case 'page':
      return parseList(bytes, { ...context, list: source.list, language: source.language })
    default:
      return parseFeed(bytes, context)
  }
}
