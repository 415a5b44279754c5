import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod/mini'
import { durationMs } from '../../shared/schedule/duration.ts'
import { Source } from '../../shared/source.ts'
import { RecipeState } from '../../shared/source-recipe.ts'
import { SourceState } from '../../shared/source-state.ts'
import { PlanMemory, type Saved, type Sources, type SourceTold } from '../../shared/store/sources.ts'

/** A value as a table keeps it: a copy, without what is undefined. */
function kept<Schema extends z.ZodMiniType>(schema: Schema, value: object): z.infer<Schema> {
  return z.parse(schema, unmarshall(marshall(value, { removeUndefinedValues: true })))
}

/** A sources table that forgets itself. `onHappenings` hears what each saved row tells, as the stream would. */
export function memorySources({
  onHappenings = () => {},
}: {
  onHappenings?: (told: SourceTold) => void
} = {}): Sources {
  const sources = new Map<string, Source>()
  const states = new Map<string, SourceState>()
  const recipes = new Map<string, RecipeState>()
  let memory: PlanMemory | undefined

  function saved(stored: { version: number } | undefined, next: { version: number }): Saved {
    const follows = stored === undefined || stored.version === next.version - 1
    return { kind: follows ? 'saved' : 'superseded' }
  }

  return {
    schedules: async () =>
      [...sources.values()].map(({ id, schedule }) => {
        const state = states.get(id)
        return {
          sourceId: id,
          minIntervalMs: durationMs(schedule.minInterval),
          maxIntervalMs: durationMs(schedule.maxInterval),
          pace: state && structuredClone(state.pace),
        }
      }),
    read: async sourceIds =>
      [...new Set(sourceIds)].flatMap(sourceId => {
        const source = sources.get(sourceId)
        const state = states.get(sourceId)
        const recipe = recipes.get(sourceId)
        if (source === undefined) return []
        return [structuredClone({ source, ...(state && { state }), ...(recipe && { recipe }) })]
      }),
    put: async source => void sources.set(source.id, kept(Source, source)),
    remove: async sourceId => void sources.delete(sourceId),
    saveState: async (sourceId, state, happenings = []) => {
      const answer = saved(states.get(sourceId), state)
      if (answer.kind === 'superseded') return answer
      states.set(sourceId, kept(SourceState, state))
      if (happenings.length > 0)
        onHappenings({ sourceId, version: state.version, happenings: [...happenings] })
      return answer
    },
    saveRecipe: async (sourceId, recipe, happenings = []) => {
      const answer = saved(recipes.get(sourceId), recipe)
      if (answer.kind === 'superseded') return answer
      recipes.set(sourceId, kept(RecipeState, recipe))
      if (happenings.length > 0)
        onHappenings({ sourceId, version: recipe.version, happenings: [...happenings] })
      return answer
    },
    planMemory: async () =>
      memory === undefined ? { version: 0, catalogueIds: [] } : structuredClone(memory),
    savePlanMemory: async next => {
      const answer = saved(memory, next)
      if (answer.kind === 'saved') memory = kept(PlanMemory, next)
      return answer
    },
  }
}
