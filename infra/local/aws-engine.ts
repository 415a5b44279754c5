import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { buildApp } from 'fauxqs'
// Fauxqs' own start listens on every interface, and its app alone keeps nothing: the parts that keep the state
// are exported by no name, so they are taken by path. The version is pinned.
import { PersistenceManager } from '../../node_modules/fauxqs/dist/persistence.js'
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js'
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js'
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js'
import { REGION } from './aws-json.ts'
import type { DeclaredQueue, DeclaredSubscription } from './declared.ts'
import { nameInArn, queueUrl } from './names.ts'

/** Queues, topics and buckets, in this process and in one SQLite file. */
export type AwsEngine = {
  endpoint: string
  ensureQueue: (queue: DeclaredQueue) => void
  ensureTopic: (name: string) => void
  ensureSubscription: (subscription: DeclaredSubscription) => void
  ensureBucket: (name: string) => void
  /** Sends an event to every subscriber of a topic that lives on this machine. */
  publish: (topicArn: string, message: string) => Promise<void>
  close: () => Promise<void>
}

/** Raw bytes travel in packs: far above what a batch of pages can weigh. */
const MAX_OBJECT_BYTES = 512 * 1024 * 1024

export async function startAwsEngine(folderPath: string): Promise<AwsEngine> {
  freeMessagesInFlight(folderPath)
  const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() }
  // Objects lie in the same SQLite file and not as files: a process killed between writing an object's bytes and
  // their description leaves a store that does not open again.
  const persistence = new PersistenceManager(folderPath)
  persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store)
  stores.sqsStore.persistence = persistence
  stores.snsStore.persistence = persistence
  stores.s3Store.persistence = persistence
  for (const queue of stores.sqsStore.allQueues()) queue.persistence = persistence
  // With a host of its own the engine would make queue URLs below *.localhost, which not every system resolves.
  stores.sqsStore.host = ''
  const app = buildApp({ logger: false, defaultRegion: REGION, stores })
  app.removeContentTypeParser('*')
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_OBJECT_BYTES }, (_request, body, done) =>
    done(null, body),
  )
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' })

  return {
    endpoint,
    ensureQueue: queue => ensureQueue(stores.sqsStore, endpoint, queue),
    ensureTopic: name => void stores.snsStore.createTopic(name, undefined, undefined, REGION),
    ensureSubscription: subscription => ensureSubscription(stores.snsStore, subscription),
    ensureBucket: name => {
      if (!stores.s3Store.hasBucket(name)) stores.s3Store.createBucket(name)
    },
    publish: (topicArn, message) => publish(endpoint, topicArn, message),
    close: async () => {
      await app.close()
      persistence.close()
    },
  }
}

/**
 * Makes every message visible that was being worked on when the last process ended: nobody is left to finish
 * it. The receive that was cut short does not count toward the dead-letter queue.
 */
function freeMessagesInFlight(folderPath: string): void {
  const path = join(folderPath, 'fauxqs.db')
  if (!existsSync(path)) return
  const database = new DatabaseSync(path)
  const known =
    database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'sqs_messages'").get() !== undefined
  if (known) {
    database.exec(`
      UPDATE sqs_messages
      SET receipt_handle = NULL, visibility_deadline = NULL,
          approximate_receive_count = MAX(approximate_receive_count - 1, 0)
      WHERE receipt_handle IS NOT NULL`)
  }
  database.close()
}

/** The engine refuses to change a subscription: one that the template has changed is made anew. */
function ensureSubscription(store: SnsStore, subscription: DeclaredSubscription): void {
  const { TopicArn, Protocol, Endpoint, FilterPolicy, FilterPolicyScope, RawMessageDelivery } = subscription
  const told = {
    ...(FilterPolicy !== undefined && { FilterPolicy: JSON.stringify(FilterPolicy) }),
    ...(FilterPolicyScope !== undefined && { FilterPolicyScope }),
    ...(RawMessageDelivery !== undefined && { RawMessageDelivery: String(RawMessageDelivery) }),
  }
  for (const known of store.listSubscriptionsByTopic(TopicArn).subscriptions)
    if (known.protocol === Protocol && known.endpoint === Endpoint) store.unsubscribe(known.arn)
  store.subscribe(TopicArn, Protocol, Endpoint, told)
}

function ensureQueue(store: SqsStore, origin: string, queue: DeclaredQueue): void {
  const attributes = queueAttributes(queue)
  const url = queueUrl(origin, queue.name)
  const arn = `arn:aws:sqs:${REGION}:${url.split('/').at(-2)}:${queue.name}`
  const existing = store.getQueueByArn(arn)
  if (existing === undefined) store.createQueue(queue.name, url, arn, attributes)
  else existing.setAttributes({ RedrivePolicy: '', ...attributes })
}

function queueAttributes(queue: DeclaredQueue): Record<string, string> {
  const { VisibilityTimeout, MessageRetentionPeriod, DelaySeconds, RedrivePolicy } = queue
  const numbers = { VisibilityTimeout, MessageRetentionPeriod, DelaySeconds }
  const attributes = Object.entries(numbers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  if (RedrivePolicy !== undefined) attributes.push(['RedrivePolicy', JSON.stringify(RedrivePolicy)])
  return Object.fromEntries(attributes)
}

async function publish(endpoint: string, topicArn: string, message: string): Promise<void> {
  const form = new URLSearchParams({ Action: 'Publish', TopicArn: topicArn, Message: message })
  const response = await fetch(endpoint, { method: 'POST', body: form })
  const answer = await response.text()
  if (!response.ok)
    throw new Error(`the topic ${nameInArn(topicArn)} refused an event: ${answer.slice(0, 300)}`)
}
