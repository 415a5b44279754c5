import * as z from 'zod/mini'

/** What a publisher gave us to ask with the next time; echoed byte for byte (RFC 9110 §13.1). */
export const Validators = z.object({
  etag: z.optional(z.string()),
  lastModified: z.optional(z.string()),
  /** Whose validators they are, when a redirect led there: another document's must never bring a 304 about. */
  url: z.optional(z.string()),
})
export type Validators = z.infer<typeof Validators>

/** The headers worth keeping, by lower-case name. */
export const keptHeaderNames = [
  'cache-control',
  'content-language',
  'content-location',
  'content-type',
  'date',
  'etag',
  'expires',
  'last-modified',
  'retry-after',
] as const
export type KeptHeaders = Partial<Record<(typeof keptHeaderNames)[number], string>>

export type RefusalReason = 'scheme' | 'userinfo' | 'port' | 'address'

/** Why nothing usable came, and whether the cause can pass by itself, so that asking again soon makes sense. */
export const transientByReason = {
  'invalid-url': false,
  'invalid-redirect': false,
  dns: true,
  connect: true,
  tls: false,
  timeout: true,
  aborted: true,
  reset: true,
  malformed: false,
  truncated: true,
  'too-large': false,
  encoding: false,
  /** A 304 although the request asked for no comparison: there is nothing it could mean. */
  'unasked-304': true,
  'http-2xx': false,
  'http-3xx': false,
  'http-404': false,
  'http-4xx': false,
  'http-5xx': true,
} as const
export type FailureReason = keyof typeof transientByReason

/** Where the answer came from. `movedTo` is set only when every redirect on the way was permanent (301, 308). */
type Origin = { finalUrl: string; movedTo?: string }

export type Fetched = Origin & {
  kind: 'fetched'
  status: number
  /** The whole body, its content coding undone. */
  bytes: Uint8Array
  headers: KeptHeaders
  contentType?: string
  validators: Validators
}
/** `validators` are the ones to ask with next: those sent, renewed by what the 304 says (RFC 9111 §4.3.4). */
export type NotModified = Origin & {
  kind: 'not-modified'
  status: 304
  headers: KeptHeaders
  validators: Validators
}
export type Gone = Origin & { kind: 'gone'; status: 410 }
/** A redirect that was not followed. */
export type Moved = {
  kind: 'moved'
  status: number
  to: string
  reason: 'downgrade' | 'loop' | 'too-many'
  finalUrl: string
}
export type RateLimited = Origin & { kind: 'rate-limited'; status: 429 | 503; retryAfterMs?: number }
export type Blocked = Origin & {
  kind: 'blocked'
  status: number
  reason: 'unauthorized' | 'forbidden' | 'legal' | 'challenge'
}
/** Our own no: the request, or the next hop of it, was never made. */
export type Refused = { kind: 'refused'; reason: RefusalReason; detail: string; url: string }
export type Failed = {
  kind: 'failed'
  reason: FailureReason
  /** For a person to read; holds no more of an address than its host. */
  detail: string
  transient: boolean
  status?: number
  finalUrl?: string
}

export type FetchOutcome = Fetched | NotModified | Gone | Moved | RateLimited | Blocked | Refused | Failed
