const dayMs = 24 * 60 * 60 * 1000
const imfFixdate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * How long a server asks us to stay away, in milliseconds: seconds or a date in a Retry-After header
 * (RFC 9110 §10.2.3), a past date being 0. At most 24 hours: 88 hours have been seen from a feed that was well
 * again within one. Undefined for anything else, obsolete date forms among it.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\d+$/.test(header)) return Math.min(Number(header) * 1000, dayMs)
  // Date.parse alone reads "5 apples" as a day in May.
  const atMs = imfFixdate.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(atMs) ? undefined : Math.min(Math.max(atMs - nowMs, 0), dayMs)
}
