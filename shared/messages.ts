import * as z from 'zod/mini'
import { Entry } from './feed/model.ts'

/**
 * How often a message of a queue is worked on before it is a dead letter. A receive that Lambda throttles counts
 * too, so that fewer would bury messages that never failed.
 */
export const MAX_RECEIVES = 5

/** plan → poll, over the polls queue: the sources whose turn it is. At most 50, so that one deadline fits. */
export const PollMessage = z.object({
  slot: z.iso.datetime(),
  sourceIds: z.array(z.string()).check(z.minLength(1), z.maxLength(50)),
  /** Somebody asked for every source now: what a publisher asked for still counts, our own back-off does not. */
  onRequest: z.optional(z.boolean()),
})
export type PollMessage = z.infer<typeof PollMessage>

/**
 * poll → ingest, over the entries queue: one entry of one source. An entry too large for a message travels
 * by claim check: it lies in the archive bucket under `claimKey`.
 */
export const EntryMessage = z.object({
  sourceId: z.string(),
  /** Where the entry was read: a feed's or a list's own address. */
  documentUrl: z.string(),
  /** Whether another entry of the same document has the same URL, which then identifies neither. */
  urlIsShared: z.optional(z.boolean()),
  /** The same of its guid: some feeds give every entry the guid of the feed. */
  guidIsShared: z.optional(z.boolean()),
  seenAt: z.iso.datetime(),
  /** The version of the source's state that the poll was about to save: orders entries without a clock. */
  pollVersion: z.optional(z.int().check(z.positive())),
  /** How often a page that failed has been asked for again. */
  attempt: z.int().check(z.nonnegative()),
  entry: z.optional(Entry),
  claimKey: z.optional(z.string()),
})
export type EntryMessage = z.infer<typeof EntryMessage>

/**
 * A turn to look at an article's page again: it lies in the sources table until `dueAt`, then plan → ingest over the
 * entries queue.
 */
export const RecheckMessage = z.object({
  kind: z.literal('recheck'),
  sourceId: z.string(),
  articleId: z.string(),
  dueAt: z.iso.datetime(),
  /** What the look before saw that is not on record, and the revision that it compared with. */
  unconfirmed: z.optional(z.object({ sign: z.string(), revision: z.int() })),
})
export type RecheckMessage = z.infer<typeof RecheckMessage>

/** Everything that the entries queue carries. */
export const IngestMessage = z.union([RecheckMessage, EntryMessage])
export type IngestMessage = z.infer<typeof IngestMessage>

/** What EventBridge Scheduler hands to plan. `everySource` plans all of them now, whatever their cadence. */
export const PlanRequest = z.object({
  scheduledAt: z.iso.datetime(),
  everySource: z.optional(z.boolean()),
})
export type PlanRequest = z.infer<typeof PlanRequest>
