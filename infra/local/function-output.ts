import { createWriteStream, type WriteStream } from 'node:fs'
import * as z from 'zod/mini'
import { Progress } from '../../shared/progress.ts'
import type { FunctionOutput } from './environment-process.ts'

const ErrorLine = z.object({
  level: z.literal('ERROR'),
  message: z.string(),
  causes: z._default(z.array(z.string()), []),
})

/**
 * Takes what the functions write: progress goes to `progress`, every other line to the function's own log file,
 * and of errors a short word to `complain` as well.
 */
export function functionOutput(given: {
  logPath: (functionName: string) => string
  progress: (line: Progress) => void
  complain: (complaint: string) => void
}): { take: FunctionOutput; close: () => Promise<void> } {
  const files = new Map<string, WriteStream>()

  function fileOf(functionName: string): WriteStream {
    const opened = files.get(functionName)
    if (opened !== undefined) return opened
    const file = createWriteStream(given.logPath(functionName), { flags: 'a' })
    files.set(functionName, file)
    // A full disk is one reason; the next line tries again.
    file.on('error', error => {
      files.delete(functionName)
      given.complain(`the log of ${functionName} cannot be written: ${error.message}`)
    })
    return file
  }

  function takeLine(functionName: string, line: string): void {
    const value = jsonIn(line)
    const progress = z.safeParse(Progress, value)
    if (progress.success) {
      given.progress(progress.data)
      return
    }
    fileOf(functionName).write(`${line}\n`)
    const error = z.safeParse(ErrorLine, value)
    if (error.success)
      given.complain(`${functionName}: ${[error.data.message, ...error.data.causes].join(': ')}`)
    else if (value === undefined) given.complain(`${functionName}: ${line}`)
  }

  return {
    take: (functionName, _stream, text) => {
      for (const line of text.split('\n')) if (line.trim() !== '') takeLine(functionName, line)
    },
    close: async () => {
      await Promise.all([...files.values()].map(file => new Promise<void>(done => file.end(() => done()))))
    },
  }
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
