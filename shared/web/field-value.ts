import { type KeptHeaders, keptHeaderNames, type Validators } from './fetch-outcome.ts'
import type { Trail } from './redirect-trail.ts'

/** Headers as undici hands them out: lower-case names, each byte of a value one character. */
export type WireHeaders = Record<string, string | string[] | undefined>

// Nothing legitimate is longer, and a value of 10 KB echoed with each request makes servers answer 431.
const fieldValue = /^[\t\x20-\x7e\x80-\xff]{1,1024}$/

/** Whether a text can stand in a header as it is (RFC 9110 §5.5): no line breaks, no NUL, at most 1 KiB. */
export function isFieldValue(value: string): boolean {
  return fieldValue.test(value)
}

/** A header's value, the first one if it was sent more than once. */
export function headerOf(headers: WireHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** The few headers worth keeping, of all that a server sent; those that could not be sent back are left out. */
export function keepHeaders(headers: WireHeaders): KeptHeaders {
  const kept: KeptHeaders = {}
  for (const name of keptHeaderNames) {
    const value = headerOf(headers, name)
    if (value !== undefined && isFieldValue(value)) kept[name] = value
  }
  return kept
}

/** The validators an answer at the end of a trail brought; `renews` are those it was asked with, if it is a 304. */
export function validatorsOf(
  headers: KeptHeaders,
  { requested, current }: Trail,
  renews: Validators = {},
): Validators {
  const etag = headers.etag ?? renews.etag
  const lastModified = headers['last-modified'] ?? renews.lastModified
  if (etag === undefined && lastModified === undefined) return {}
  return {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(current.href !== requested && { url: current.href }),
  }
}

/**
 * The validators that may be sent on a trail's last hop: only those which came from there. A redirect that now
 * leads elsewhere would otherwise turn an older document, never seen, into "not modified".
 */
export function validatorsFor({ requested, current }: Trail, validators: Validators): Validators {
  const { etag, lastModified, url = requested } = validators
  if (current.href !== url) return {}
  return {
    ...(etag !== undefined && isFieldValue(etag) && { etag }),
    ...(lastModified !== undefined && isFieldValue(lastModified) && { lastModified }),
  }
}
