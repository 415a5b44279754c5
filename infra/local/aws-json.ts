import * as z from 'zod/mini'

/** What an engine refused, by the name the service's own reference gives it. */
export class EngineFault extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(`${code}: ${message}`)
    this.code = code
  }
}

const Fault = z.object({
  __type: z.optional(z.string()),
  message: z.optional(z.string()),
  Message: z.optional(z.string()),
})

/**
 * Calls an engine by the AWS JSON protocol, which DynamoDB, its streams and SQS speak. The engines ask for a
 * signature's form but check none, so one that is plainly a dummy keeps the clients out of this process.
 * @param target such as `AmazonSQS.ReceiveMessage`
 * @throws EngineFault for what the engine refuses, and what fetch throws when it does not answer.
 */
export async function callEngine(
  endpoint: string,
  target: string,
  input: object,
  signal?: AbortSignal,
): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
      'x-amz-date': '20200101T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=local/20200101/${REGION}/local/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
    signal: signal ?? null,
  })
  const text = await response.text()
  if (response.ok) return text === '' ? {} : JSON.parse(text)
  throw engineFault(text, `${target} answered HTTP ${response.status}`)
}

function engineFault(text: string, otherwise: string): EngineFault {
  try {
    const fault = z.parse(Fault, JSON.parse(text))
    const code = fault.__type?.split('#').at(-1) ?? 'Unknown'
    return new EngineFault(code, fault.message ?? fault.Message ?? otherwise)
  } catch (cause) {
    return new EngineFault('Unknown', `${otherwise}: ${String(cause)}`)
  }
}

/** The engines' own region and account: ARNs that they make must be the ones that the template gives. */
export const REGION = 'us-east-1'
export const ACCOUNT = '000000000000'
