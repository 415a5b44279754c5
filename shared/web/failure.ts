import { errors } from 'undici'
import { type Failed, type FailureReason, transientByReason } from './fetch-outcome.ts'

/** The outcome for a reason; what is known besides goes into `more`. */
export function failed(
  reason: FailureReason,
  detail: string,
  more: { status?: number; finalUrl?: string } = {},
): Failed {
  return { kind: 'failed', reason, detail, transient: transientByReason[reason], ...more }
}

// Codes as Node, OpenSSL and undici name them; the first line that fits decides.
const reasonsByCode: [RegExp, FailureReason][] = [
  [/^(?:ENOTFOUND|ENODATA|ESERVFAIL|EAI_[A-Z]+)$/, 'dns'],
  [/^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'timeout'],
  [/^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, 'reset'],
  [/^EPROTO$/, 'tls'],
  [
    /^(?:ERR_TLS_|ERR_SSL_|CERT_|ERROR_IN_CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_|HOSTNAME_)/,
    'tls',
  ],
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'too-large'],
  [/^(?:UND_ERR_RES_|ERR_ASSERTION$)/, 'malformed'],
  [/^E[A-Z]+$/, 'connect'],
]

/**
 * Why a request brought no answer, from the error it ended with.
 * @returns undefined when the error is none of the network's or the server's making.
 */
export function failureReason(error: unknown): FailureReason | undefined {
  // undici gives the HTTP parser's errors a code that is undefined more often than not.
  if (error instanceof errors.HTTPParserError) return 'malformed'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasonsByCode.find(([pattern]) => pattern.test(code))?.[1]
}
