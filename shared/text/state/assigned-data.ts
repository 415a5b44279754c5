import { parseLenient } from '../json-ld.ts'

const MAX_VALUES = 40
const MIN_LITERAL_CHARS = 400
/** What a program sets a name to, where that is data: an object, or JSON in a string. */
const VALUE = /=\s*(?:(\{)|JSON\.parse\(\s*(?=["']))/g
/** A key, where a literal is a property's value. */
const KEY_BEFORE = /["']?([\w$]{1,60})["']?\s*:\s*$/

/** Where the string literal that opens at `from` ends: behind its closing quote, or at the end of the text. */
function endOfLiteral(text: string, from: number): number {
  const quote = text[from]
  let at = from + 1
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1
  return at + 1
}

/** Where the bracket that opens at `from` is closed, or -1; strings are skipped. */
function closingOf(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '"') at = endOfLiteral(text, at) - 1
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return at
  }
  return -1
}

/** The value of a string literal, read as JSON reads strings; undefined for what is none. */
export function readLiteral(literal: string): string | undefined {
  const inside = literal.slice(1, -1)
  const json = literal[0] === '"' ? inside : inside.replace(/\\'/g, "'").replace(/(?<!\\)"/g, '\\"')
  const value = parseLenient(`"${json.replace(/\\x([\da-f]{2})/gi, '\\u00$1')}"`)
  return typeof value === 'string' ? value : undefined
}

/**
 * The data that a program assigns to names: `window.state = {...}`, `Page.content = {...}`, `JSON.parse("...")`.
 * What is no JSON is left out; `undefined` as a value counts as null.
 */
export function readAssignedData(program: string): unknown[] {
  const values: unknown[] = []
  VALUE.lastIndex = 0
  for (let found = VALUE.exec(program); found && values.length < MAX_VALUES; found = VALUE.exec(program)) {
    const isObject = found[1] !== undefined
    const from = isObject ? VALUE.lastIndex - 1 : VALUE.lastIndex
    const end = isObject ? closingOf(program, from) + 1 : endOfLiteral(program, from)
    if (end === 0) break
    const text = program.slice(from, end)
    const json = isObject ? text.replace(/:\s*undefined\s*(?=[,}])/g, ':null') : readLiteral(text)
    const value = json === undefined ? undefined : parseLenient(json)
    if (value !== undefined) values.push(value)
    VALUE.lastIndex = end
  }
  return values
}

/**
 * The long strings of a program whose data is no JSON (`(function(a,b){return {body:a}}("…"))`), each under the key it
 * is the value of, or under none.
 */
export function readLongLiterals(program: string): { key: string; text: string }[] {
  const literals: { key: string; text: string }[] = []
  for (let at = 0; at < program.length && literals.length < MAX_VALUES; at++) {
    if (program[at] !== '"' && program[at] !== "'") continue
    const end = endOfLiteral(program, at)
    const text = end - at < MIN_LITERAL_CHARS ? undefined : readLiteral(program.slice(at, end))
    const key = KEY_BEFORE.exec(program.slice(Math.max(0, at - 70), at))?.[1] ?? ''
    if (text !== undefined) literals.push({ key, text })
    at = end - 1
  }
  return literals
}
