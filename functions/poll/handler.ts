import { PollMessage } from '../../shared/messages.ts'
import { queueWorker, settleAll, type WorkerDeps } from '../../shared/runtime/batch.ts'
import type { Sources } from '../../shared/store/sources.ts'
import { type PollSourceDeps, pollSource } from './poll-source.ts'

export type PollDeps = PollSourceDeps & WorkerDeps & { sources: Pick<Sources, 'read' | 'saveState'> }

/** Left for saving states after the last source has answered or was given up. */
const MARGIN_MS = 15_000

/**
 * Fetches the sources of each message at once, under one deadline. One source's failure is its own: the others
 * are polled and saved all the same, and the message comes back for those that a surprise stopped.
 */
export function makeHandler(deps: PollDeps) {
  return queueWorker(PollMessage, deps, (messages, deadline) =>
    settleAll(messages, async ({ message }) => {
      const signal = AbortSignal.timeout(Math.max(deadline.remainingMs() - MARGIN_MS, 1_000))
      const known = await deps.sources.read(message.sourceIds)
      const polled = await settleAll(known, source =>
        pollSource(source, deps, { signal, onRequest: message.onRequest }),
      )
      for (const end of polled) if (end.kind === 'done') deps.logger.progress(end.value)
      const failures = polled.flatMap(end => (end.kind === 'failed' ? [end] : []))
      if (failures.length > 0) {
        const ids = failures.map(failure => failure.item.source.id).join(', ')
        const causes = failures.map(failure => failure.cause)
        throw new Error(`could not poll ${ids}`, { cause: new AggregateError(causes, String(causes[0])) })
      }
    }),
  )
}
