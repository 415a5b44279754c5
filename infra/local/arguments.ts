import { parseArgs } from 'node:util'

export type StartOptions = {
  sourcesPath: string
  dataPath: string
  /** Undefined when nobody asked for one: `--once` then opens no port at all. */
  port: number | undefined
  once: boolean
  json: boolean
  /** Where every article event is posted. */
  webhook: string | undefined
}

export type Arguments =
  | { kind: 'start'; options: StartOptions }
  | { kind: 'help' }
  | { kind: 'wrong'; reason: string }

export const usage = `Runs the whole pipeline on this machine.

  npm start -- [options]

  --sources FILE   the sources to follow        (default sources.yaml)
  --data DIR       where everything is kept     (default data)
  --port N         where the API answers        (default 8080)
  --webhook URL    post every article event there, signed
  --once           poll every source once, finish all work, print a summary and end
  --json           with --once: the summary as one JSON object on stdout, all else on stderr
  --help           this text
`

/** Reads the command line; whatever is wrong with it comes back as one sentence, nothing is thrown. */
export function readArguments(words: readonly string[]): Arguments {
  const parsed = parsedWords(words)
  if (typeof parsed === 'string') return { kind: 'wrong', reason: parsed }
  const { sources, data, port, once = false, json = false, help, webhook } = parsed
  if (help) return { kind: 'help' }
  if (sources === '' || data === '') return { kind: 'wrong', reason: '--sources and --data need a path' }
  if (json && !once) return { kind: 'wrong', reason: '--json needs --once: it prints the summary of one run' }
  if (webhook !== undefined && !(/^https?:/.test(webhook) && URL.canParse(webhook)))
    return { kind: 'wrong', reason: `--webhook must be an http or https address (found ${webhook})` }
  const portNumber = port === undefined ? undefined : readPort(port)
  if (typeof portNumber === 'string') return { kind: 'wrong', reason: portNumber }
  const options = {
    sourcesPath: sources ?? 'sources.yaml',
    dataPath: data ?? 'data',
    port: portNumber,
    once,
    json,
    webhook,
  }
  return { kind: 'start', options }
}

function parsedWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        sources: { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        webhook: { type: 'string' },
        once: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    if (error instanceof TypeError) return error.message
    throw error
  }
}

function readPort(text: string): number | string {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535
    ? port
    : `--port must be a number from 0 to 65535 (found ${text})`
}
