import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isGenuine } from '../../../docs/examples/verify-webhook.ts'
import { backOffSeconds } from '../../../functions/webhook/back-off.ts'
import { makeHandler } from '../../../functions/webhook/handler.ts'
import { type Listening, listen } from '../../../infra/local/listen.ts'
import { createPoster } from '../../../shared/web/post.ts'
import { sampleEvents } from '../../events/sample-events.ts'
import { queueEvent } from '../../support/memory-queue.ts'

const secret = Buffer.from('a key of thirty-three letters all').toString('base64')
const events = sampleEvents().map(({ detailType, event }) => ({
  source: 'communique',
  'detail-type': detailType,
  detail: event,
}))
const context = { getRemainingTimeInMillis: () => 30_000 }

/** A receiver that answers each request with the next status, and keeps what it took and what it saw. */
let receiver: Listening
let statuses: number[] = []
const taken: string[] = []
const seen: { genuine: boolean; type: string | undefined }[] = []
beforeAll(async () => {
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const genuine = isGenuine({ headers: request.headers, body }, secret)
    seen.push({ genuine, type: request.headers['content-type'] })
    const status = statuses.shift() ?? 204
    if (genuine && status < 300) taken.push(JSON.parse(body.toString('utf8')).id)
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
  })
  receiver = await listen(server, 0)
})
afterAll(() => receiver.close())

function webhook(url = `${receiver.endpoint}/hook`, allowPrivateNetwork = true) {
  const hidden: { receiptHandle: string; seconds: number }[] = []
  const errors: unknown[] = []
  const handler = makeHandler({
    url,
    secret: async () => secret,
    post: createPoster({ userAgent: 'communique/0.1', allowPrivateNetwork, timeoutMs: 2_000 }),
    hidden: { hide: async (receiptHandle, seconds) => void hidden.push({ receiptHandle, seconds }) },
    clock: { nowMs: () => Date.now() },
    chance: () => 0,
    logger: { progress: () => {}, error: (_message, cause) => void errors.push(cause) },
  })
  return { handler, hidden, errors }
}

describe('a webhook', () => {
  it('posts each event as a CloudEvent that the receiver knows as ours', async () => {
    const { handler } = webhook()
    const bodies = events.map(event => JSON.stringify(event))
    expect(await handler(queueEvent(bodies), context)).toEqual({ batchItemFailures: [] })
    expect(taken.toSorted()).toEqual(events.map(({ detail }) => detail.id).toSorted())
    expect(new Set(seen.map(({ genuine }) => genuine))).toEqual(new Set([true]))
    expect(seen[0]?.type).toBe('application/cloudevents+json; charset=utf-8')
  })

  it.each([500, 302, 410, 404])('lets what the receiver answers with %i come back later', async status => {
    statuses = [status]
    const { handler, hidden, errors } = webhook()
    const { batchItemFailures } = await handler(queueEvent([JSON.stringify(events[0])], 4), context)
    expect(batchItemFailures).toHaveLength(1)
    expect(hidden).toEqual([{ receiptHandle: 'receipt-1', seconds: 40 }])
    expect(String(errors[0])).toContain(`http-${status}`)
  })

  it('posts to no address that is not public, and nothing in the clear, unless on one’s own machine', async () => {
    const before = seen.length
    for (const url of [`${receiver.endpoint}/hook`, 'http://example.org/hook', 'https://127.0.0.1/hook']) {
      const { handler, errors } = webhook(url, false)
      expect(
        (await handler(queueEvent([JSON.stringify(events[0])]), context)).batchItemFailures,
      ).toHaveLength(1)
      expect(String(errors[0])).toMatch(/is not https|not a public address|port/)
    }
    expect(seen).toHaveLength(before)
  })
})

describe('the pause before the next attempt', () => {
  it('doubles from ten seconds to an hour, the second half of it left to chance', () => {
    const longest = Array.from({ length: 12 }, (_, index) => backOffSeconds(index + 1, 1))
    expect(longest).toEqual([10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600, 3_600])
    expect(backOffSeconds(1, 0)).toBe(5)
    expect(backOffSeconds(1_000, 0.5)).toBe(2_700)
  })

  it('adds up to about a day over thirty attempts', () => {
    const hours = Array.from({ length: 29 }, (_, index) => backOffSeconds(index + 1, 0.5) / 3_600)
    const sum = hours.reduce((total, hour) => total + hour, 0)
    expect(sum).toBeGreaterThan(12)
    expect(sum).toBeLessThan(24)
  })
})
