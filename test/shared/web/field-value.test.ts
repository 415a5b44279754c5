import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFieldValue, keepHeaders, validatorsFor, validatorsOf } from '../../../shared/web/field-value.ts'
import { startTrail, type Trail } from '../../../shared/web/redirect-trail.ts'

const asked = 'https://a.example/feed'
const elsewhere = 'https://b.example/feed'
const direct = startTrail(new URL(asked))
const redirected: Trail = { ...direct, current: new URL(elsewhere) }

describe('header values', () => {
  test.each(['"33a64df5"', 'W/"33a64df5-gzip"', 'unquoted', '""', 'caf\u00e9', 'a\tb', 'x'.repeat(1024)])(
    'keeps %j as it is',
    value => expect(keepHeaders({ etag: value }).etag).toBe(value),
  )

  test.each(['', 'x'.repeat(1025), 'a\r\nX-Injected: 1', 'a\nb', 'a\0b', '\u2028', '“33a64df5”', '\x7f'])(
    'drops %j',
    value => {
      expect(keepHeaders({ etag: value })).toEqual({})
      expect(validatorsFor(direct, { etag: value, lastModified: value })).toEqual({})
    },
  )

  test('never accepts what could start another header, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(0x140)).map(codes => String.fromCharCode(...codes)),
        text => !(isFieldValue(text) && /[\r\n\0]|[^\0-\xff]/.test(text)),
      ),
    )
  })

  test('keeps the first of a header sent twice and none that nobody needs', () => {
    expect(keepHeaders({ etag: ['"1"', '"2"'], 'set-cookie': 'session=1', server: 'x' })).toEqual({
      etag: '"1"',
    })
  })
})

describe('validators', () => {
  test('belong to the address that was asked for', () => {
    const validators = validatorsOf({ etag: '"1"', 'last-modified': 'yesterday' }, direct)
    expect(validators).toEqual({ etag: '"1"', lastModified: 'yesterday' })
    expect(validatorsFor(direct, validators)).toEqual(validators)
    expect(validatorsFor(redirected, validators)).toEqual({})
  })

  test('belong to where a redirect led', () => {
    const validators = validatorsOf({ etag: '"1"' }, redirected)
    expect(validators).toEqual({ etag: '"1"', url: elsewhere })
    expect(validatorsFor(direct, validators)).toEqual({})
    expect(validatorsFor(redirected, validators)).toEqual({ etag: '"1"' })
  })

  test('are renewed one by one by a 304', () => {
    const sent = { etag: '"1"', lastModified: 'yesterday' }
    expect(validatorsOf({}, direct, sent)).toEqual(sent)
    expect(validatorsOf({ etag: '"2"' }, direct, sent)).toEqual({ etag: '"2"', lastModified: 'yesterday' })
  })

  test('are none when the answer brings none', () => {
    expect(validatorsOf({ 'content-type': 'text/html' }, redirected)).toEqual({})
  })
})
