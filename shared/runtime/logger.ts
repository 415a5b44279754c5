import type { Progress } from '../progress.ts'

/**
 * JSON lines, one a fact. Everything is a value inside a JSON string, so a publisher's text cannot forge a
 * line; a long value is cut, because CloudWatch bills by the byte and cuts at 256 KB.
 */
export type Logger = {
  progress: (line: Progress) => void
  error: (message: string, cause: unknown, ids?: Record<string, string>) => void
}

const MAX_VALUE_CHARS = 2_000

function shortened(_key: string, value: unknown): unknown {
  return typeof value === 'string' && value.length > MAX_VALUE_CHARS
    ? `${value.slice(0, MAX_VALUE_CHARS)}…`
    : value
}

/** The messages of an error and of everything that caused it, outermost first. */
export function causes(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)]
  const own = `${error.name}: ${error.message}`
  return error.cause === undefined ? [own] : [own, ...causes(error.cause)]
}

/** A logger that hands each finished line, without its newline, to `write`. */
export function jsonLogger(write: (line: string) => void): Logger {
  const line = (fields: Record<string, unknown>) => write(JSON.stringify(fields, shortened))
  return {
    progress: fields => line({ level: 'INFO', ...fields }),
    error: (message, cause, ids = {}) =>
      line({
        level: 'ERROR',
        message,
        ...ids,
        causes: causes(cause),
        stack: cause instanceof Error ? cause.stack : undefined,
      }),
  }
}

/** Straight to stdout: `console.log` on Lambda puts a time and a request id before each line, which is then no JSON. */
export const consoleLogger: Logger = jsonLogger(line => process.stdout.write(`${line}\n`))
