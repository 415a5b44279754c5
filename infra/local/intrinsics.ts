/** A part of the template that this machine cannot run as it stands; says which and why. */
export class TemplateFault extends Error {}

/**
 * What a resource is called and which attributes it has, once the engines know: `attribute` is undefined for Ref.
 * @throws TemplateFault for what has no such attribute here
 */
export type Lookup = (logicalId: string, attribute: string | undefined) => string

const pseudoParameter = /^AWS::/

/**
 * A property's value with every CloudFormation intrinsic worked out.
 * @throws TemplateFault for an intrinsic that this machine does not understand
 */
export function resolveValue(value: unknown, lookup: Lookup): unknown {
  if (Array.isArray(value))
    return value.map(item => resolveValue(item, lookup)).filter(item => item !== undefined)
  if (!isMap(value)) return value
  const [entry, ...more] = Object.entries(value)
  if (entry !== undefined && more.length === 0 && isIntrinsic(entry[0]))
    return resolveIntrinsic(entry, lookup)
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, resolveValue(inner, lookup)])
      .filter(([, inner]) => inner !== undefined),
  )
}

function isIntrinsic(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::')
}

function resolveIntrinsic([name, argument]: [string, unknown], lookup: Lookup): unknown {
  const work = intrinsics.get(name)
  if (work === undefined)
    throw new TemplateFault(`this machine does not understand ${name} ${JSON.stringify(argument)}`)
  return work(argument, lookup)
}

const intrinsics = new Map<string, (argument: unknown, lookup: Lookup) => unknown>([
  [
    'Ref',
    (argument, lookup) => (argument === 'AWS::NoValue' ? undefined : lookup(text(argument), undefined)),
  ],
  ['Fn::GetAtt', getAttribute],
  ['Fn::Join', join],
  ['Fn::Sub', substitute],
  ['Fn::Split', split],
  ['Fn::Select', select],
])

function getAttribute(argument: unknown, lookup: Lookup): string {
  const [logicalId = '', ...attribute] = Array.isArray(argument)
    ? argument.map(text)
    : text(argument).split('.')
  return lookup(logicalId, attribute.join('.'))
}

function join(argument: unknown, lookup: Lookup): string {
  const [separator, parts] = pair(argument)
  const resolved = resolveValue(parts, lookup)
  if (!Array.isArray(resolved)) throw new TemplateFault(`Fn::Join needs a list: ${JSON.stringify(argument)}`)
  return resolved.map(text).join(text(separator))
}

function substitute(argument: unknown, lookup: Lookup): string {
  const [pattern, variables] = Array.isArray(argument) ? pair(argument) : [argument, {}]
  const own = resolveValue(variables, lookup)
  return text(pattern).replace(/\$\{([^}]{1,255})\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`
    const value = isMap(own) ? own[name] : undefined
    if (value !== undefined) return text(value)
    const [logicalId = '', ...attribute] = pseudoParameter.test(name) ? [name] : name.split('.')
    return lookup(logicalId, attribute.length === 0 ? undefined : attribute.join('.'))
  })
}

function split(argument: unknown, lookup: Lookup): string[] {
  const [separator, whole] = pair(argument)
  return text(resolveValue(whole, lookup)).split(text(separator))
}

function select(argument: unknown, lookup: Lookup): unknown {
  const [index, list] = pair(argument)
  const resolved = resolveValue(list, lookup)
  const chosen = Array.isArray(resolved) ? resolved[Number(index)] : undefined
  if (chosen === undefined) throw new TemplateFault(`Fn::Select finds nothing: ${JSON.stringify(argument)}`)
  return chosen
}

function pair(argument: unknown): [unknown, unknown] {
  if (Array.isArray(argument) && argument.length === 2) return [argument[0], argument[1]]
  throw new TemplateFault(`an intrinsic needs two arguments: ${JSON.stringify(argument)}`)
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new TemplateFault(`the template holds ${JSON.stringify(value)} where text belongs`)
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
