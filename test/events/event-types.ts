import type { EventKind, JsonSchema } from './event-schemas.ts'

const HEAD = `// Written by npm run events from shared/events.ts: the events as a subscriber reads them.
// A later event may have more fields and more words in its enumerations, never fewer.
`

/** The events as TypeScript declarations, for subscribers that have nothing else of this repository. */
export function eventDeclarations(kinds: readonly EventKind[]): string {
  const interfaces = kinds.map(
    ({ detailType, schema }) => `export type ${nameOf(detailType)} = ${typeOf(schema)}\n`,
  )
  const names = kinds.map(({ detailType }) => `  | ${nameOf(detailType)}`)
  const delivered = kinds.map(({ detailType }) => `  | Delivered<'${detailType}', ${nameOf(detailType)}>`)
  return `${HEAD}
/** What EventBridge hands to a target. */
export type Delivered<DetailType extends string, Event> = {
  version: '0'
  id: string
  'detail-type': DetailType
  source: 'communique'
  account: string
  time: string
  region: string
  resources: string[]
  'replay-name'?: string
  detail: Event
}

export type DeliveredEvent =
${delivered.join('\n')}

export type CommuniqueEvent =
${names.join('\n')}

${interfaces.join('\n')}`
}

/** `Article Duplicate Linked` → `ArticleDuplicateLinked`. */
function nameOf(detailType: string): string {
  return detailType.replaceAll(' ', '')
}

function typeOf(schema: JsonSchema, indent = ''): string {
  if (schema.const !== undefined) return `'${schema.const}'`
  if (schema.enum !== undefined) return schema.enum.map(word => `'${word}'`).join(' | ')
  if (schema.type === 'array' && schema.items) return `Array<${typeOf(schema.items, indent)}>`
  if (schema.properties !== undefined) return objectOf(schema.properties, schema.required ?? [], indent)
  if (schema.additionalProperties) return `Record<string, ${typeOf(schema.additionalProperties, indent)}>`
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  if (schema.type === 'string' || schema.type === 'boolean') return schema.type
  throw new Error(`no type for ${JSON.stringify(schema)}`)
}

function objectOf(
  properties: Record<string, JsonSchema>,
  required: readonly string[],
  indent: string,
): string {
  const inner = `${indent}  `
  const lines = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? '' : '?'
    return `${inner}${name}${mark}: ${typeOf(schema, inner)}\n`
  })
  return `{\n${lines.join('')}${indent}}`
}
