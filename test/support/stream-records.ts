import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { type ArticleItem, keyAttributes, keyOf } from '../../shared/store/article-row.ts'
import type { SourceTold } from '../../shared/store/sources.ts'

type ImageValue = { S: string } | { N: string } | { SS: string[] } | { B: string }
type Image = Record<string, ImageValue>

/** A saved row that tells something, as Lambda hands it over from the sources table's stream. */
export function sourceStreamRecord({ sourceId, version, happenings }: SourceTold): ArticleStreamRecord {
  const Keys = { sourceId: { S: sourceId }, part: { S: 'state' } }
  const outbox = { S: JSON.stringify(happenings) }
  // The rows of a source count their versions each by itself.
  const number = `${sourceId}-${happenings[0]?.kind}-${version}`
  return {
    ...told,
    eventID: number,
    eventName: version === 1 ? 'INSERT' : 'MODIFY',
    eventSourceARN: 'arn:aws:dynamodb:us-east-1:000000000000:table/sources/stream/2026-11-21T09:00:00.000',
    dynamodb: {
      Keys,
      NewImage: { ...Keys, version: { N: String(version) }, outbox },
      SequenceNumber: number,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  }
}

const told = { eventVersion: '1.1', eventSource: 'aws:dynamodb', awsRegion: 'us-east-1' } as const

/** A change of the articles table as Lambda hands it to a stream's function: binary attributes in base64. */
export type ArticleStreamRecord = {
  eventID: string
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE'
  eventVersion: '1.1'
  eventSource: 'aws:dynamodb'
  awsRegion: string
  eventSourceARN: string
  dynamodb: {
    Keys: Image
    NewImage?: Image
    OldImage?: Image
    SequenceNumber: string
    StreamViewType: 'NEW_AND_OLD_IMAGES'
  }
}

function imageValue({ S, N, SS, B }: AttributeValue): ImageValue {
  if (S !== undefined) return { S }
  if (N !== undefined) return { N }
  if (SS !== undefined) return { SS: [...SS] }
  if (B !== undefined) return { B: Buffer.from(B).toString('base64') }
  throw new Error('an attribute of a type that no row of ours has')
}

function imageOf(item: ArticleItem): Image {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, imageValue(value)]))
}

/** Makes the records of one stream, in order: their sequence numbers grow, as numbers and as text. */
export function streamRecords() {
  let count = 0
  return (before: ArticleItem | undefined, after: ArticleItem): ArticleStreamRecord => {
    count += 1
    return {
      eventID: `change-${count}`,
      eventName: before === undefined ? 'INSERT' : 'MODIFY',
      ...told,
      eventSourceARN: 'arn:aws:dynamodb:us-east-1:000000000000:table/articles/stream/2026-11-21T09:00:00.000',
      dynamodb: {
        Keys: imageOf(keyAttributes(keyOf(after))),
        NewImage: imageOf(after),
        ...(before !== undefined && { OldImage: imageOf(before) }),
        SequenceNumber: String(count).padStart(21, '0'),
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    }
  }
}
