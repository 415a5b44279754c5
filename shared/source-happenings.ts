import * as z from 'zod/mini'

const HealthKind = z.enum(['healthy', 'failing', 'gone'])

/** When it happened and to whom, as the source stood in its file then. */
const about = {
  at: z.iso.datetime(),
  name: z.string(),
  url: z.string(),
  publisher: z.object({ name: z.string(), country: z.string(), kind: z.string() }),
}

/** A source began to fail, is gone for good (410), or is well again. */
export const HealthChanged = z.object({
  kind: z.literal('health-changed'),
  ...about,
  /** Absent when it was never polled before. */
  from: z.optional(HealthKind),
  to: HealthKind,
  reason: z.optional(z.string()),
})

/** Nothing that the source shows was ever seen before: what it showed in between may have been missed. */
export const GapDetected = z.object({
  kind: z.literal('gap-detected'),
  ...about,
  /** How many entries it shows, all of them unknown. */
  entries: z.int(),
  lastNewAt: z.optional(z.iso.datetime()),
})

/** A source answers, but has brought nothing for far longer than it usually takes. */
export const Silent = z.object({
  kind: z.literal('silent'),
  ...about,
  lastNewAt: z.iso.datetime(),
  /** What usually lies between two polls that bring something. */
  meanGapMs: z.number(),
})

/** The source's own selectors find nothing any more on its articles' pages, or find something again. */
export const RecipeChanged = z.object({
  kind: z.literal('recipe-changed'),
  ...about,
  /** Absent when they never found anything. */
  from: z.optional(z.enum(['matching', 'broken'])),
  to: z.enum(['matching', 'broken']),
  /** Those that find nothing, by what they are for. */
  selectors: z.optional(z.record(z.string(), z.string())),
})

/** What was found out about a source that others may want to hear of. */
export const SourceHappening = z.discriminatedUnion('kind', [
  HealthChanged,
  GapDetected,
  Silent,
  RecipeChanged,
])
export type SourceHappening = z.infer<typeof SourceHappening>
