import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { cursorAt, cursorOf } from '../../../functions/query/cursor.ts'

const place = '2026-11-21T09:00:00.000Z#kq3vn5xw2hbt7rjc4ymsd6pzfeagulio#12'

test('a cursor leads back to its place', () => {
  expect(z.parse(cursorOf('articles'), cursorAt('articles', place))).toBe(place)
  expect(z.parse(cursorOf('changes'), cursorAt('changes', place))).toBe(place)
})

test('the beginning of the changes is a place before every other', () => {
  expect(z.parse(cursorOf('changes'), cursorAt('changes')) < place).toBe(true)
})

test.each([
  ['of the other list', cursorAt('changes', place)],
  ['of the beginning, which has no articles before it', cursorAt('articles')],
  ['that is only a place', Buffer.from(place).toString('base64url')],
  ['with more behind it', cursorAt('articles', `${place} `.repeat(2))],
  ['whose place is no place', cursorAt('articles', "2026' OR 1=1")],
  ['whose revision is zero', cursorAt('articles', place.replace('#12', '#0'))],
  ['in another alphabet', `${cursorAt('articles', place)}+/=`],
  ['of a list that is none', Buffer.from(`somelist ${place}`).toString('base64url')],
  ['of nothing', 'AAAA'],
])('a forged cursor is refused: one %s', (_what, forged) => {
  expect(z.safeParse(cursorOf('articles'), forged).success).toBe(false)
})
