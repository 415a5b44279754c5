import { createHmac } from 'node:crypto'

/**
 * The headers by which a receiver knows a message as ours (Standard Webhooks, symmetric signature `v1`): HMAC-SHA256
 * over `id.timestamp.body`, of the very bytes that are sent.
 * @param secret the key in base64, with or without the `whsec_` by which such secrets are known
 */
export function signedHeaders(message: { id: string; body: string; atMs: number; secret: string }) {
  const { id, body, atMs, secret } = message
  const timestamp = String(Math.floor(atMs / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
