import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGenuine } from '../../../docs/examples/verify-webhook.ts'
import { signedHeaders } from '../../../shared/web/webhook-signature.ts'

const secret = `whsec_${Buffer.from('a key of thirty-two bytes, no less').toString('base64')}`
const body = '{"id":"abc#1#published","data":{"headline":"Überfahrt ⛴"}}'
const atMs = Date.parse('2026-11-21T09:00:00.000Z')
const headers = signedHeaders({ id: 'abc#1#published', body, atMs, secret })

describe('a receiver', () => {
  it('knows our messages, from text and from bytes, with and without whsec_', () => {
    expect(isGenuine({ headers, body }, secret, atMs)).toBe(true)
    expect(
      isGenuine({ headers, body: Buffer.from(body) }, secret.replace('whsec_', ''), atMs + 299_000),
    ).toBe(true)
  })

  it('finds ours among several signatures, as when a secret changes', () => {
    const several = { ...headers, 'webhook-signature': `v1,AAAA v2,xyz ${headers['webhook-signature']}` }
    expect(isGenuine({ headers: several, body }, secret, atMs)).toBe(true)
  })

  it('signs as the standard says: v1, HMAC-SHA256 of id, time in seconds and body', () => {
    const key = Buffer.from(secret.slice(6), 'base64')
    const expected = createHmac('sha256', key).update(`abc#1#published.1795251600.${body}`).digest('base64')
    expect(headers).toEqual({
      'webhook-id': 'abc#1#published',
      'webhook-timestamp': '1795251600',
      'webhook-signature': `v1,${expected}`,
    })
  })

  it.each([
    ['a changed body', { headers, body: body.replace('1', '2') }],
    ['another id', { headers: { ...headers, 'webhook-id': 'abc#2#published' }, body }],
    ['another time', { headers: { ...headers, 'webhook-timestamp': '1795251601' }, body }],
    ['a time that is no number', { headers: { ...headers, 'webhook-timestamp': 'NaN' }, body }],
    ['another version’s name', { headers: { ...headers, 'webhook-signature': 'v2,AAAA' }, body }],
    ['no signature', { headers: { ...headers, 'webhook-signature': undefined }, body }],
    ['an empty signature', { headers: { ...headers, 'webhook-signature': 'v1,' }, body }],
  ])('refuses %s', (_what, message) => {
    expect(isGenuine(message, secret, atMs)).toBe(false)
  })

  it('refuses what is more than five minutes old or ahead, and what another secret signed', () => {
    expect(isGenuine({ headers, body }, secret, atMs + 301_000)).toBe(false)
    expect(isGenuine({ headers, body }, secret, atMs - 301_000)).toBe(false)
    expect(isGenuine({ headers, body }, 'whsec_b3RoZXI=', atMs)).toBe(false)
  })

  it('refuses whatever signature is made up', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (signature, forged) => {
        const made = { ...headers, 'webhook-signature': `v1,${signature}` }
        expect(isGenuine({ headers: made, body: forged }, secret, atMs)).toBe(false)
      }),
    )
  })
})
