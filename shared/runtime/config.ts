import * as z from 'zod/mini'

const setting = z.string().check(z.minLength(1))

/** What each function is told by its environment; the stack must set every name (a test compares the two). */
export const PlanConfig = z.object({
  SOURCES_TABLE: setting,
  POLLS_QUEUE_URL: setting,
  ENTRIES_QUEUE_URL: setting,
})
export const PollConfig = z.object({
  SOURCES_TABLE: setting,
  ENTRIES_QUEUE_URL: setting,
  DEAD_LETTERS_URL: setting,
  ARCHIVE_BUCKET: setting,
  USER_AGENT: setting,
})
export const IngestConfig = z.object({
  SOURCES_TABLE: setting,
  ARTICLES_TABLE: setting,
  HASHES_TABLE: setting,
  ARCHIVE_BUCKET: setting,
  ENTRIES_QUEUE_URL: setting,
  USER_AGENT: setting,
  DEAD_LETTERS_URL: setting,
})
export const PublishConfig = z.object({
  ARTICLES_TABLE: setting,
  BUS_NAME: setting,
  ARCHIVE_BUCKET: setting,
  EVENT_SOURCE_URN: setting,
})
export const QueryConfig = z.object({
  ARTICLES_TABLE: setting,
  SOURCES_TABLE: setting,
  ARCHIVE_BUCKET: setting,
})
export const WebhookConfig = z.object({
  WEBHOOK_URL: setting,
  WEBHOOK_SECRET_ID: setting,
  WEBHOOK_QUEUE_URL: setting,
  DEAD_LETTERS_URL: setting,
  /** How often a message is tried. */
  MAX_RECEIVES: z.pipe(setting, z.transform(Number)),
  USER_AGENT: setting,
  /** `yes` on one's own machine, where the receiver may be there too. */
  ALLOW_PRIVATE_NETWORK: setting,
})

/**
 * Parses a function's settings out of its environment.
 * @throws when one is missing, naming every missing one.
 */
export function readConfig<Schema extends z.ZodMiniType>(
  schema: Schema,
  environment: Record<string, string | undefined>,
): z.infer<Schema> {
  const parsed = z.safeParse(schema, environment)
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map(issue => issue.path.join('.')).join(', ')
  throw new Error(`The environment lacks ${names}: deploy the stack again, or set it for this function.`)
}
