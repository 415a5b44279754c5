import { expect, test } from 'vitest'
import { isoTime, systemClock } from '../../../shared/runtime/clock.ts'
import { fixedClock } from '../../support/fixed-clock.ts'

test('a time is told in UTC with milliseconds, whose texts sort as the times do', () => {
  expect(isoTime(0)).toBe('1970-01-01T00:00:00.000Z')
  expect(isoTime(Date.UTC(2026, 10, 21, 9, 0, 0, 7))).toBe('2026-11-21T09:00:00.007Z')
})

test('a pause of the system clock lasts at least as long as asked for', async () => {
  const startMs = performance.now()
  await systemClock.sleep(20)
  // Timers are kept to whole milliseconds.
  expect(performance.now() - startMs).toBeGreaterThanOrEqual(19)
})

test('a clock that a test holds moves by its pauses, those begun together as one', async () => {
  const clock = fixedClock('2026-11-21T09:00:00.000Z')
  await Promise.all([clock.sleep(3_000), clock.sleep(5_000), clock.sleep(1_000)])
  expect(isoTime(clock.nowMs())).toBe('2026-11-21T09:00:05.000Z')
  clock.advance(1_000)
  expect(isoTime(clock.nowMs())).toBe('2026-11-21T09:00:06.000Z')
})
