import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'
import { callEngine, EngineFault } from './aws-json.ts'
import type { DeclaredTable } from './declared.ts'
import { TemplateFault } from './intrinsics.ts'

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }))
const Described = z.object({
  Table: z.object({
    TableStatus: z.string(),
    KeySchema,
    GlobalSecondaryIndexes: z._default(
      z.array(
        z.object({
          IndexName: z.string(),
          KeySchema,
          Projection: z.object({
            ProjectionType: z.optional(z.string()),
            NonKeyAttributes: z.optional(z.array(z.string())),
          }),
        }),
      ),
      [],
    ),
    LatestStreamArn: z.optional(z.string()),
  }),
})

/**
 * Makes a table, or brings the one that the data folder already holds up to what the template says of its indexes
 * and its stream.
 * @returns the ARN of its stream, if it has one
 * @throws TemplateFault when its own keys have changed: no engine can change those
 */
export async function ensureTable(endpoint: string, table: DeclaredTable): Promise<string | undefined> {
  const call = (action: string, input: object) => callEngine(endpoint, `DynamoDB_20120810.${action}`, input)
  const describe = async () =>
    z.parse(Described, await call('DescribeTable', { TableName: table.name })).Table
  const found = await existing(describe)
  if (found === undefined) {
    await call('CreateTable', creation(table))
    if (table.TimeToLiveSpecification?.Enabled) {
      await call('UpdateTimeToLive', {
        TableName: table.name,
        TimeToLiveSpecification: table.TimeToLiveSpecification,
      })
    }
  } else await adjust(table, found, call)
  let described = await describe()
  while (described.TableStatus !== 'ACTIVE') {
    await sleep(20)
    described = await describe()
  }
  return described.LatestStreamArn
}

async function existing<Table>(describe: () => Promise<Table>): Promise<Table | undefined> {
  try {
    return await describe()
  } catch (error) {
    if (error instanceof EngineFault && error.code === 'ResourceNotFoundException') return undefined
    throw error
  }
}

function creation(table: DeclaredTable) {
  const { name, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, StreamSpecification } = table
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions,
    KeySchema,
    ...(GlobalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes }),
    ...(StreamSpecification && { StreamSpecification: { ...StreamSpecification, StreamEnabled: true } }),
  }
}

async function adjust(
  table: DeclaredTable,
  described: z.infer<typeof Described>['Table'],
  call: (action: string, input: object) => Promise<unknown>,
): Promise<void> {
  if (!same(table.KeySchema, described.KeySchema)) {
    throw new TemplateFault(
      `the data folder holds the table ${table.name} with other keys: choose another with --data`,
    )
  }
  if (table.StreamSpecification !== undefined && described.LatestStreamArn === undefined) {
    const StreamSpecification = { ...table.StreamSpecification, StreamEnabled: true }
    await call('UpdateTable', { TableName: table.name, StreamSpecification })
  }
  const update = (change: object) =>
    call('UpdateTable', {
      TableName: table.name,
      AttributeDefinitions: table.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [change],
    })
  for (const wanted of table.GlobalSecondaryIndexes) {
    const found = described.GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === wanted.IndexName)
    if (found !== undefined && same(shape(found), shape(wanted))) continue
    if (found !== undefined) await update({ Delete: { IndexName: wanted.IndexName } })
    await update({ Create: wanted })
  }
}

function shape({ KeySchema, Projection }: { KeySchema: unknown; Projection: Record<string, unknown> }) {
  const included = Projection.NonKeyAttributes
  return {
    KeySchema,
    kind: Projection.ProjectionType,
    included: Array.isArray(included) ? included.toSorted() : [],
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
