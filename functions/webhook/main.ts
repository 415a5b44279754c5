import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SQSClient } from '@aws-sdk/client-sqs'
import { systemClock } from '../../shared/runtime/clock.ts'
import { readConfig, WebhookConfig } from '../../shared/runtime/config.ts'
import { consoleLogger } from '../../shared/runtime/logger.ts'
import { sqsDeadLetters } from '../../shared/store/dead-letters.ts'
import { sqsHiddenMessages } from '../../shared/store/hidden-messages.ts'
import { secretOf } from '../../shared/store/secret.ts'
import { WIRE_PATIENCE } from '../../shared/store/wire-patience.ts'
import { createPoster } from '../../shared/web/post.ts'
import { makeHandler } from './handler.ts'

const config = readConfig(WebhookConfig, process.env)
const sqs = new SQSClient(WIRE_PATIENCE)

export const handler = makeHandler({
  url: config.WEBHOOK_URL,
  secret: secretOf(new SecretsManagerClient(WIRE_PATIENCE), config.WEBHOOK_SECRET_ID, systemClock),
  post: createPoster({
    userAgent: config.USER_AGENT,
    allowPrivateNetwork: config.ALLOW_PRIVATE_NETWORK === 'yes',
    timeoutMs: 15_000,
  }),
  hidden: sqsHiddenMessages(sqs, config.WEBHOOK_QUEUE_URL),
  deadLetters: sqsDeadLetters(sqs, config.DEAD_LETTERS_URL, 'webhook'),
  maxReceives: config.MAX_RECEIVES,
  clock: systemClock,
  chance: Math.random,
  logger: consoleLogger,
})
