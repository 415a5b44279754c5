import * as z from 'zod/mini'
import { ARTICLE_EVENT_TYPES, ArticleEvent, SOURCE_EVENT_TYPES, SourceEvent } from '../../shared/events.ts'

/** The part of JSON Schema (draft 2020-12) that our events use. */
export const JsonSchema = z.object({
  $schema: z.optional(z.string()),
  title: z.optional(z.string()),
  description: z.optional(z.string()),
  type: z.optional(z.string()),
  const: z.optional(z.string()),
  enum: z.optional(z.array(z.string())),
  format: z.optional(z.string()),
  pattern: z.optional(z.string()),
  get properties() {
    return z.optional(z.record(z.string(), JsonSchema))
  },
  required: z.optional(z.array(z.string())),
  get items() {
    return z.optional(JsonSchema)
  },
  get additionalProperties() {
    return z.optional(JsonSchema)
  },
})
export type JsonSchema = z.infer<typeof JsonSchema>

export type EventKind = { detailType: string; type: string; schema: JsonSchema }

/** Every kind of event with its schema. Fields that a schema does not know are allowed: a later event may have more. */
export function eventKinds(): EventKind[] {
  const articles = Object.entries(ARTICLE_EVENT_TYPES).map(([detailType, type]) =>
    kindOf(detailType, type, z.extend(ArticleEvent, { type: z.literal(type) })),
  )
  const sources = Object.entries(SOURCE_EVENT_TYPES).map(([detailType, type]) => {
    const schema = SourceEvent.def.options.find(({ shape }) =>
      shape.type.def.values.some(value => value === type),
    )
    if (schema === undefined) throw new Error(`no schema has the type ${type}`)
    return kindOf(detailType, type, schema)
  })
  return [...articles, ...sources]
}

function kindOf(detailType: string, type: string, schema: z.ZodMiniType): EventKind {
  const generated = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', override: asOthersReadIt })
  const { $schema, ...rest } = z.parse(JsonSchema, generated)
  const description = `${detailType}: the detail of the EventBridge event, a CloudEvent 1.0 in structured mode.`
  return { detailType, type, schema: { ...($schema && { $schema }), title: type, description, ...rest } }
}

/** A format says more than its regular expression. */
function asOthersReadIt({ jsonSchema }: { jsonSchema: { format?: string; pattern?: string } }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
}
