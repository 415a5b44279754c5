import { expect, test, vi } from 'vitest'
import { openGate } from '../../../infra/local/gate.ts'
import { rateMs, scheduledInput, startSchedule } from '../../../infra/local/schedule-pump.ts'

test.each([
  ['rate(1 minute)', 60_000],
  ['rate(5 minutes)', 300_000],
  ['rate(1 hour)', 3_600_000],
  ['rate(2 days)', 172_800_000],
])('%s is %d milliseconds', (expression, everyMs) => {
  expect(rateMs(expression)).toBe(everyMs)
})

test.each(['cron(0 12 * * ? *)', 'rate(0 minutes)', 'at(2026-01-01T00:00:00)', 'rate(1 week)'])(
  'refuses %s',
  expression => {
    expect(() => rateMs(expression)).toThrow('does not understand the schedule')
  },
)

test('puts the tick’s own minute into the input', () => {
  const input = '{"scheduledAt":"<aws.scheduler.scheduled-time>"}'
  expect(scheduledInput(input, Date.UTC(2026, 10, 21, 10, 7))).toEqual({
    scheduledAt: '2026-11-21T10:07:00Z',
  })
})

test('ticks at once for the minute under way, then on every whole minute, and not while the gate is shut', async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 10, 7, 42) })
  const ticks: unknown[] = []
  const gate = openGate()
  const schedule = {
    expression: 'rate(1 minute)',
    functionArn: 'f',
    input: '"<aws.scheduler.scheduled-time>"',
  }
  const clock = startSchedule(schedule, async event => ticks.push(event), gate)
  await vi.advanceTimersByTimeAsync(18_000)
  gate.shut()
  await vi.advanceTimersByTimeAsync(60_000)
  gate.open()
  await vi.advanceTimersByTimeAsync(60_000)
  clock.stop()
  await vi.advanceTimersByTimeAsync(120_000)
  vi.useRealTimers()
  expect(ticks).toEqual(['2026-11-21T10:07:00Z', '2026-11-21T10:08:00Z', '2026-11-21T10:10:00Z'])
})
