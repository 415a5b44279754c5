import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { Clock } from '../runtime/clock.ts'

const REMEMBERED_MS = 5 * 60_000

/**
 * A secret of Secrets Manager, asked for again every five minutes: one that was rotated is in use soon.
 * @throws when there is no such secret, or none in text.
 */
export function secretOf(
  client: SecretsManagerClient,
  secretId: string,
  clock: Pick<Clock, 'nowMs'>,
): () => Promise<string> {
  let known: { value: string; untilMs: number } | undefined
  return async () => {
    if (known !== undefined && clock.nowMs() < known.untilMs) return known.value
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }))
    if (SecretString === undefined) throw new Error(`the secret ${secretId} holds no text`)
    known = { value: SecretString, untilMs: clock.nowMs() + REMEMBERED_MS }
    return SecretString
  }
}
