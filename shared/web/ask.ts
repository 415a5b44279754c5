import type { Dispatcher } from 'undici'
import { acceptedCodings } from './body.ts'
import { failed, failureReason } from './failure.ts'
import type { Failed, FailureReason, Refused, Validators } from './fetch-outcome.ts'
import { AddressRefused } from './guarded-connector.ts'

export type Answer = { kind: 'answer' } & Pick<Dispatcher.ResponseData, 'statusCode' | 'headers' | 'body'>
export type Question = {
  url: URL
  validators: Validators
  accept: string
  userAgent: string
  /** Ends the request: the deadline, or whoever asked. */
  signal: AbortSignal
  deadline: AbortSignal
}

function requestHeaders({ userAgent, accept, validators: { etag, lastModified } }: Question) {
  return {
    'user-agent': userAgent,
    accept,
    'accept-encoding': acceptedCodings,
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error)
}

function endOf(error: unknown, { signal, deadline }: Question): FailureReason | undefined {
  if (!signal.aborted) return failureReason(error)
  return signal.reason === deadline.reason ? 'timeout' : 'aborted'
}

/**
 * Sends one GET and waits for the answer's headers; redirects are answers too.
 * @throws with `cause` only for what neither the server, the network nor the caller's signal can bring about.
 */
export async function ask(dispatcher: Dispatcher, question: Question): Promise<Answer | Failed | Refused> {
  const { url, signal } = question
  try {
    const request = dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: requestHeaders(question),
      signal,
    })
    // While a connection is being made undici does not listen to the signal; it only never sends the request.
    const { statusCode, headers, body } = await Promise.race([request, untilAborted(signal)])
    return { kind: 'answer', statusCode, headers, body }
  } catch (error) {
    if (error instanceof AddressRefused) {
      return { kind: 'refused', reason: 'address', detail: error.message, url: url.href }
    }
    const reason = endOf(error, question)
    if (reason === undefined) throw new Error(`Asking ${url.host} broke`, { cause: error })
    return failed(reason, `asking ${url.host}: ${messageOf(error)}`, { finalUrl: url.href })
  }
}

/**
 * Why a body stopped before its end. Whatever the network or HTTP parser says of it, bytes are missing; only a
 * signal that ran out is a cause of its own.
 */
export function bodyFailure(
  error: unknown,
  question: Question,
  at: { status: number; finalUrl: string },
): Failed {
  const reason = endOf(error, question)
  if (reason === undefined) throw new Error(`Reading from ${question.url.host} broke`, { cause: error })
  const timely = reason === 'timeout' || reason === 'aborted' ? reason : 'truncated'
  return failed(timely, `reading from ${question.url.host}: ${messageOf(error)}`, at)
}

/** Leaves a body unread: its connection is closed, since a hostile one might never end. */
export function discard({ body }: Answer): void {
  body.on('error', () => {
    // Destroying the body is what raises this error; nobody waits for its bytes.
  })
  body.destroy()
}
