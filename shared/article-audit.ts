import * as z from 'zod/mini'

const line = z.string()

export const RemovedBy = z.enum(['selector', 'recurring', 'known', 'links'])
export type RemovedBy = z.infer<typeof RemovedBy>

/**
 * What was made of an article's page: kept beside the page's bytes in the archive, since it is asked for one article at a
 * time and would double the record.
 */
export const ArticleAudit = z.object({
  /** Each line that was taken out of the text as furniture, as it stood. */
  furnitureRemoved: z.array(line),
  // Optional like all that came after the first audits were kept: those are still in archives.
  /**
   * Of each of them what took it out (the source's own selector, what its other pages have as well, a line known of
   * any site, links at an end of the text), and behind how many paragraphs of the text it stood, if near the text.
   */
  furniturePlaces: z.optional(
    z.array(z.object({ by: RemovedBy, behind: z.optional(z.int().check(z.nonnegative())) })),
  ),
  /** Each kind of repair to the headline with its count; those to the text stand in the record. */
  titleRepairs: z.optional(z.array(line)),
  /** When the article was published, by everything in its feed and on its page that says so. */
  dates: z.optional(z.array(z.object({ at: line, by: line }))),
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
