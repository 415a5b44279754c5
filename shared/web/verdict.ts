import { failed } from './failure.ts'
import type { Blocked, Failed, Gone, RateLimited } from './fetch-outcome.ts'
import { headerOf, type WireHeaders } from './field-value.ts'
import { retryAfterMs } from './retry-after.ts'

type Origin = { finalUrl: string; movedTo?: string }

const blockedReasons: Partial<Record<number, Blocked['reason']>> = {
  401: 'unauthorized',
  403: 'forbidden',
  451: 'legal',
}

/**
 * Whether a bot wall answered in place of the publisher. Cloudflare marks its page (status 403, 429 or 503) with
 * cf-mitigated; AWS WAF answers 202 (challenge) or 405 (captcha) and names the action.
 */
function isChallenge(headers: WireHeaders): boolean {
  return (
    headerOf(headers, 'cf-mitigated') !== undefined || headerOf(headers, 'x-amzn-waf-action') !== undefined
  )
}

function httpFailure(status: number, finalUrl: string): Failed {
  const more = { status, finalUrl }
  const detail = `the server answered ${status}`
  if (status === 404) return failed('http-404', detail, more)
  if (status < 300) return failed('http-2xx', detail, more)
  if (status < 400) return failed('http-3xx', detail, more)
  if (status < 500) return failed('http-4xx', detail, more)
  return failed('http-5xx', detail, more)
}

/**
 * What a final answer means by its status and headers alone: a body to read, nothing new, or an outcome.
 * 204, 206 and other successes that carry no whole document count as failures.
 */
export function verdictOf(
  status: number,
  headers: WireHeaders,
  origin: Origin,
  nowMs: number,
): { kind: 'body' } | { kind: 'unchanged' } | Gone | RateLimited | Blocked | Failed {
  if (isChallenge(headers)) return { kind: 'blocked', status, reason: 'challenge', ...origin }
  if (status === 200 || status === 203) return { kind: 'body' }
  if (status === 304) return { kind: 'unchanged' }
  if (status === 410) return { kind: 'gone', status, ...origin }
  if (status === 429 || status === 503) {
    const waitMs = retryAfterMs(headerOf(headers, 'retry-after'), nowMs)
    return { kind: 'rate-limited', status, ...(waitMs !== undefined && { retryAfterMs: waitMs }), ...origin }
  }
  const reason = blockedReasons[status]
  if (reason) return { kind: 'blocked', status, reason, ...origin }
  return httpFailure(status, origin.finalUrl)
}
