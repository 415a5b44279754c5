import type { SourceState } from '../../shared/source-state.ts'
import type { Diary } from './diary.ts'
import type { Timeline } from './timeline.ts'

/** What can go wrong with one effect. `in part`: some of a batch is done and the rest is refused. */
export type Mishap = 'crash before' | 'crash after' | 'answer lost' | 'throttled' | 'in part'
export type Effect = { name: string; about: string; isWrite: boolean }

export type Weather = {
  mishapOf: (effect: Effect) => Mishap | undefined
  latencyMs: (effect: Effect) => number
  /** How far this invocation's clock is off. */
  skewMs: (invocation: string) => number
}

export type End =
  | { kind: 'answered'; answer: unknown }
  | { kind: 'threw'; cause: unknown }
  | { kind: 'died'; why: string }

/** One run of a function: a process of its own, with its own clock, that can end at any moment. */
export type Invocation = {
  name: string
  nowMs: () => number
  remainingMs: () => number
  /** The states that it has read, by source; undefined for a source never polled. */
  statesRead: Map<string, SourceState | undefined>
  /**
   * Does something to the world outside, when its time comes. `inPart` does some of it and answers or throws
   * as the real client would.
   */
  effect: <Value>(
    effect: Effect,
    apply: () => Promise<Value>,
    inPart?: () => Promise<Value>,
  ) => Promise<Value>
  /** Waits without an effect. */
  pause: (durationMs: number) => Promise<void>
}

const turnOfTheLoop = () => new Promise<void>(resolve => setImmediate(resolve))

/** Starts invocations whose effects happen one after the other on the timeline, and lets weather befall them. */
export function invocationsOn(timeline: Timeline, diary: Diary, weather: Weather) {
  const counts = new Map<string, number>()

  return async function invoke(
    of: { name: string; timeoutMs: number },
    run: (invocation: Invocation) => Promise<unknown>,
    ended: (end: End) => void,
  ): Promise<void> {
    const count = (counts.get(of.name) ?? 0) + 1
    counts.set(of.name, count)
    const name = `${of.name}-${count}`
    const deadlineMs = timeline.nowMs() + of.timeoutMs
    const skewMs = weather.skewMs(name)
    let waiting = 0
    let isOver = false

    const end = (how: End) => {
      if (isOver) return
      isOver = true
      diary.note(name, how.kind === 'died' ? how.why : how.kind === 'threw' ? `threw ${how.cause}` : 'done')
      ended(how)
    }

    /**
     * Until the invocation waits for the world again. One turn of the loop ends all that needs no thread;
     * compressing a pack does, and then nothing else of the invocation goes on.
     */
    const settled = async () => {
      do await turnOfTheLoop()
      while (!isOver && waiting === 0)
    }

    const resumeAt = <Value>(timeMs: number, happen: () => Promise<Value>): Promise<Value> => {
      if (isOver) return new Promise(() => {})
      waiting += 1
      return new Promise((resolve, reject) => {
        timeline.at(timeMs, async () => {
          if (isOver) return
          const outcome = await happen().then(
            value => () => resolve(value),
            cause => () => reject(cause),
          )
          if (isOver) return
          waiting -= 1
          outcome()
          await settled()
        })
      })
    }

    const invocation: Invocation = {
      name,
      nowMs: () => timeline.nowMs() + skewMs,
      remainingMs: () => deadlineMs - timeline.nowMs(),
      statesRead: new Map(),
      pause: durationMs => resumeAt(timeline.nowMs() + durationMs, async () => {}),
      effect: (effect, apply, inPart) =>
        resumeAt(timeline.nowMs() + weather.latencyMs(effect), async () => {
          const mishap = weather.mishapOf(effect)
          diary.note(name, `${effect.name} ${effect.about}${mishap === undefined ? '' : ` — ${mishap}`}`)
          if (mishap === 'throttled') throw new Error('ThrottlingException')
          if (mishap === 'crash before') {
            end({ kind: 'died', why: 'crashed' })
            throw new Error('nobody hears this')
          }
          if (mishap === 'in part' && inPart !== undefined) return await inPart()
          const value = await apply()
          if (mishap === 'crash after') end({ kind: 'died', why: 'crashed' })
          if (mishap === 'answer lost') throw new Error('ECONNRESET: the answer was lost')
          return value
        }),
    }

    timeline.at(deadlineMs, async () => end({ kind: 'died', why: 'timed out' }))
    diary.note(name, 'starts')
    run(invocation).then(
      answer => end({ kind: 'answered', answer }),
      cause => end({ kind: 'threw', cause }),
    )
    await settled()
  }
}
