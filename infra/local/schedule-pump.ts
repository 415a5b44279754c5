import type { DeclaredSchedule } from './declared.ts'
import type { Gate } from './gate.ts'
import { TemplateFault } from './intrinsics.ts'

const unitsMs = new Map([
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
])

/**
 * Milliseconds between two ticks of a schedule such as `rate(1 minute)`.
 * @throws TemplateFault for cron and at, which nothing here uses
 */
export function rateMs(expression: string): number {
  const [, count, unit] = /^rate\((\d{1,5}) (minute|hour|day)s?\)$/.exec(expression) ?? []
  const unitMs = unitsMs.get(unit ?? '')
  if (unitMs === undefined || Number(count) < 1)
    throw new TemplateFault(`this machine does not understand the schedule ${expression}`)
  return Number(count) * unitMs
}

/** What a target is handed: the template's input with the tick's own time (ISO 8601, whole minutes) put in. */
export function scheduledInput(input: string, timeMs: number): unknown {
  const time = new Date(timeMs).toISOString().replace('.000Z', 'Z')
  return JSON.parse(input.replaceAll('<aws.scheduler.scheduled-time>', time))
}

/**
 * Ticks on whole minutes, and once at the start for the minute that is under way, so that nobody waits for the
 * next one. A tick that fails is not repeated: the next minute makes up for it.
 */
export function startSchedule(
  schedule: DeclaredSchedule,
  invoke: (event: unknown) => Promise<unknown>,
  gate: Gate,
): { stop: () => void } {
  const everyMs = rateMs(schedule.expression)
  let timer: NodeJS.Timeout
  tick()

  function tick(): void {
    const nowMs = Date.now()
    const dueMs = nowMs - (nowMs % everyMs)
    if (gate.isOpen()) void invoke(scheduledInput(schedule.input, dueMs))
    timer = setTimeout(tick, dueMs + everyMs - nowMs)
  }
  return { stop: () => clearTimeout(timer) }
}
