import { Agent } from 'undici'
import { AddressRefused, createConnector } from './guarded-connector.ts'
import { refusalOf } from './url-guard.ts'

/** Any 2xx is a delivery; everything else is not, with the reason in words. */
export type PostOutcome = { kind: 'delivered' } | { kind: 'undelivered'; reason: string }
export type Post = (url: string, headers: Record<string, string>, body: string) => Promise<PostOutcome>

/**
 * Makes the function that hands messages to subscribers' servers: one POST, no redirect followed, over https to
 * public addresses only. With `allowPrivateNetwork` (a receiver on one's own machine) anything goes. It does not
 * throw for what a server or a network does.
 */
export function createPoster(options: {
  userAgent: string
  allowPrivateNetwork: boolean
  /** From the call to the last header of the answer; its body is not read. */
  timeoutMs: number
}): Post {
  const { userAgent, allowPrivateNetwork, timeoutMs } = options
  const connect = createConnector({ allowPrivateNetwork, connectTimeoutMs: Math.min(5_000, timeoutMs) })
  const agent = new Agent({ connect, headersTimeout: 0, bodyTimeout: 0 })
  return async (address, headers, body) => {
    const url = new URL(address)
    const refusal = refusalOf(url, allowPrivateNetwork)
    if (refusal !== undefined) return { kind: 'undelivered', reason: refusal.detail }
    if (url.protocol !== 'https:' && !allowPrivateNetwork)
      return { kind: 'undelivered', reason: `${url.protocol} is not https:` }
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const answer = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'POST',
        headers: { ...headers, 'user-agent': userAgent },
        body,
        signal,
      })
      // What the receiver says beyond its status is for nobody, and might never end.
      answer.body.on('error', () => {})
      answer.body.destroy()
      const isDelivered = answer.statusCode >= 200 && answer.statusCode < 300
      return isDelivered
        ? { kind: 'delivered' }
        : { kind: 'undelivered', reason: `http-${answer.statusCode}` }
    } catch (error) {
      if (error instanceof AddressRefused) return { kind: 'undelivered', reason: error.message }
      if (signal.aborted) return { kind: 'undelivered', reason: `no answer within ${timeoutMs / 1000} s` }
      return { kind: 'undelivered', reason: error instanceof Error ? error.message : String(error) }
    }
  }
}
