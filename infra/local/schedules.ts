import { declaredSchedules } from './declared.ts'
import type { InvocationOutcome } from './environment-process.ts'
import type { Functions } from './functions.ts'
import type { Gate } from './gate.ts'
import type { Lookup } from './intrinsics.ts'
import { scheduledInput, startSchedule } from './schedule-pump.ts'
import type { Resource } from './template.ts'

export type Schedules = {
  start: () => void
  /** Fires every schedule once, now, telling plan to take every source whatever its cadence. */
  fireForEverySource: () => Promise<InvocationOutcome[]>
  stop: () => void
}

/** The template's schedules with the functions that they call. */
export function makeSchedules(given: {
  template: ReadonlyMap<string, Resource>
  lookup: Lookup
  functions: Functions
  gate: Gate
  complain: (complaint: string) => void
}): Schedules {
  const { template, lookup, functions, gate, complain } = given
  const clocks: { stop: () => void }[] = []
  const schedules = declaredSchedules(template, lookup).map(schedule => ({
    schedule,
    pool: functions.of(schedule.functionArn),
  }))
  return {
    start: () => {
      for (const { schedule, pool } of schedules) {
        const invoke = async (event: unknown) => {
          const outcome = await pool.invoke(event)
          if (outcome.kind === 'failed') complain(`${pool.name}: ${outcome.reason}`)
        }
        clocks.push(startSchedule(schedule, invoke, gate))
      }
    },
    fireForEverySource: () =>
      Promise.all(
        schedules.map(({ schedule, pool }) =>
          pool.invoke(withEverySource(scheduledInput(schedule.input, Date.now()))),
        ),
      ),
    stop: () => {
      for (const clock of clocks) clock.stop()
    },
  }
}

function withEverySource(input: unknown): unknown {
  return typeof input === 'object' ? { ...input, everySource: true } : input
}
