import type { Moved } from './fetch-outcome.ts'

/** The way a request has gone so far: the URL asked now, and every one asked, that one included. */
export type Trail = { requested: string; current: URL; asked: readonly string[]; permanent: boolean }

const redirectStatuses = [301, 302, 303, 307, 308]

/** Whether a status sends the client elsewhere (RFC 9110 §15.4). */
export function isRedirect(status: number): boolean {
  return redirectStatuses.includes(status)
}

/** A URL as it is asked: normalised, without its fragment. Undefined when it is none. */
export function requestUrl(url: string, base?: string): URL | undefined {
  const parsed = URL.parse(url, base)
  if (parsed) parsed.hash = ''
  return parsed ?? undefined
}

/**
 * Where a Location header leads from `base`. Its bytes come as latin1, while servers do write UTF-8 there
 * unescaped, in Cyrillic or Armenian addresses for instance.
 */
export function locationUrl(header: string | undefined, base: string): URL | undefined {
  return header === undefined ? undefined : requestUrl(Buffer.from(header, 'latin1').toString('utf8'), base)
}

/** A trail's beginning. */
export function startTrail(url: URL): Trail {
  return { requested: url.href, current: url, asked: [url.href], permanent: true }
}

/** The trail one hop on, or why it ends here: a URL already asked, from https back to http, one hop too many. */
export function followRedirect(
  trail: Trail,
  status: number,
  target: URL,
  maxRedirects: number,
): { kind: 'follow'; trail: Trail } | Moved {
  const { requested, current, asked } = trail
  const to = target.href
  const moved = (reason: Moved['reason']): Moved => ({
    kind: 'moved',
    status,
    to,
    reason,
    finalUrl: current.href,
  })
  if (asked.includes(to)) return moved('loop')
  if (current.protocol === 'https:' && target.protocol === 'http:') return moved('downgrade')
  if (asked.length > maxRedirects) return moved('too-many')
  const permanent = trail.permanent && (status === 301 || status === 308)
  return { kind: 'follow', trail: { requested, current: target, asked: [...asked, to], permanent } }
}

/** Where the answer at the end of a trail came from. */
export function originOf({ current, asked, permanent }: Trail): { finalUrl: string; movedTo?: string } {
  const finalUrl = current.href
  return asked.length > 1 && permanent ? { finalUrl, movedTo: finalUrl } : { finalUrl }
}
