import * as z from 'zod/mini'
import { type ArticleItem, articleOf } from '../../shared/store/article-row.ts'
import type { CommittedChange } from './announcements.ts'

const Image = z.record(z.string(), z.record(z.string(), z.unknown()))

/** A record of the articles table's stream, as Lambda hands it over. */
export const StreamRecord = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    NewImage: z.optional(Image),
    OldImage: z.optional(Image),
  }),
})
export type StreamRecord = z.infer<typeof StreamRecord>
export const StreamEvent = z.object({ Records: z.array(StreamRecord) })

const ItemFromJson = z.record(
  z.string(),
  z.union([
    z.object({ S: z.string() }),
    z.object({ N: z.string() }),
    z.object({ SS: z.array(z.string()) }),
    // Lambda writes binary attributes as base64.
    z.pipe(
      z.object({ B: z.string() }),
      z.transform(({ B }) => ({ B: Buffer.from(B, 'base64') })),
    ),
  ]),
)

function itemOf(image: z.infer<typeof Image>): ArticleItem {
  return z.parse(ItemFromJson, image)
}

/**
 * What a stream record means: a revision was committed, a copy was linked, or nothing that anyone need hear of
 * (pointers, sightings, a table's no-op).
 * @throws when the row is not one of ours.
 */
export function committedChange({ eventName, dynamodb }: StreamRecord): CommittedChange | undefined {
  const { NewImage, OldImage } = dynamodb
  if (NewImage === undefined || eventName === 'REMOVE') return undefined
  if (eventName === 'INSERT') return { kind: 'revision', article: articleOf(itemOf(NewImage)) }
  const isLinked = NewImage.duplicateOf !== undefined && OldImage?.duplicateOf === undefined
  return isLinked ? { kind: 'duplicate-linked', article: articleOf(itemOf(NewImage)) } : undefined
}
