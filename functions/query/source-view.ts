import { pollIntervalMs } from '../../shared/schedule/due.ts'
import { durationMs } from '../../shared/schedule/duration.ts'
import type { Source } from '../../shared/source.ts'
import { brokenParts, type RecipePart, type RecipeState } from '../../shared/source-recipe.ts'
import type { SourceState } from '../../shared/source-state.ts'
import type { KnownSource } from '../../shared/store/sources.ts'

/** A source as readers see it: its settings, how often it is asked at present, and how it fares. */
export type SourceView = Source & {
  interval: string
  /** Absent until it was polled once. */
  state?: Pick<SourceState, 'health' | 'failures' | 'readInFullAt'> &
    Pick<SourceState['pace'], 'lastNewAt' | 'notBefore'>
  /** Whether the selectors of its articles match; absent where there are none, or were never tried. */
  recipe?: Pick<RecipeState, 'kind' | 'since'> & { selectors?: RecipePart[] }
}

/** An interval in words: `every 80 min`, `every 2 h 40 min`, `every 24 h`. */
export function intervalWords(intervalMs: number): string {
  const allMinutes = Math.round(intervalMs / 60_000)
  if (allMinutes < 120) return `every ${allMinutes} min`
  const minutes = allMinutes % 60
  return `every ${Math.floor(allMinutes / 60)} h${minutes === 0 ? '' : ` ${minutes} min`}`
}

function recipeView({ source, recipe }: KnownSource): Pick<SourceView, 'recipe'> {
  if (source.article === undefined || recipe === undefined || recipe.kind === 'untried') return {}
  const { kind, since, missed } = recipe
  return { recipe: { kind, since, ...(kind === 'broken' && { selectors: brokenParts(missed) }) } }
}

export function sourceView(known: KnownSource, nowMs: number): SourceView {
  const { source, state } = known
  const interval = intervalWords(
    pollIntervalMs(
      {
        sourceId: source.id,
        minIntervalMs: durationMs(source.schedule.minInterval),
        maxIntervalMs: durationMs(source.schedule.maxInterval),
        pace: state?.pace,
      },
      nowMs,
    ),
  )
  const recipe = recipeView(known)
  if (state === undefined) return { ...source, interval, ...recipe }
  const { health, failures, readInFullAt, pace } = state
  const { lastNewAt, notBefore } = pace
  return { ...source, interval, state: { health, failures, readInFullAt, lastNewAt, notBefore }, ...recipe }
}
