import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { FurnitureState, NO_FURNITURE } from '../text/furniture/learned.ts'
import type { Saved } from './sources.ts'

/** What is known of a source's furniture; version 0 when nothing was ever saved. */
export type KnownFurniture = { version: number; state: FurnitureState }

/** What the pages of each source have in common, apart from how its polls go. */
export type FurnitureStore = {
  read: (sourceId: string) => Promise<KnownFurniture>
  /** Writes what follows the stored version; what comes late is superseded. */
  save: (sourceId: string, known: KnownFurniture) => Promise<Saved>
}

/** Raise it with every change of what a state means: it is learnt again within a few pages. */
const FORMAT = 2
const Row = z.object({
  version: z.object({ N: z.string() }),
  format: z.object({ N: z.string() }),
  packed: z.object({ B: z.instanceof(Uint8Array) }),
})

function packed(state: FurnitureState): Uint8Array {
  return brotliCompressSync(JSON.stringify(state), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  })
}

function unpacked(bytes: Uint8Array): FurnitureState {
  return z.parse(FurnitureState, JSON.parse(brotliDecompressSync(bytes).toString('utf8')))
}

/** The rows `furniture` of the sources table, some 3 KB each. @throws what the client throws. */
export function dynamoFurniture(client: DynamoDBClient, table: string): FurnitureStore {
  const keyOf = (sourceId: string) => ({ sourceId: { S: sourceId }, part: { S: 'furniture' } })
  return {
    read: async sourceId => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: keyOf(sourceId), ConsistentRead: true }),
      )
      if (Item === undefined) return { version: 0, state: NO_FURNITURE }
      const row = z.parse(Row, Item)
      const isReadable = Number(row.format.N) === FORMAT
      return { version: Number(row.version.N), state: isReadable ? unpacked(row.packed.B) : NO_FURNITURE }
    },

    save: async (sourceId, { version, state }) => {
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: {
              ...keyOf(sourceId),
              version: { N: String(version) },
              format: { N: String(FORMAT) },
              packed: { B: packed(state) },
            },
            ConditionExpression: 'attribute_not_exists(version) OR version = :before',
            ExpressionAttributeValues: { ':before': { N: String(version - 1) } },
          }),
        )
        return { kind: 'saved' }
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return { kind: 'superseded' }
        throw new Error(`could not save the furniture of ${sourceId}`, { cause: error })
      }
    },
  }
}
