import type { Clock } from '../runtime/clock.ts'
import type { Source } from '../source.ts'
import { createFetcher, type FetchCall } from './fetch.ts'
import type { FetchOutcome, Validators } from './fetch-outcome.ts'
import { createHostQueue } from './host-queue.ts'

/** Between two requests to one public host. One's own machine is not spared. */
const GAP_MS = 1_000
/** As many hosts as one poll has sources: none waits for another's slow server. */
const CONCURRENT_HOSTS = 50

export type PoliteFetch = (
  source: Pick<Source, 'allowPrivateNetwork'>,
  url: string,
  validators: Validators,
  call: FetchCall,
) => Promise<FetchOutcome>

/**
 * The one way to a publisher: guarded, and one request at a time to a host with a pause after it. A source on
 * one's own machine (`allowPrivateNetwork`) is asked without guard and pause.
 */
export function politeFetch({ userAgent, clock }: { userAgent: string; clock: Clock }): PoliteFetch {
  const { nowMs: now, sleep } = clock
  const guarded = createFetcher({ userAgent })
  const unguarded = createFetcher({ userAgent, allowPrivateNetwork: true })
  const publicHosts = createHostQueue({ gapMs: GAP_MS, concurrency: CONCURRENT_HOSTS, now, sleep })
  const ownHosts = createHostQueue({ gapMs: 0, concurrency: CONCURRENT_HOSTS, now, sleep })
  return (source, url, validators, call) =>
    source.allowPrivateNetwork
      ? ownHosts.run(url, () => unguarded(url, validators, call))
      : publicHosts.run(url, () => guarded(url, validators, call))
}
