import { randomUUID } from 'node:crypto'
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod/mini'
import type { SourceSchedule } from '../schedule/due.ts'
import { durationMs } from '../schedule/duration.ts'
import { Source } from '../source.ts'
import { SourceHappening } from '../source-happenings.ts'
import { RecipeState } from '../source-recipe.ts'
import { Pace, SourceState } from '../source-state.ts'
import { readRows } from './batch-get.ts'

/** A source as the table knows it; without a state it was never polled, without a recipe its selectors never tried. */
export type KnownSource = { source: Source; state?: SourceState; recipe?: RecipeState }

/** What plan remembers from one minute to the next. */
export const PlanMemory = z.object({
  version: z.int().check(z.nonnegative()),
  slot: z.optional(z.iso.datetime()),
  /** Of the sources file that the table was brought in step with. */
  catalogueSha256: z.optional(z.string()),
  /** The sources that came from the file, and leave with it. */
  catalogueIds: z.array(z.string()),
})
export type PlanMemory = z.infer<typeof PlanMemory>

export type Saved = { kind: 'saved' } | { kind: 'superseded' }

/** The sources and how they fare. */
export type Sources = {
  /** What decides whose turn it is, for every source. */
  schedules: () => Promise<SourceSchedule[]>
  /** The sources of these ids, in no order; an id that the table does not know is left out. */
  read: (sourceIds: readonly string[]) => Promise<KnownSource[]>
  put: (source: Source) => Promise<void>
  /** Takes a source off the table; its state stays, in case it comes back. */
  remove: (sourceId: string) => Promise<void>
  /**
   * Writes a state whose version follows the stored one; a state that comes late is superseded. What happened is
   * written with it, in one item, so that the table's stream tells it if and only if the state is saved.
   */
  saveState: (sourceId: string, state: SourceState, happenings?: readonly SourceHappening[]) => Promise<Saved>
  /** The same for what ingest learns of a source's own selectors: in a row of its own, so that no poll is in its way. */
  saveRecipe: (
    sourceId: string,
    recipe: RecipeState,
    happenings?: readonly SourceHappening[],
  ) => Promise<Saved>
  planMemory: () => Promise<PlanMemory>
  savePlanMemory: (memory: PlanMemory) => Promise<Saved>
}

/** No source id starts with #. */
const PLAN_KEY = { sourceId: '#plan', part: 'plan' }
/** The one partition of the index by schedule: a thousand sources are read in one query a minute. */
const PLANNED = 'yes'

const Bounds = z.object({ minIntervalMs: z.number(), maxIntervalMs: z.number() })
const ScheduleRow = z.object({
  sourceId: z.string(),
  part: z.enum(['source', 'state']),
  schedule: z.unknown(),
})
const Row = z.discriminatedUnion('part', [
  z.object({ part: z.literal('source'), sourceId: z.string(), source: Source }),
  z.object({ part: z.literal('state'), sourceId: z.string(), state: SourceState }),
  z.object({ part: z.literal('recipe'), sourceId: z.string(), recipe: RecipeState }),
])
/** A row with something to tell, as the stream's image holds it. */
const OutboxImage = z.object({
  sourceId: z.object({ S: z.string() }),
  version: z.object({ N: z.string() }),
  outbox: z.object({ S: z.string() }),
})
const PlanRow = z.object({ memory: PlanMemory })

/** What happened to a source, and the version of its row that tells of it. */
export type SourceTold = { sourceId: string; version: number; happenings: SourceHappening[] }

function outboxOf(happenings: readonly SourceHappening[]): { outbox?: string } {
  return happenings.length > 0 ? { outbox: JSON.stringify(happenings) } : {}
}

/**
 * What a row of the sources table tells others: undefined for rows that have nothing to tell, and for those of
 * other tables.
 * @throws when its outbox is not one of ours.
 */
export function toldBy(image: unknown): SourceTold | undefined {
  const row = z.safeParse(OutboxImage, image)
  if (!row.success) return undefined
  const { sourceId, version, outbox } = row.data
  const happenings = z.parse(z.array(SourceHappening), JSON.parse(outbox.S))
  return { sourceId: sourceId.S, version: Number(version.N), happenings }
}

