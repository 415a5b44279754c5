import type { MemoryQueue } from '../support/memory-queue.ts'
import type { Chance } from './chance.ts'
import type { Diary } from './diary.ts'
import type { End } from './invocations.ts'
import type { Timeline } from './timeline.ts'

export type QueueTerms = { name: string; batch: number; workers: number; visibilityMs: number }
type Message = { id: string; body: string; visibleAtMs: number; receives: number }
export type QueueEventRecord = {
  messageId: string
  receiptHandle: string
  body: string
  attributes: { ApproximateReceiveCount: string }
}

export type QueueGround = {
  /** Anybody's text as a message. */
  put: (body: string) => void
  /** Takes what was sent into its care. */
  collect: () => void
  deadLetters: readonly { body: string }[]
  waiting: () => number
  /** Moves the dead letters back, as new messages: SQS counts their receives afresh. */
  redrive: () => void
}

const MAX_RECEIVES = 5

/** The failed messages of a partial batch response; undefined when it is none. */
export function failedIds(answer: unknown): string[] | undefined {
  if (typeof answer !== 'object' || answer === null || !('batchItemFailures' in answer)) return undefined
  const { batchItemFailures } = answer
  if (!Array.isArray(batchItemFailures)) return undefined
  return batchItemFailures.map(failure => String(failure.itemIdentifier))
}

/**
 * SQS and Lambda's poller of it: at least once, in no strict order, hidden for a while from other workers,
 * and after five receives with the dead letters.
 */
export function queueGround<Sent>(
  terms: QueueTerms,
  twin: MemoryQueue<Sent>,
  around: { timeline: Timeline; chance: Chance; diary: Diary },
  start: (records: QueueEventRecord[], ended: (end: End) => void) => Promise<void>,
): QueueGround {
  const { timeline, chance, diary } = around
  const deadLetters: Message[] = []
  let messages: Message[] = []
  let sent = 0
  let atWork = 0

  function add(body: string, delayMs: number): void {
    sent += 1
    const visibleAtMs = timeline.nowMs() + delayMs
    messages.push({ id: `${terms.name}-message-${sent}`, body, visibleAtMs, receives: 0 })
    timeline.at(visibleAtMs, deliver)
  }

  function receive(): Message[] {
    const visible = messages.filter(message => message.visibleAtMs <= timeline.nowMs())
    if (chance.strikes(`${terms.name} out of order`, 0.1)) visible.reverse()
    const received: Message[] = []
    for (const message of visible.slice(0, terms.batch)) {
      if (message.receives >= MAX_RECEIVES) {
        messages = messages.filter(other => other !== message)
        deadLetters.push(message)
        diary.note(terms.name, `${message.id} to the dead letters`)
        continue
      }
      message.receives += 1
      const twice = chance.strikes(`${terms.name} delivered twice`, 0.05)
      message.visibleAtMs = timeline.nowMs() + (twice ? 400 : terms.visibilityMs)
      timeline.at(message.visibleAtMs, deliver)
      received.push(message)
    }
    return received
  }

  async function deliver(): Promise<void> {
    if (atWork >= terms.workers) return
    const received = receive()
    if (received.length === 0) return
    atWork += 1
    const records = received.map(({ id, body, receives }) => ({
      messageId: id,
      receiptHandle: id,
      body,
      attributes: { ApproximateReceiveCount: String(receives) },
    }))
    await start(records, end => {
      atWork -= 1
      const failed =
        end.kind === 'answered' ? failedIds(end.answer) : records.map(({ messageId }) => messageId)
      if (failed === undefined) throw new Error(`${terms.name}: the function answered something else`)
      const done = records.filter(({ messageId }) => !failed.includes(messageId))
      messages = messages.filter(({ id }) => !done.some(({ messageId }) => messageId === id))
      timeline.at(timeline.nowMs(), deliver)
    })
  }

  return {
    deadLetters,
    put: body => add(body, 0),
    waiting: () => messages.length,
    collect: () => {
      for (const { body, delaySeconds } of twin.takeAll()) add(body, delaySeconds * 1_000)
    },
    redrive: () => {
      for (const { body } of deadLetters.splice(0)) add(body, 0)
    },
  }
}
