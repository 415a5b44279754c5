/**
 * EventBridge's pattern language, which rules and Lambda's event filters share:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 * Understood: exact values, prefix, suffix, anything-but (also of a list, prefix, suffix, equals-ignore-case),
 * equals-ignore-case, wildcard, numeric, exists and $or. `cidr` is not.
 */
export type EventPattern = (event: unknown) => boolean

type ValueTest = (value: unknown) => boolean

/**
 * Turns a pattern into a question about events.
 * @throws for what is no pattern and for every matcher that is not understood: never a silent "no".
 */
export function readPattern(pattern: unknown): EventPattern {
  const fields = asMap(pattern, 'a pattern')
  const tests = Object.entries(fields).map(([key, inner]) =>
    key === '$or' ? either(inner) : field(key, inner),
  )
  return event => tests.every(test => test(event))
}

function either(patterns: unknown): EventPattern {
  if (!Array.isArray(patterns)) throw new Error('$or must hold a list of patterns')
  const tests = patterns.map(readPattern)
  return event => tests.some(test => test(event))
}

function field(key: string, inner: unknown): EventPattern {
  if (!Array.isArray(inner)) {
    const nested = readPattern(inner)
    return event => nested(isMap(event) ? event[key] : undefined)
  }
  const tests = inner.map(readMatcher)
  return event => {
    const value = isMap(event) ? event[key] : undefined
    const candidates = Array.isArray(value) ? value : [value]
    return candidates.some(candidate => tests.some(test => test(candidate)))
  }
}

function readMatcher(matcher: unknown): ValueTest {
  if (!isMap(matcher)) return value => value === matcher
  const [entry, ...more] = Object.entries(matcher)
  if (entry === undefined || more.length > 0) throw new Error(`not a matcher: ${JSON.stringify(matcher)}`)
  const [name, argument] = entry
  const build = matchers.get(name)
  if (build === undefined)
    throw new Error(`this machine does not understand the matcher ${JSON.stringify(matcher)}`)
  return build(argument)
}

const matchers = new Map<string, (argument: unknown) => ValueTest>([
  ['prefix', argument => affix(argument, (text, part) => text.startsWith(part))],
  ['suffix', argument => affix(argument, (text, part) => text.endsWith(part))],
  [
    'equals-ignore-case',
    argument => ofText(lowered(asText(argument)), (text, wanted) => lowered(text) === wanted),
  ],
  ['wildcard', argument => ofText(asText(argument), matchesWildcard)],
  ['exists', exists],
  ['anything-but', anythingBut],
  ['numeric', numeric],
])

function affix(argument: unknown, holds: (text: string, part: string) => boolean): ValueTest {
  if (!isMap(argument)) return ofText(asText(argument), holds)
  const part = lowered(asText(argument['equals-ignore-case']))
  return ofText(part, (text, wanted) => holds(lowered(text), wanted))
}

function exists(argument: unknown): ValueTest {
  if (typeof argument !== 'boolean') throw new Error('exists must be true or false')
  // Only a leaf counts: EventBridge says so of both exists: true and exists: false.
  return value => (value !== undefined && !isMap(value)) === argument
}

function anythingBut(argument: unknown): ValueTest {
  const tests = (Array.isArray(argument) ? argument : [argument]).map(readMatcher)
  return value => value !== undefined && !tests.some(test => test(value))
}

const comparisons = new Map<unknown, (value: number, bound: number) => boolean>([
  ['=', (value, bound) => value === bound],
  ['<', (value, bound) => value < bound],
  ['<=', (value, bound) => value <= bound],
  ['>', (value, bound) => value > bound],
  ['>=', (value, bound) => value >= bound],
])

function numeric(argument: unknown): ValueTest {
  if (!Array.isArray(argument) || argument.length === 0 || argument.length % 2 !== 0) {
    throw new Error('numeric must hold pairs of a comparison and a number')
  }
  const tests = argument.flatMap((operator, index) =>
    index % 2 === 0 ? [comparison(operator, argument[index + 1])] : [],
  )
  return value => typeof value === 'number' && tests.every(test => test(value))
}

function comparison(operator: unknown, bound: unknown): (value: number) => boolean {
  const compare = comparisons.get(operator)
  if (compare === undefined || typeof bound !== 'number')
    throw new Error(`not a comparison: ${operator} ${bound}`)
  return value => compare(value, bound)
}

/** `*` stands for any characters. Greedy from the left, so linear in the text for every piece. */
function matchesWildcard(text: string, wanted: string): boolean {
  const [first = '', ...rest] = wanted.split('*')
  const last = rest.pop()
  if (last === undefined) return text === wanted
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false
  let position = first.length
  const end = text.length - last.length
  for (const piece of rest) {
    const found = text.indexOf(piece, position)
    if (found === -1 || found + piece.length > end) return false
    position = found + piece.length
  }
  return true
}

function ofText(wanted: string, holds: (text: string, wanted: string) => boolean): ValueTest {
  return value => typeof value === 'string' && holds(value, wanted)
}

function lowered(text: string): string {
  return text.toLowerCase()
}

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`must be text: ${JSON.stringify(value)}`)
  return value
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asMap(value: unknown, what: string): Record<string, unknown> {
  if (!isMap(value)) throw new Error(`${what} must be a map: ${JSON.stringify(value)}`)
  return value
}
