import { describe, expect, test } from 'vitest'
import { retryAfterMs } from '../../../shared/web/retry-after.ts'

const nowMs = Date.parse('2026-11-22T10:00:00Z')
const dayMs = 86_400_000

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['120', 120_000],
    ['86400', dayMs],
    ['316800', dayMs],
    ['9'.repeat(400), dayMs],
    ['Sun, 22 Nov 2026 10:01:30 GMT', 90_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['Fri, 22 Nov 2041 10:00:00 GMT', dayMs],
  ])('"%s" asks for %i ms, a day at most', (header, waitMs) => {
    expect(retryAfterMs(header, nowMs)).toBe(waitMs)
  })

  test.each([
    '',
    '-1',
    '1.5',
    '1e3',
    'soon',
    '5 apples',
    '120, 240',
    'Sun, 99 Nov 2026 10:00:00 GMT',
    'Sun, 22 Nov 2026 10:01:30',
    'Sunday, 22-Nov-26 10:01:30 GMT',
    '2026-11-22T10:01:30Z',
  ])('"%s" asks for nothing we understand', header => {
    expect(retryAfterMs(header, nowMs)).toBeUndefined()
  })

  test('is absent when the header is', () => expect(retryAfterMs(undefined, nowMs)).toBeUndefined())
})
