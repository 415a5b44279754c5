import { BusEvent } from '../../shared/events.ts'
import { queueWorker, settleAll, type WorkerDeps } from '../../shared/runtime/batch.ts'
import type { HiddenMessages } from '../../shared/store/hidden-messages.ts'
import type { Post } from '../../shared/web/post.ts'
import { signedHeaders } from '../../shared/web/webhook-signature.ts'
import { backOffSeconds } from './back-off.ts'

export type WebhookDeps = WorkerDeps & {
  url: string
  secret: () => Promise<string>
  post: Post
  hidden: HiddenMessages
  chance: () => number
}

/**
 * Hands each event to the subscriber's server, signed. What it does not take with a 2xx comes back after a pause
 * that grows; after its last try it lies with the dead letters, its cause beside it.
 */
export function makeHandler(deps: WebhookDeps) {
  const { url, secret, post, hidden, clock, chance } = deps
  return queueWorker(BusEvent, deps, messages =>
    settleAll(messages, async ({ message: { detail }, receiptHandle, receiveCount }) => {
      const body = JSON.stringify(detail)
      const signed = signedHeaders({ id: detail.id, body, atMs: clock.nowMs(), secret: await secret() })
      const type = { 'content-type': 'application/cloudevents+json; charset=utf-8' }
      const outcome = await post(url, { ...type, ...signed }, body)
      if (outcome.kind === 'delivered') return
      await hidden.hide(receiptHandle, backOffSeconds(receiveCount, chance()))
      throw new Error(`${detail.id} was not delivered: ${outcome.reason}`)
    }),
  )
}
