import { describe, expect, test } from 'vitest'
import { answer } from '../../../infra/sample-publisher/answer.ts'

const page = (body: string) => ({ contentType: 'text/html', body, changedAt: '2026-11-18T10:00:00+01:00' })
const pages = new Map([['/', page('news')]])
const get = (headers: { ifNoneMatch?: string; ifModifiedSince?: string } = {}) =>
  answer({ method: 'GET', path: '/', ...headers }, pages)

const { etag = '', 'last-modified': lastModified = '' } = get().headers

describe('a page that has not changed', () => {
  test.each([
    ['its entity tag', { ifNoneMatch: etag }],
    ['a weak tag', { ifNoneMatch: `W/${etag}` }],
    ['a list of tags', { ifNoneMatch: `"other", ${etag}` }],
    ['any tag', { ifNoneMatch: '*' }],
    ['its date', { ifModifiedSince: lastModified }],
    ['a later date', { ifModifiedSince: 'Thu, 19 Nov 2026 09:00:00 GMT' }],
  ])('is not sent again to one who shows %s', (_, headers) => {
    expect(get(headers)).toEqual({ status: 304, headers: expect.objectContaining({ etag }), body: '' })
  })
})

describe('a page is sent', () => {
  test.each([
    ['nothing', {}],
    ['another tag', { ifNoneMatch: '"other"' }],
    ['another tag, whatever the date', { ifNoneMatch: '"other"', ifModifiedSince: lastModified }],
    ['an earlier date', { ifModifiedSince: 'Wed, 18 Nov 2026 08:59:59 GMT' }],
    ['a date that is none', { ifModifiedSince: 'yesterday' }],
  ])('to one who shows %s', (_, headers) => {
    expect(get(headers)).toMatchObject({ status: 200, body: 'news' })
  })
})

test('the tag changes with the body and the date is GMT', () => {
  expect(answer({ method: 'GET', path: '/' }, new Map([['/', page('other')]])).headers.etag).not.toBe(etag)
  expect(lastModified).toBe('Wed, 18 Nov 2026 09:00:00 GMT')
})

test('an unknown path is 404, and nothing but reading is allowed', () => {
  expect(answer({ method: 'GET', path: '/none' }, pages).status).toBe(404)
  expect(answer({ method: 'POST', path: '/' }, pages)).toMatchObject({
    status: 405,
    headers: { allow: 'GET, HEAD' },
  })
})