function schedulesOf(rows: readonly z.infer<typeof ScheduleRow>[]): SourceSchedule[] {
  const paces = new Map(
    rows.filter(row => row.part === 'state').map(row => [row.sourceId, z.parse(Pace, row.schedule)]),
  )
  return rows
    .filter(row => row.part === 'source')
    .map(({ sourceId, schedule }) => ({ sourceId, ...z.parse(Bounds, schedule), pace: paces.get(sourceId) }))
}

/** The sources table: partition `sourceId`, sort `part` (source | state | recipe | plan), index `bySchedule`. */
export function dynamoSources(client: DynamoDBClient, table: string): Sources {
  const marshalled = (row: object) => marshall(row, { removeUndefinedValues: true })

  async function saveVersioned(row: { version: number } & Record<string, unknown>): Promise<Saved> {
    const writeId = randomUUID()
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: marshalled({ ...row, writeId }),
          ConditionExpression: 'attribute_not_exists(version) OR version = :before',
          ExpressionAttributeValues: { ':before': { N: String(row.version - 1) } },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
      return { kind: 'saved' }
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException))
        throw new Error(`could not save the ${row.part} of ${row.sourceId}`, { cause: error })
      // The client's own retry of a write whose answer was lost finds the row that it wrote itself.
      return { kind: error.Item?.writeId?.S === writeId ? 'saved' : 'superseded' }
    }
  }

  return {
    schedules: async () => {
      const rows: z.infer<typeof ScheduleRow>[] = []
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          IndexName: 'bySchedule',
          KeyConditionExpression: 'planned = :planned',
          ExpressionAttributeValues: { ':planned': { S: PLANNED } },
        },
      )
      for await (const { Items = [] } of pages) {
        rows.push(...Items.map(item => z.parse(ScheduleRow, unmarshall(item))))
      }
      return schedulesOf(rows)
    },

    read: async sourceIds => {
      const parts = [...new Set(sourceIds)].flatMap(sourceId => [
        marshalled({ sourceId, part: 'source' }),
        marshalled({ sourceId, part: 'state' }),
        marshalled({ sourceId, part: 'recipe' }),
      ])
      const items = await readRows(client, table, parts)
      const rows = items.map(item => z.parse(Row, unmarshall(item)))
      const states = new Map(rows.flatMap(row => (row.part === 'state' ? [[row.sourceId, row.state]] : [])))
      const recipes = new Map(
        rows.flatMap(row => (row.part === 'recipe' ? [[row.sourceId, row.recipe]] : [])),
      )
      return rows.flatMap(row => {
        if (row.part !== 'source') return []
        const state = states.get(row.sourceId)
        const recipe = recipes.get(row.sourceId)
        return [
          {
            source: row.source,
            ...(state !== undefined && { state }),
            ...(recipe !== undefined && { recipe }),
          },
        ]
      })
    },

    put: async source => {
      const schedule = {
        minIntervalMs: durationMs(source.schedule.minInterval),
        maxIntervalMs: durationMs(source.schedule.maxInterval),
      }
      const row = { sourceId: source.id, part: 'source', planned: PLANNED, schedule, source }
      await client.send(new PutItemCommand({ TableName: table, Item: marshalled(row) }))
    },

    remove: async sourceId => {
      await client.send(
        new DeleteItemCommand({ TableName: table, Key: marshalled({ sourceId, part: 'source' }) }),
      )
    },

    saveState: (sourceId, state, happenings = []) =>
      saveVersioned({
        sourceId,
        part: 'state',
        planned: PLANNED,
        schedule: state.pace,
        version: state.version,
        state,
        ...outboxOf(happenings),
      }),

    saveRecipe: (sourceId, recipe, happenings = []) =>
      saveVersioned({
        sourceId,
        part: 'recipe',
        version: recipe.version,
        recipe,
        ...outboxOf(happenings),
      }),

    planMemory: async () => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: marshalled(PLAN_KEY), ConsistentRead: true }),
      )
      return Item === undefined ? { version: 0, catalogueIds: [] } : z.parse(PlanRow, unmarshall(Item)).memory
    },

    savePlanMemory: memory => saveVersioned({ ...PLAN_KEY, version: memory.version, memory }),
  }
}
