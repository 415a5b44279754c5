import type { Article } from '../../shared/article.ts'
import type { SavedState } from '../../shared/dedup/entry-order.ts'
import { isOtherTitle } from '../../shared/dedup/revision.ts'
import { judge, judgeWording, mayDifferInText, type Verdict } from '../../shared/dedup/verdict.ts'
import type { Archive } from '../../shared/store/archive.ts'
import type { ArchivedDraft } from './archive-batch.ts'

/**
 * Judges a draft against the latest revision on record. The text of that revision is read only where the hashes
 * say that the texts may differ. `comesBack`: the entry will be delivered again, perhaps with the page that it lacks.
 * @throws when the archive fails, or lacks a text that the record points to.
 */
export async function judgeDraft(
  { article, text }: ArchivedDraft,
  latest: Article | undefined,
  { state, archive, comesBack }: { state: SavedState; archive: Pick<Archive, 'read'>; comesBack: boolean },
): Promise<Verdict> {
  const verdict = judge(article, latest, state)
  if (verdict.kind !== 'compare') return verdict
  // Without its page an entry of quite another headline may be another story: its headline above this text misleads.
  if (text === undefined && comesBack && isOtherTitle(article.headline, verdict.with.headline))
    return { kind: 'known' }
  if (text === undefined || !mayDifferInText(article, verdict.with))
    return judgeWording(article, verdict.with)
  const before = await archive.read(verdict.with.textKey)
  if (before === undefined) throw new Error(`the archive lacks ${verdict.with.textKey}`)
  return judgeWording(article, verdict.with, { before: Buffer.from(before).toString('utf8'), after: text })
}
