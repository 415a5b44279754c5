import { expect, test } from 'vitest'
import { readPattern } from '../../../infra/local/event-pattern.ts'

const event = {
  source: 'communique',
  'detail-type': 'Article Published',
  detail: {
    data: {
      language: 'hy',
      tags: ['cabinet', 'water'],
      wordCount: 312,
      country: 'AM',
      kept: null,
      draft: false,
    },
  },
}
const matches = (pattern: unknown) => readPattern(pattern)(event)
const inData = (data: unknown) => ({ detail: { data } })

test.each<[string, unknown]>([
  ['an exact value', { source: ['communique'] }],
  ['one of several values', { source: ['other', 'communique'] }],
  ['a number, a boolean and null', inData({ wordCount: [312], draft: [false], kept: [null] })],
  ['any element of a list', inData({ tags: ['water'] })],
  ['a beginning', { 'detail-type': [{ prefix: 'Article ' }] }],
  ['a beginning whatever its case', { 'detail-type': [{ prefix: { 'equals-ignore-case': 'ARTICLE' } }] }],
  ['an end', { 'detail-type': [{ suffix: 'Published' }] }],
  ['a value whatever its case', inData({ country: [{ 'equals-ignore-case': 'am' }] })],
  ['anything but a value', inData({ language: [{ 'anything-but': 'en' }] })],
  ['anything but some values', inData({ language: [{ 'anything-but': ['en', 'fr'] }] })],
  ['anything but a beginning', { 'detail-type': [{ 'anything-but': { prefix: 'Source' } }] }],
  ['a wildcard', { 'detail-type': [{ wildcard: 'Art*le*shed' }] }],
  ['a field that is there', inData({ language: [{ exists: true }] })],
  ['a field that is not there', inData({ duplicateOf: [{ exists: false }] })],
  ['a number within bounds', inData({ wordCount: [{ numeric: ['>', 300, '<=', 312] }] })],
  ['either of two patterns', { $or: [{ source: ['other'] }, inData({ country: ['AM'] })] }],
])('matches %s', (_, pattern) => {
  expect(matches(pattern)).toBe(true)
})

test.each<[string, unknown]>([
  ['another value', { source: ['other'] }],
  ['one field of two', { source: ['communique'], 'detail-type': ['Article Updated'] }],
  ['text for a number', inData({ wordCount: ['312'] })],
  ['a field below a value', { source: { name: ['communique'] } }],
  ['anything but one of several', inData({ language: [{ 'anything-but': ['en', 'hy'] }] })],
  ['anything but a value where there is none', inData({ region: [{ 'anything-but': 'x' }] })],
  ['a wildcard whose pieces overlap', inData({ country: [{ wildcard: 'AM*M' }] })],
  ['a number out of bounds', inData({ wordCount: [{ numeric: ['>', 312] }] })],
  ['an inner node as a field that is there', { detail: { data: [{ exists: true }] } }],
  ['neither of two patterns', { $or: [{ source: ['a'] }, { source: ['b'] }] }],
])('does not match %s', (_, pattern) => {
  expect(matches(pattern)).toBe(false)
})

test.each<unknown>([
  { source: [{ cidr: '10.0.0.0/8' }] },
  { source: 'communique' },
  { source: [{ prefix: 'a', suffix: 'b' }] },
  { source: [{ prefix: 5 }] },
  { source: [{ numeric: ['>'] }] },
  { $or: 'x' },
  ['x'],
])('refuses %j when it is read, not when an event comes', pattern => {
  expect(() => readPattern(pattern)).toThrow()
})
