import type { LookupFunction } from 'node:net'
import { Agent } from 'undici'
import { ask, discard, type Question } from './ask.ts'
import { failed } from './failure.ts'
import type { FetchOutcome, Refused, Validators } from './fetch-outcome.ts'
import { headerOf, isFieldValue, validatorsFor } from './field-value.ts'
import { createConnector, type Dial } from './guarded-connector.ts'
import {
  followRedirect,
  isRedirect,
  locationUrl,
  requestUrl,
  startTrail,
  type Trail,
} from './redirect-trail.ts'
import { settle } from './settle.ts'
import { refusalOf } from './url-guard.ts'

export type FetcherOptions = {
  /** `name/version (+where to read about it)`. */
  userAgent?: string
  /** For a source on one's own machine: any address and port may be asked. */
  allowPrivateNetwork?: boolean
  /** From the call to the last byte, redirects included. */
  timeoutMs?: number
  /** Name, connection and TLS of one hop. */
  connectTimeoutMs?: number
  /** Of a body, as it travels and again decoded. */
  maxBytes?: number
  maxRedirects?: number
  lookup?: LookupFunction
  dial?: Dial
  nowMs?: () => number
}

/** `signal` is whoever asked giving up: it ends in a failure `aborted`, our own deadline in `timeout`. */
export type FetchCall = { accept?: string; signal?: AbortSignal }
export type Fetch = (url: string, validators?: Validators, call?: FetchCall) => Promise<FetchOutcome>

type Terms = Pick<Question, 'accept' | 'signal' | 'deadline' | 'validators'>

/**
 * Makes the only function that asks publishers for anything: one GET of `url`, conditional when it is given
 * validators. It never throws for what a server or a network does; the outcome's `kind` tells.
 *
 * Every hop of a redirect passes the same guard as the first (url-guard.ts, guarded-connector.ts). No cookies,
 * credentials or referrers are sent. Connections are kept per origin for a few seconds.
 * @throws TypeError from the maker when the user agent cannot stand in a header.
 */
export function createFetcher(options: FetcherOptions = {}): Fetch {
  const { userAgent = 'communique/0.1', allowPrivateNetwork = false, nowMs = Date.now } = options
  const {
    timeoutMs = 20_000,
    connectTimeoutMs = 5_000,
    maxBytes = 8 * 1024 * 1024,
    maxRedirects = 5,
  } = options
  if (!isFieldValue(userAgent)) throw new TypeError('The user agent cannot stand in a header.')
  const connect = createConnector({ ...options, allowPrivateNetwork, connectTimeoutMs })
  // Both timers off: they watch for pauses, and a byte a second never pauses. The deadline watches the whole.
  const agent = new Agent({ connect, headersTimeout: 0, bodyTimeout: 0 })

  const refuse = (url: URL): Refused | undefined => {
    const refusal = refusalOf(url, allowPrivateNetwork)
    return refusal && { kind: 'refused', ...refusal, url: url.href }
  }

  async function follow(trail: Trail, terms: Terms): Promise<FetchOutcome> {
    const url = trail.current
    const validators = validatorsFor(trail, terms.validators)
    const question = { ...terms, url, validators, userAgent }
    const answer = await ask(agent, question)
    if (answer.kind !== 'answer') return answer
    const status = answer.statusCode
    if (!isRedirect(status)) return settle(answer, question, trail, { maxBytes, nowMs: nowMs() })
    discard(answer)
    const target = locationUrl(headerOf(answer.headers, 'location'), url.href)
    if (!target) {
      return failed('invalid-redirect', 'its Location is no URL', { status, finalUrl: url.href })
    }
    const step = followRedirect(trail, status, target, maxRedirects)
    return refuse(target) ?? (step.kind === 'follow' ? follow(step.trail, terms) : step)
  }

  return async (address, validators = {}, { accept = '*/*', signal } = {}) => {
    const url = requestUrl(address)
    if (!url) return failed('invalid-url', 'the address is no URL')
    const deadline = AbortSignal.timeout(timeoutMs)
    const stop = signal ? AbortSignal.any([deadline, signal]) : deadline
    const terms = { accept, validators, deadline, signal: stop }
    return refuse(url) ?? follow(startTrail(url), terms)
  }
}
