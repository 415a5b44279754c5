import type { Article } from '../../shared/article.ts'
import type { Archive } from '../../shared/store/archive.ts'
import { watchMatcher } from '../../shared/watches/match.ts'
import type { Watch } from '../../shared/watches/watch.ts'

/** The ids of the watches that an article answers. */
export type ArticleWatches = (article: Article) => Promise<string[]>

/**
 * Looks for the watches in headline, summary and full text; without watches no text is read.
 * @throws when the archive does not have the text, which every row promises.
 */
export function articleWatches(watches: readonly Watch[], archive: Pick<Archive, 'read'>): ArticleWatches {
  if (watches.length === 0) return async () => []
  const match = watchMatcher(watches)
  return async ({ articleId, headline, summary = '', textKey }) => {
    const bytes = await archive.read(textKey)
    if (bytes === undefined) throw new Error(`the text of ${articleId} is not at ${textKey}`)
    return match([headline, summary, new TextDecoder().decode(bytes)])
  }
}
