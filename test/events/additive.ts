import type { JsonSchema } from './event-schemas.ts'

/** What a schema of today lacks of an earlier one: every field that is gone, or promises less. Empty when nothing. */
export function lacksOf(today: JsonSchema | undefined, before: JsonSchema, path = 'event'): string[] {
  if (today === undefined) return [`${path} is gone`]
  const changed = (['type', 'const', 'format', 'pattern'] as const)
    .filter(word => before[word] !== undefined && today[word] !== before[word])
    .map(word => `${path}: ${word} was ${before[word]}, is ${today[word]}`)
  const lost = (before.enum ?? []).filter(word => today.enum !== undefined && !today.enum.includes(word))
  const loose = (before.required ?? []).filter(name => !today.required?.includes(name))
  return [
    ...changed,
    ...lost.map(word => `${path}: ${word} is no longer one of its words`),
    ...loose.map(name => `${path}.${name} may now be missing`),
    ...Object.entries(before.properties ?? {}).flatMap(([name, schema]) =>
      lacksOf(today.properties?.[name], schema, `${path}.${name}`),
    ),
    ...(before.items ? lacksOf(today.items, before.items, `${path}[]`) : []),
    ...(before.additionalProperties
      ? lacksOf(today.additionalProperties, before.additionalProperties, `${path}{}`)
      : []),
  ]
}
