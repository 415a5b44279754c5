import { sha256 } from '../../shared/dedup/fingerprint.ts'
import { type Clock, isoTime } from '../../shared/runtime/clock.ts'
import type { Source } from '../../shared/source.ts'
import type { SourceHappening } from '../../shared/source-happenings.ts'
import {
  brokenParts,
  learnRecipe,
  type RecipeSight,
  type RecipeState,
  UNTRIED,
} from '../../shared/source-recipe.ts'
import type { Sources } from '../../shared/store/sources.ts'

export type NoteRecipeDeps = { sources: Pick<Sources, 'read' | 'saveRecipe'>; clock: Clock }

/** Batches that read pages of one source at once each see what the other saved on the next round. */
const MAX_ROUNDS = 5

/** What others may want to hear: that the selectors match no longer, or again. That they match at first is no news. */
function happeningsOf(
  source: Source,
  before: RecipeState,
  after: RecipeState,
  at: string,
): SourceHappening[] {
  if (after.kind === before.kind || after.kind === 'untried') return []
  if (before.kind === 'untried' && after.kind === 'matching') return []
  const { name, url, publisher, article = {} } = source
  const selectors = brokenParts(after.missed).flatMap(part => {
    const selector = article[part]
    return selector === undefined ? [] : [[part, selector]]
  })
  return [
    {
      kind: 'recipe-changed',
      ...{ at, name, url, publisher },
      ...(before.kind !== 'untried' && { from: before.kind }),
      to: after.kind,
      ...(selectors.length > 0 && { selectors: Object.fromEntries(selectors) }),
    },
  ]
}

/**
 * Remembers on which pages of a batch the source's own selectors found what they are for. It is saved before the
 * pages are recorded, with the event in one write, and learning from the same pages again changes nothing: whoever
 * crashes after it, or reads a page twice, tells nothing twice.
 * @throws when the table fails.
 */
export async function noteRecipe(
  source: Source,
  sights: readonly RecipeSight[],
  { sources, clock }: NoteRecipeDeps,
): Promise<void> {
  if (source.article === undefined || sights.length === 0) return
  const marked = sights.map(sight => ({ ...sight, page: sha256(sight.page).slice(0, 8) }))
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const before = (await sources.read([source.id]))[0]?.recipe ?? UNTRIED
    const at = isoTime(clock.nowMs())
    const after = learnRecipe(before, marked, source.article, at)
    if (after === before) return
    const saved = await sources.saveRecipe(source.id, after, happeningsOf(source, before, after, at))
    if (saved.kind === 'saved') return
  }
}
