import type { Article } from '../../shared/article.ts'
import { generationOf, type Identity } from '../../shared/dedup/identity.ts'
import type { Articles } from '../../shared/store/articles.ts'

/** The article that an identity stands for now: the newest of those that stood at one address in turn. */
export type Standing = {
  articleId: string
  /** How many articles stood there before. */
  generation: number
  /** Its latest revision; absent as long as nothing is recorded. */
  latest?: Article | undefined
}

/**
 * Finds the article that an identity stands for now. Generations leave no gap, so none needs a pointer: one read
 * for what is new, two for what is known, and for the n-th article at one address about 2 log n.
 */
export async function newestAt(
  identity: Identity,
  articles: Pick<Articles, 'revisions'>,
  known = 0,
): Promise<Standing> {
  const standingAt = async (generation: number): Promise<Standing> => {
    const articleId = generationOf(identity, generation)
    return { articleId, generation, latest: (await articles.revisions(articleId))[0] }
  }
  let newest = await standingAt(known)
  if (newest.latest === undefined) return newest
  let free = newest.generation + 1
  for (let step = 1; ; step *= 2) {
    const further = await standingAt(newest.generation + step)
    free = further.generation
    if (further.latest === undefined) break
    newest = further
  }
  while (free - newest.generation > 1) {
    const middle = await standingAt(Math.floor((newest.generation + free) / 2))
    if (middle.latest === undefined) free = middle.generation
    else newest = middle
  }
  return newest
}
