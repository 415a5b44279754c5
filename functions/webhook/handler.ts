import { BusEvent } from '../../shared/events.ts'
import { queueWorker, settleAll } from '../../shared/runtime/batch.ts'
import type { Clock } from '../../shared/runtime/clock.ts'
import type { Logger } from '../../shared/runtime/logger.ts'
import type { HiddenMessages } from '../../shared/store/hidden-messages.ts'
import type { Post } from '../../shared/web/post.ts'
import { signedHeaders } from '../../shared/web/webhook-signature.ts'
import { backOffSeconds } from './back-off.ts'

export type WebhookDeps = {
  url: string
  secret: () => Promise<string>
  post: Post
  hidden: HiddenMessages
  clock: Pick<Clock, 'nowMs'>
  chance: () => number
  logger: Logger
}

/**
 * Hands each event to the subscriber's server, signed. What it does not take with a 2xx comes back after a pause
 * that grows, until the queue moves it to the dead letters; the causes are in the log.
 */
export function makeHandler({ url, secret, post, hidden, clock, chance, logger }: WebhookDeps) {
  return queueWorker(BusEvent, logger, messages =>
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
