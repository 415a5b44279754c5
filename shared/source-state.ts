import * as z from 'zod/mini'

/** How a source fares, in the words that people read at /sources. */
export const SourceHealth = z.object({
  kind: z.enum(['healthy', 'failing', 'gone']),
  reason: z.optional(z.string()),
  since: z.iso.datetime(),
})
export type SourceHealth = z.infer<typeof SourceHealth>

/** What decides when a source is polled next, beside its bounds. */
export const Pace = z.object({
  /** When it last brought something new, and how long it usually takes between two such polls. */
  lastNewAt: z.optional(z.iso.datetime()),
  meanGapMs: z.optional(z.number()),
  /** No request before this time: back-off, or what the publisher asked for. */
  notBefore: z.optional(z.iso.datetime()),
  /** As far as it is the publisher who asked (Retry-After). */
  askedUntil: z.optional(z.iso.datetime()),
})
export type Pace = z.infer<typeof Pace>

/** What a poll leaves behind for the next. Written last, and only when something in it changed. */
export const SourceState = z.object({
  /** Grows with every write: of two polls at once the second to finish is superseded. */
  version: z.int().check(z.nonnegative()),
  /** What the publisher gave us to ask with: its ETag and Last-Modified, and whose they are after a redirect. */
  validators: z.object({
    etag: z.optional(z.string()),
    lastModified: z.optional(z.string()),
    url: z.optional(z.string()),
  }),
  bodySha256: z.optional(z.string()),
  /** When the body was last asked for without validators: some servers answer 304 for ever. */
  readInFullAt: z.optional(z.iso.datetime()),
  /** Fingerprints of entries seen, newest first, 8 bytes each. */
  seen: z.instanceof(Uint8Array),
  pace: Pace,
  failures: z.int().check(z.nonnegative()),
  /** When it was found to be silent for longer than it ever is; until it brings something again. */
  silentAt: z.optional(z.iso.datetime()),
  health: SourceHealth,
})
export type SourceState = z.infer<typeof SourceState>

/** A source that was never polled. */
export const UNPOLLED: SourceState = {
  version: 0,
  validators: {},
  seen: new Uint8Array(),
  pace: {},
  failures: 0,
  health: { kind: 'healthy', since: '1970-01-01T00:00:00.000Z' },
}
