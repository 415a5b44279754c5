import { describe, expect, test } from 'vitest'
import { failed, failureReason } from '../../../shared/web/failure.ts'

const reasonOf = (code: string) => failureReason(Object.assign(new Error('broken'), { code }))

describe('failures', () => {
  test.each([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ECONNREFUSED', 'connect'],
    ['ENETUNREACH', 'connect'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['ETIMEDOUT', 'timeout'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['EPROTO', 'tls'],
    ['ECONNRESET', 'reset'],
    ['UND_ERR_SOCKET', 'reset'],
    ['EHOSTUNREACH', 'connect'],
    ['UND_ERR_HEADERS_OVERFLOW', 'too-large'],
  ])('%s is a failure of kind %s', (code, reason) => expect(reasonOf(code)).toBe(reason))

  test.each(['UND_ERR_INVALID_ARG', 'ERR_INVALID_ARG_TYPE', ''])('%j is our own mistake', code => {
    expect(reasonOf(code)).toBeUndefined()
  })

  test('a bug is no failure of the network', () => {
    expect(failureReason(new TypeError('x is not a function'))).toBeUndefined()
  })

  test('a server in trouble may be well soon, a page that is not there may not', () => {
    expect(failed('http-5xx', 'the server answered 500').transient).toBe(true)
    expect(failed('http-404', 'the server answered 404').transient).toBe(false)
  })
})
