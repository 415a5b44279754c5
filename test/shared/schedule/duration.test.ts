import { expect, test } from 'vitest'
import { Duration, durationMs } from '../../../shared/schedule/duration.ts'

test('minutes, hours and days become milliseconds', () => {
  expect(durationMs('1m')).toBe(60_000)
  expect(durationMs('90m')).toBe(durationMs('60m') + durationMs('30m'))
  expect(durationMs('6h')).toBe(21_600_000)
  expect(durationMs('1d')).toBe(durationMs('24h'))
})

test.each(['', '5', 'm', '0m', '05m', '1.5h', '-1h', '30s', '1w', '1h30m', ' 5m', '5m\n', '99999d', '5M'])(
  '%j is no duration',
  text => {
    expect(Duration.safeParse(text).success).toBe(false)
  },
)

test('asking for the length of what is no duration is an error that names it', () => {
  expect(() => durationMs('soon')).toThrow('"soon"')
  expect(() => durationMs('0m')).toThrow(RangeError)
})
