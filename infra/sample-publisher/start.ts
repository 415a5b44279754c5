import { createServer } from 'node:http'
import { answer } from './answer.ts'
import { varnholmTime } from './dates.ts'
import { listenOnLoopback, portsToTry } from './listen.ts'
import { type Memory, recall, remember } from './memory.ts'
import { sitePages } from './site.ts'

export type SamplePublisher = {
  /** Without a slash at the end. */
  origin: string
  port: number
  /** Corrects the flood notice at once, and for good. */
  revise(): Promise<void>
  close(): Promise<void>
}

/**
 * Serves the sample publisher on 127.0.0.1. What it remembers (its port, its correction) lies in `stateDir`; without
 * one it forgets. `reviseAfterMs` after the start it corrects an article, unless it has done so before; `never`
 * leaves it. Without `port` it takes the one it had last time, or the first time one that is free.
 * @throws PortTaken when it cannot have one
 */
export async function startSamplePublisher(options: {
  port?: number
  stateDir?: string
  reviseAfterMs?: number | 'never'
  log?: (line: string) => void
}): Promise<SamplePublisher> {
  const { stateDir, reviseAfterMs = 90_000, log = () => {} } = options
  let memory: Memory = stateDir === undefined ? {} : await recall(stateDir)
  const keep = async (news: Memory) => {
    const next = { ...memory, ...news }
    if (stateDir !== undefined) await remember(stateDir, next)
    memory = next
  }

  const server = createServer()
  const port = await listenOnLoopback(server, portsToTry(options.port, memory.port))
  const origin = `http://127.0.0.1:${port}`
  let pages = sitePages(origin, memory.revisedAt)
  server.on('request', (request, response) => {
    const { status, headers, body } = answer(
      {
        method: request.method ?? 'GET',
        path: (request.url ?? '/').replace(/\?.*$/s, ''),
        ifNoneMatch: request.headers['if-none-match'],
        ifModifiedSince: request.headers['if-modified-since'],
      },
      pages,
    )
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body)
  })
  if (memory.port === undefined) await keep({ port })

  const revise = async () => {
    if (memory.revisedAt !== undefined) return
    await keep({ revisedAt: varnholmTime(new Date()) })
    pages = sitePages(origin, memory.revisedAt)
    log('sample publisher: the Institute has corrected its flood notice')
  }
  const timer =
    reviseAfterMs === 'never'
      ? undefined
      : setTimeout(() => {
          revise().catch(error => log(`sample publisher: the correction could not be kept: ${String(error)}`))
        }, reviseAfterMs).unref()

  const close = () => {
    clearTimeout(timer)
    return new Promise<void>((resolve, reject) => {
      server.close(error => (error === undefined ? resolve() : reject(error)))
      server.closeAllConnections()
    })
  }
  log(`sample publisher: ${origin}/`)
  return { origin, port, revise, close }
}
