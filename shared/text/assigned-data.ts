import { parseLenient } from './json-ld.ts'

const QUOTES = /["']/

/** Where the bracket that opens at `from` is closed, or -1; strings are skipped. */
function closingOf(text: string, from: number): number {
  let depth = 0
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? ''
    if (quote !== '') {
      if (char === '\\') at++
      else if (char === quote) quote = ''
    } else if (char === '"') quote = char
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return at
  }
  return -1
}

/** The string literal that starts at `from`, read as JSON reads strings; undefined for what is none. */
function literalAt(text: string, from: number): string | undefined {
  const quote = text[from] ?? ''
  if (!QUOTES.test(quote)) return undefined
  let end = from + 1
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1
  const inside = text.slice(from + 1, end)
  const json = quote === '"' ? inside : inside.replace(/\\'/g, "'").replace(/(?<!\\)"/g, '\\"')
  const value = parseLenient(`"${json.replace(/\\x([\da-f]{2})/gi, '\\u00$1')}"`)
  return typeof value === 'string' ? value : undefined
}

/**
 * The data that a program assigns to a name first: `window.state = {...}` and `JSON.parse("...")`. Undefined when
 * that is no JSON; `undefined` as a value counts as null.
 */
export function readAssignedData(program: string): unknown {
  const equals = program.indexOf('=')
  const parsed = /^\s*JSON\.parse\(\s*/.exec(program.slice(equals + 1, equals + 100))
  if (parsed) {
    const literal = literalAt(program, equals + 1 + parsed[0].length)
    return literal === undefined ? undefined : parseLenient(literal)
  }
  const open = program.indexOf('{', equals)
  const close = open < 0 ? -1 : closingOf(program, open)
  if (close < 0) return undefined
  return parseLenient(program.slice(open, close + 1).replace(/:\s*undefined\s*(?=[,}])/g, ':null'))
}
