import type { Article } from '../../shared/article.ts'
import { generationOf } from '../../shared/dedup/identity.ts'
import type { RecheckMessage } from '../../shared/messages.ts'
import type { Delivered } from '../../shared/runtime/batch.ts'
import type { Source } from '../../shared/source.ts'
import { type SourceState, UNPOLLED } from '../../shared/source-state.ts'
import type { Articles } from '../../shared/store/articles.ts'
import type { Sources } from '../../shared/store/sources.ts'

export type OpenRecheckDeps = { sources: Pick<Sources, 'read'>; articles: Pick<Articles, 'revisions'> }

/** An article whose page is to be looked at again. */
export type OpenRecheck = {
  kind: 'open'
  turn: RecheckMessage
  isRedelivered: boolean
  source: Source
  state: SourceState
  latest: Article
  url: string
  /** What the look before saw that is not on record; what it compared with a former revision is void. */
  signBefore?: string | undefined
}
/** Nobody asks for this page any more. */
export type EndedRecheck = { kind: 'ended'; reason: string }

/** Opens a turn: the article as it is on record now, whoever revised it meanwhile, and its source. */
export async function openRecheck(
  { message: turn, isRedelivered }: Delivered<RecheckMessage>,
  deps: OpenRecheckDeps,
): Promise<OpenRecheck | EndedRecheck> {
  const [known] = await deps.sources.read([turn.sourceId])
  if (known === undefined) return { kind: 'ended', reason: 'source-removed' }
  const { source, state = UNPOLLED } = known
  if (!source.recheck) return { kind: 'ended', reason: 'recheck-off' }
  const [latest] = await deps.articles.revisions(turn.articleId)
  // The turn of a row that never came to be, or that a writer without the page was quicker to write.
  if (latest?.url === undefined || latest.completeness === 'partial')
    return { kind: 'ended', reason: 'no-page' }
  if (await isReplaced(latest, deps)) return { kind: 'ended', reason: 'another-article-at-its-address' }
  const { unconfirmed } = turn
  const signBefore = unconfirmed?.revision === latest.revision ? unconfirmed.sign : undefined
  return { kind: 'open', turn, isRedelivered, source, state, latest, url: latest.url, signBefore }
}

/** Whether another article stands at the address by now: what its page says is then no news of this one. */
async function isReplaced(article: Article, { articles }: OpenRecheckDeps): Promise<boolean> {
  let [first, generation] = [article, 0]
  while (first.replaces !== undefined) {
    const [former] = await articles.revisions(first.replaces)
    if (former === undefined) throw new Error(`article ${first.articleId} replaces one that is not on record`)
    first = former
    generation += 1
  }
  const { articleId, identityBasis } = first
  const next = generationOf({ articleId, identityBasis }, generation + 1)
  return (await articles.revisions(next)).length > 0
}
