import type { Articles } from '../../shared/store/articles.ts'
import type { CommittedChange } from './announcements.ts'

/**
 * Lets lists show a later revision in the stead of the one before. A first revision is in the lists by its row.
 * @throws when the table fails: the record then comes again.
 */
export async function showInLists(
  { kind, article: { articleId, revision } }: CommittedChange,
  articles: Pick<Articles, 'pointToLatest'>,
): Promise<void> {
  if (kind === 'revision' && revision > 1) await articles.pointToLatest(articleId, revision)
}
