import * as z from 'zod/mini'

/**
 * The lines by which the functions tell, in their logs, how far an article has come. CloudWatch metric
 * filters and the local ground read the same lines.
 */
export const Progress = z.discriminatedUnion('progress', [
  z.object({ progress: z.literal('planned'), slot: z.string(), sources: z.int(), looks: z.int() }),
  z.object({
    progress: z.literal('polled'),
    sourceId: z.string(),
    outcome: z.enum([
      'read',
      'unchanged',
      'unreachable',
      'unreadable',
      'gone',
      'limited',
      'refused',
      'superseded',
    ]),
    reason: z.optional(z.string()),
    entries: z.int(),
    queued: z.int(),
  }),
  z.object({
    progress: z.literal('ingested'),
    sourceId: z.string(),
    outcome: z.enum(['created', 'revised', 'duplicate', 'rejected']),
    articleId: z.optional(z.string()),
    revision: z.optional(z.int()),
    completeness: z.optional(z.string()),
    headline: z.optional(z.string()),
    duplicateOf: z.optional(z.string()),
    reason: z.optional(z.string()),
  }),
  z.object({
    progress: z.literal('looked'),
    sourceId: z.string(),
    outcome: z.enum([
      'unchanged',
      'unconfirmed',
      'unclear',
      'revised',
      'withdrawn',
      'restored',
      'overtaken',
      'ended',
    ]),
    articleId: z.string(),
    revision: z.optional(z.int()),
    headline: z.optional(z.string()),
    reason: z.optional(z.string()),
  }),
  z.object({ progress: z.literal('announced'), id: z.string(), detailType: z.string() }),
])
export type Progress = z.infer<typeof Progress>
