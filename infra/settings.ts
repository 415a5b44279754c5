import * as z from 'zod/mini'

/** What a synthesis is told: by the environment (ground, files) and by CDK context (`-c stage=… -c contact=…`). */
const Told = z.object({
  ground: z._default(z.enum(['aws', 'local'], { error: 'COMMUNIQUE_GROUND: must be aws or local' }), 'aws'),
  sourcesPath: z._default(z.string(), 'sources.yaml'),
  sampleOrigin: z.optional(
    z.url({ error: 'COMMUNIQUE_SAMPLE_ORIGIN: must be an origin such as http://127.0.0.1:8081' }),
  ),
  // The stage stands in names of at most 64 characters and in a URN.
  stage: z.optional(
    z.string().check(
      z.regex(/^[a-z][a-z0-9-]{0,23}$/, {
        error: 'context stage: must be lower-case letters, digits and hyphens, at most 24, such as prod',
      }),
    ),
  ),
  webhook: z.optional(
    z.url({ protocol: /^https?$/, error: 'webhook: must be an address such as https://example.org/hook' }),
  ),
  // It travels in a request header, inside its parentheses.
  contact: z.optional(
    z.string().check(
      z.regex(/^[\x21-\x27\x2a-\x7e]{1,200}$/, {
        error: 'context contact: must be an address or URL without spaces or parentheses',
      }),
    ),
  ),
})

export type Settings = {
  ground: 'aws' | 'local'
  /** The sources file's path, against the working directory. */
  sourcesPath: string
  /** Where `sample:` sources lie on the local ground; not needed when there are none. */
  sampleOrigin: string | undefined
  stage: string
  userAgent: string
  /** Where every article event is posted. */
  webhook: string | undefined
}

/**
 * Reads the settings of one synthesis. `version` is the package's. Every fault is one line; nothing is thrown.
 */
export function readSettings(
  environment: Record<string, string | undefined>,
  context: { stage?: unknown; contact?: unknown; webhook?: unknown },
  version: string,
): { kind: 'settings'; settings: Settings } | { kind: 'faulty'; faults: string[] } {
  const parsed = Told.safeParse({
    ground: environment.COMMUNIQUE_GROUND,
    sourcesPath: environment.COMMUNIQUE_SOURCES,
    sampleOrigin: environment.COMMUNIQUE_SAMPLE_ORIGIN,
    ...context,
    webhook: environment.COMMUNIQUE_WEBHOOK ?? context.webhook,
  })
  if (!parsed.success) return { kind: 'faulty', faults: parsed.error.issues.map(({ message }) => message) }
  const { ground, sourcesPath, sampleOrigin, stage, contact, webhook } = parsed.data
  if (ground === 'aws' && webhook?.startsWith('http:'))
    return { kind: 'faulty', faults: ['webhook: must be https (http is for this machine only)'] }
  return {
    kind: 'settings',
    settings: {
      ground,
      sourcesPath,
      sampleOrigin,
      stage: stage ?? (ground === 'local' ? 'local' : 'prod'),
      userAgent: userAgent(version, contact),
      webhook,
    },
  }
}

/** `communique/0.1 (+https://example.org/about)`: who asks, and where its operator is found. */
function userAgent(version: string, contact?: string): string {
  const [major, minor] = version.split('.')
  const product = `communique/${major}.${minor}`
  return contact === undefined ? product : `${product} (+${contact})`
}
