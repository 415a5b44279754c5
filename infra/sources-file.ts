import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { Source, settings } from '../shared/source.ts'
import { Watch } from '../shared/watches/watch.ts'
import { allowedText, entryFaults, issueFaults, type SourceFault } from './source-faults.ts'
import { type LineFault, plainYaml } from './yaml-lines.ts'

export type SourcesFile =
  | { kind: 'sources'; sources: Source[]; watches: Watch[] }
  | { kind: 'faulty'; faults: string[] }

/** An event names every watch that an article answers, and has room for so many names. */
const MAX_WATCHES = 100

const SourcesMap = settings({
  sources: z.array(Source),
  watches: z._default(
    z.array(Watch).check(z.maxLength(MAX_WATCHES, { error: `must be at most ${MAX_WATCHES} watches` })),
    [],
  ),
})

/**
 * Reads the text of a sources file (YAML 1.2). Every fault of the file becomes one line,
 * `file:line: path: what is allowed (found what)`, in the order of the file; nothing is thrown.
 */
export function readSourcesFile(text: string, fileName: string): SourcesFile {
  const yaml = plainYaml(text)
  if (yaml.kind === 'unreadable') return faulty(fileName, yaml.faults)
  const parsed = SourcesMap.safeParse(yaml.value, { error: allowedText, reportInput: true })
  const faults = [...(parsed.error?.issues ?? []).flatMap(issueFaults), ...entryFaults(yaml.value)]
  if (parsed.success && faults.length === 0 && yaml.faults.length === 0) {
    return { kind: 'sources', ...parsed.data }
  }
  const placed = faults.map(fault => ({ line: yaml.lineOf(fault.path), text: faultText(fault) }))
  return faulty(fileName, [...yaml.faults, ...placed])
}

function faulty(fileName: string, faults: readonly LineFault[]): SourcesFile {
  const inOrder = faults.toSorted((one, other) => one.line - other.line)
  return { kind: 'faulty', faults: inOrder.map(({ line, text }) => `${fileName}:${line}: ${text}`) }
}

function faultText({ path, text }: SourceFault): string {
  const place = path.map(stepText).join('').replace(/^\./, '')
  return place === '' ? text : `${place}: ${text}`
}

function stepText(step: PropertyKey): string {
  if (typeof step === 'number') return `[${step}]`
  const name = String(step)
  return /^[\w-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`
}

/** Reads the sources file at a path. A missing or unreadable file is a fault of one line, like any other. */
export async function readSourcesPath(path: string): Promise<SourcesFile> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    return { kind: 'faulty', faults: [`${path}: ${unreadableText(error)}`] }
  }
  const text = utf8Text(bytes)
  if (text === undefined) return { kind: 'faulty', faults: [`${path}: is not UTF-8 text`] }
  return readSourcesFile(text, path)
}

function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const unreadable = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'is a directory, not a file'],
  ['EACCES', 'may not be read (permission denied)'],
])

function unreadableText(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) throw error
  return unreadable.get(String(error.code)) ?? `cannot be read (${error.code})`
}

/**
 * The sources that a deployment to AWS polls: all but those of the sample publisher, which lives on this machine only.
 * A source that asks for private addresses is a fault: in AWS they belong to the account, not to a publisher.
 */
export function sourcesForAws(sources: readonly Source[], watches: Watch[] = []): SourcesFile {
  const faults = sources
    .filter(({ allowPrivateNetwork }) => allowPrivateNetwork)
    .map(
      ({ id }) => `source ${id}: allowPrivateNetwork: must be false for AWS (true is for this machine only)`,
    )
  if (faults.length > 0) return { kind: 'faulty', faults }
  return { kind: 'sources', sources: sources.filter(({ url }) => !url.startsWith(samplePrefix)), watches }
}

const samplePrefix = 'sample:'

/** The sources with `sample:/path` turned into a page of the sample publisher that runs at this origin on loopback. */
export function sourcesForThisMachine(sources: readonly Source[], samplePublisherOrigin: string): Source[] {
  return sources.map(source =>
    source.url.startsWith(samplePrefix)
      ? {
          ...source,
          url: `${samplePublisherOrigin}${source.url.slice(samplePrefix.length)}`,
          allowPrivateNetwork: true,
        }
      : source,
  )
}
