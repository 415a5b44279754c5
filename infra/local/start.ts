import { PortTaken } from '../sample-publisher/listen.ts'
import { readSourcesPath } from '../sources-file.ts'
import { openApi } from './api-server.ts'
import { readArguments, type StartOptions, usage } from './arguments.ts'
import { openDataFolder } from './data-folder.ts'
import { NoDynamodbEngine } from './dynamodb-engine.ts'
import { TemplateFault } from './intrinsics.ts'
import { endWithNpm } from './orphan-watch.ts'
import { patiently } from './patience.ts'
import { run } from './run.ts'
import { stopSignal } from './stop-signal.ts'

const DEFAULT_PORT = 8080

endWithNpm()
const stopAsked = stopSignal()
// Whoever read our output has gone, as with `| head`: nobody watches, and a stop loses nothing.
process.stdout.on('error', () => process.exit(0))
process.exit(await main(process.argv.slice(2)))

/** `npm start`. Returns the exit code: 2 for wrong arguments, 1 for what cannot go on. */
async function main(words: readonly string[]): Promise<number> {
  const read = readArguments(words)
  if (read.kind === 'help') return told(process.stdout, usage, 0)
  if (read.kind === 'wrong') return told(process.stderr, `${read.reason}\n\n${usage}`, 2)
  const { options } = read
  const file = await readSourcesPath(options.sourcesPath)
  if (file.kind === 'faulty') return told(process.stderr, `${file.faults.join('\n')}\n`, 1)
  const api = await apiFor(options)
  if (api?.kind === 'refused') return told(process.stderr, `${api.reason}\n`, 1)
  const opened = await patiently(() => openDataFolder(options.dataPath))
  if (opened.kind === 'refused') return told(process.stderr, `${opened.reason}\n`, 1)
  try {
    return await run({ options, sources: file.sources, folder: opened.folder, api: api?.server, stopAsked })
  } catch (error) {
    if (!(error instanceof TemplateFault || error instanceof NoDynamodbEngine || error instanceof PortTaken))
      throw error
    return told(process.stderr, `${error.message}\n`, 1)
  }
}

function told(stream: NodeJS.WriteStream, text: string, exitCode: number): number {
  stream.write(text)
  return exitCode
}

/** One run asks for no port unless told to: two of them must not get in each other's way. */
async function apiFor({ once, port }: StartOptions) {
  return once && port === undefined ? undefined : await patiently(() => openApi(port ?? DEFAULT_PORT))
}
