import { createHmac, timingSafeEqual } from 'node:crypto'

const TOLERANCE_SECONDS = 300

export type Received = {
  /** With names in lower case, as Node gives them. */
  headers: Record<string, string | string[] | undefined>
  /** The body as it came, before anything has parsed it: JSON written anew has other bytes. */
  body: string | Uint8Array
}

/**
 * Whether a message is ours, whole and fresh (Standard Webhooks). Afterwards drop what you have seen by its
 * `webhook-id`: the same event may come more than once.
 * @param secret as it was given to you: base64, with or without `whsec_`
 */
export function isGenuine({ headers, body }: Received, secret: string, nowMs = Date.now()): boolean {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  const signatures = headers['webhook-signature']
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return false
  // An old message sent again by somebody who overheard it.
  if (!/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(nowMs / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false

  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
  return signatures.split(' ').some(signature => {
    const [version, value = ''] = signature.split(',')
    const given = Buffer.from(value, 'base64')
    // In constant time: how long a comparison takes must not tell how much of it was right.
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
}
