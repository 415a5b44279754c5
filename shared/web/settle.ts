import { type Answer, bodyFailure, discard, type Question } from './ask.ts'
import { readBody } from './body.ts'
import { failed } from './failure.ts'
import type { Failed, FetchOutcome } from './fetch-outcome.ts'
import { headerOf, keepHeaders, validatorsOf } from './field-value.ts'
import { originOf, type Trail } from './redirect-trail.ts'
import { verdictOf } from './verdict.ts'

type Limits = { maxBytes: number; nowMs: number }

/** Reads the body of an answer to its end; a length announced beyond the limit is not even begun. */
async function receive(answer: Answer, question: Question, maxBytes: number): Promise<Uint8Array | Failed> {
  const at = { status: answer.statusCode, finalUrl: question.url.href }
  if (Number(headerOf(answer.headers, 'content-length') ?? 0) > maxBytes) {
    discard(answer)
    return failed('too-large', `the body is announced to be larger than ${maxBytes} bytes`, at)
  }
  const encoding = [answer.headers['content-encoding'] ?? []].flat().join()
  try {
    const body = await readBody(answer.body, { encoding, maxBytes })
    return body.kind === 'whole' ? body.bytes : failed(body.reason, body.detail, at)
  } catch (error) {
    return bodyFailure(error, question, at)
  }
}

/** Turns the answer at the end of a trail into the outcome of the whole request. */
export async function settle(
  answer: Answer,
  question: Question,
  trail: Trail,
  { maxBytes, nowMs }: Limits,
): Promise<FetchOutcome> {
  const status = answer.statusCode
  const origin = originOf(trail)
  const headers = keepHeaders(answer.headers)
  const verdict = verdictOf(status, answer.headers, origin, nowMs)
  if (verdict.kind === 'body') {
    const bytes = await receive(answer, question, maxBytes)
    if (!(bytes instanceof Uint8Array)) return bytes
    const contentType = headers['content-type']
    const validators = validatorsOf(headers, trail)
    const type = contentType === undefined ? {} : { contentType }
    return { kind: 'fetched', status, bytes, headers, ...type, validators, ...origin }
  }
  discard(answer)
  if (verdict.kind !== 'unchanged') return verdict
  const { validators: sent } = question
  if (sent.etag === undefined && sent.lastModified === undefined) {
    const at = { status, finalUrl: origin.finalUrl }
    return failed('unasked-304', 'not modified, although nothing was compared', at)
  }
  return {
    kind: 'not-modified',
    status: 304,
    headers,
    validators: validatorsOf(headers, trail, sent),
    ...origin,
  }
}
