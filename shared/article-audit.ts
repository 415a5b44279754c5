import * as z from 'zod/mini'

const line = z.string()

/**
 * What was made of an article's page: kept beside the page's bytes in the archive, since it is asked for one article at a
 * time and would double the record.
 */
export const ArticleAudit = z.object({
  /** Each block that was taken out of the text as furniture, as it stood. */
  furnitureRemoved: z.array(line),
  /** The customary parts of a release, where its author marked them. */
  anatomy: z.object({
    dateline: z.optional(line),
    embargo: z.optional(line),
    /** A moment in UTC or a day, where the line is certain about it. */
    embargoedUntil: z.optional(line),
    forImmediateRelease: z.boolean(),
    boilerplate: z.optional(line),
    contacts: z.optional(line),
    notes: z.optional(line),
    endMark: z.optional(line),
  }),
  images: z.array(z.object({ url: z.string(), caption: z.optional(line) })),
  attachments: z.array(z.object({ url: z.string(), title: z.optional(line) })),
})
export type ArticleAudit = z.infer<typeof ArticleAudit>
