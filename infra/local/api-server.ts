import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Listening, listen } from './listen.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type ApiServer = Listening & {
  /** From now on requests are answered; before, they are told to come again. */
  answerWith: (answer: Answer) => void
}

export type OpenedApi = { kind: 'open'; server: ApiServer } | { kind: 'refused'; reason: string }

/** Takes the port at once, so that a taken one is told before anything else is started. */
export async function openApi(port: number): Promise<OpenedApi> {
  let answer: Answer = async (_request, response) => {
    response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' })
    response.end('{"message":"starting"}')
  }
  const server = createServer((request, response) => void answer(request, response))
  try {
    const listening = await listen(server, port)
    const answerWith = (next: Answer) => {
      answer = next
    }
    return { kind: 'open', server: { ...listening, answerWith } }
  } catch (error) {
    return { kind: 'refused', reason: portFailure(error, port) }
  }
}

function portFailure(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `port ${port} is taken by another program; choose another with --port`
  if (code === 'EACCES') return `port ${port} may not be used (permission denied); choose another with --port`
  throw error
}
