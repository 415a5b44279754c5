import { eventKinds } from './event-schemas.ts'
import { eventDeclarations } from './event-types.ts'
import { sampleEvents } from './sample-events.ts'

/** What docs/events holds, by path: a schema and a sample of every kind of event, and their TypeScript types. */
export function eventFiles(): Map<string, string> {
  const kinds = eventKinds()
  const types = new Map(kinds.map(({ detailType, type }) => [detailType, type]))
  return new Map([
    ['events.d.ts', eventDeclarations(kinds)],
    ...kinds.map(({ type, schema }): [string, string] => [`schemas/${type}.json`, json(schema)]),
    ...sampleEvents().map(({ detailType, event }): [string, string] => [
      `samples/${types.get(detailType)}.json`,
      json({ source: 'communique', 'detail-type': detailType, detail: event }),
    ]),
  ])
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
