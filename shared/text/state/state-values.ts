import { parseLenient } from '../json-ld.ts'
import type { DataScript } from '../parse-tree.ts'
import { readAssignedData, readLiteral, readLongLiterals } from './assigned-data.ts'

/** JSON in markup as Angular escaped it before its version 16. */
const ANGULAR_ESCAPES: Record<string, string> = { q: '"', a: '&', s: "'", l: '<', g: '>' }

function readJson(text: string): unknown {
  const value = parseLenient(text)
  if (value !== undefined || !text.includes('&q;')) return value
  return parseLenient(text.replace(/&([qaslg]);/g, (_, letter: string) => ANGULAR_ESCAPES[letter] ?? ''))
}

/**
 * Nuxt's way of writing state (npm `devalue`): one list of all values, in which objects and lists name the places of
 * their members. Each place is put together once, so that what refers to itself ends.
 */
function unflattened(places: readonly unknown[]): unknown {
  const built: unknown[] = []
  const at = (place: unknown): unknown => (typeof place === 'number' ? built[place] : undefined)
  // Members mostly come behind what holds them: from the end they are ready when they are asked for.
  for (let i = places.length - 1; i >= 0; i--) {
    const value = places[i]
    if (Array.isArray(value)) built[i] = typeof value[0] === 'string' ? at(value[1]) : value.map(at)
    else if (typeof value === 'object' && value !== null)
      built[i] = Object.fromEntries(Object.entries(value).map(([key, place]) => [key, at(place)]))
    else built[i] = value
  }
  return built[0]
}

function isFlattened(value: unknown): value is unknown[] {
  if (!Array.isArray(value) || value.length < 3) return false
  const [root] = value
  return (
    typeof root === 'object' && root !== null && Object.values(root).some(place => typeof place === 'number')
  )
}

/** `1a:T5f3,` opens a row of so many bytes of text (hexadecimal), `1a:` and perhaps capitals one of JSON. */
const ROW = /[\da-f]+:(?:T([\da-f]+),|[A-Z]*)/y

/** What React's server components stream (Next.js), the pieces of the stream in order: each row's value. */
function flightValues(pieces: readonly string[]): unknown[] {
  const stream = pieces.join('')
  const values: unknown[] = []
  for (let at = 0; at < stream.length; ) {
    ROW.lastIndex = at
    const row = ROW.exec(stream)
    const from = row === null ? at : ROW.lastIndex
    if (row?.[1] !== undefined) {
      const text = firstBytes(stream.slice(from), Number.parseInt(row[1], 16))
      values.push({ text })
      // No line feed ends a row of text.
      at = from + text.length
      continue
    }
    const end = stream.indexOf('\n', from)
    const line = stream.slice(from, end < 0 ? undefined : end)
    if (row !== null) values.push(parseLenient(line))
    at = from + line.length + 1
  }
  return values
}

function firstBytes(text: string, count: number): string {
  return Buffer.from(text.slice(0, count)).subarray(0, count).toString('utf8')
}

function pieceOf(program: string): string {
  const from = program.indexOf('"')
  return from < 0 ? '' : (readLiteral(program.slice(from, program.lastIndexOf('"') + 1)) ?? '')
}

function valuesOf({ type, text }: DataScript): unknown[] {
  if (type !== 'assigned') {
    const value = readJson(text)
    return [isFlattened(value) ? unflattened(value) : value]
  }
  const values = readAssignedData(text)
  if (values.length > 0) return values
  // An argument that such a call is made with has no key; markup it is at least.
  return readLongLiterals(text).map(({ key, text: value }) => ({
    [key === '' && /<p\b/i.test(value) ? 'html' : key]: value,
  }))
}

/** The state that a page's scripts carry, as JSON, as data assigned to names, or streamed piece by piece. */
export function readStateValues(scripts: readonly DataScript[]): unknown[] {
  const pieces = scripts.flatMap(({ type, text }) => (type === 'streamed' ? [pieceOf(text)] : []))
  const others = scripts.filter(({ type }) => type !== 'streamed' && !type.includes('ld+json'))
  return [...others.flatMap(valuesOf), ...flightValues(pieces)]
}
