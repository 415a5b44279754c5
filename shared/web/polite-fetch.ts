import type { Clock } from '../runtime/clock.ts'
import type { Source } from '../source.ts'
import { createFetcher, type Fetch, type FetchCall } from './fetch.ts'
import type { FetchOutcome, RateLimited, Validators } from './fetch-outcome.ts'
import { createHostQueue } from './host-queue.ts'

/** Between two requests to one public host. One's own machine is not spared. */
const GAP_MS = 1_000
/** As many hosts as one poll has sources: none waits for another's slow server. */
const CONCURRENT_HOSTS = 50
/** The rest of a host that says 429 or 503 without saying for how long. */
const UNSTATED_REST_MS = 60_000

export type Fetchers = { guarded: Fetch; unguarded: Fetch }

export type PoliteFetch = (
  source: Pick<Source, 'allowPrivateNetwork'>,
  url: string,
  validators: Validators,
  call: FetchCall,
) => Promise<FetchOutcome>

/** The two ways to ask: public addresses only, and any, for sources on one's own machine. */
export function fetchersAs(userAgent: string): Fetchers {
  return {
    guarded: createFetcher({ userAgent }),
    unguarded: createFetcher({ userAgent, allowPrivateNetwork: true }),
  }
}

/**
 * The one way to a publisher: one request at a time to a host with a pause after it, and none while the host
 * asked for rest (429, 503; Retry-After counts for the whole host). A source on one's own machine
 * (`allowPrivateNetwork`) is asked without guard and pause.
 */
export function politeFetch({ guarded, unguarded }: Fetchers, clock: Clock): PoliteFetch {
  const { nowMs: now, sleep } = clock
  const publicHosts = createHostQueue({ gapMs: GAP_MS, concurrency: CONCURRENT_HOSTS, now, sleep })
  const ownHosts = createHostQueue({ gapMs: 0, concurrency: CONCURRENT_HOSTS, now, sleep })
  const restUntilMs = new Map<string, number>()

  function stillResting(url: string): RateLimited | undefined {
    const retryAfterMs = (restUntilMs.get(hostOf(url)) ?? 0) - now()
    return retryAfterMs > 0 ? { kind: 'rate-limited', status: 429, retryAfterMs, finalUrl: url } : undefined
  }

  async function ask(
    fetch: Fetch,
    url: string,
    validators: Validators,
    call: FetchCall,
  ): Promise<FetchOutcome> {
    const resting = stillResting(url)
    if (resting !== undefined) return resting
    const outcome = await fetch(url, validators, call)
    if (outcome.kind === 'rate-limited') {
      restUntilMs.set(hostOf(url), now() + (outcome.retryAfterMs ?? UNSTATED_REST_MS))
    }
    return outcome
  }

  return (source, url, validators, call) =>
    source.allowPrivateNetwork
      ? ownHosts.run(url, () => ask(unguarded, url, validators, call))
      : publicHosts.run(url, () => ask(guarded, url, validators, call))
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url
}
