import { Duration } from 'aws-cdk-lib'
import type { IRuleTarget } from 'aws-cdk-lib/aws-events'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { AlarmTopic } from './alarms.ts'
import { Archive } from './archive.ts'
import type { ArticleFilter } from './article-filter.ts'
import { ArticleBus } from './event-bus.ts'
import { EveryMinute } from './every-minute.ts'
import { impacts } from './impacts.ts'
import { LambdaFunction } from './lambda-function.ts'
import { indexArn, Ledger } from './ledger.ts'
import { Outbox } from './outbox.ts'
import { QueryApi } from './query-api.ts'
import { Subscription } from './subscription.ts'
import { Webhook } from './webhook.ts'
import { WorkQueue } from './work-queue.ts'

export type PressPipelineProps = {
  /** Tells one pipeline of an account from another: names the bus and stands in every event's `source`. */
  stage: string
  /** What publishers see in their logs as the visitor's name. */
  userAgent: string
  /** The functions, each with `index.handler`; plan's also holds `sources.json`, publish's `watches.json`. */
  code: Record<'plan' | 'poll' | 'ingest' | 'publish' | 'query' | 'webhook', Code>
}

/** What stands as `source` in every event of a stage. */
export function eventSourceUrn(stage: string): string {
  return `urn:communique:${stage}`
}

/** The whole pipeline, in the order in which an article travels through it. */
export class PressPipeline extends Construct {
  readonly ledger: Ledger
  readonly archive: Archive
  readonly articles: ArticleBus
  readonly api: QueryApi
  readonly polls: WorkQueue
  readonly entries: WorkQueue
  readonly outbox: Outbox
  readonly alarms: AlarmTopic
  readonly #userAgent: string
  readonly #webhookCode: Code

  constructor(scope: Construct, id: string, { stage, userAgent, code }: PressPipelineProps) {
    super(scope, id)
    const ledger = new Ledger(this, 'Ledger')
    const archive = new Archive(this, 'Archive')
    const { sources, articles, hashes } = ledger

    // Every minute: who is due?
    const pollTimeout = Duration.seconds(120)
    const polls = new WorkQueue(this, 'Polls', {
      workTimeout: pollTimeout,
      stuckAfter: Duration.minutes(30),
      impact: impacts.polls,
    })
    const ingestTimeout = Duration.seconds(120)
    const entries = new WorkQueue(this, 'Entries', {
      workTimeout: ingestTimeout,
      stuckAfter: Duration.hours(1),
      impact: impacts.entries,
    })
    const plan = new LambdaFunction(this, 'Plan', {
      description: 'Decides every minute which sources and which pages are due',
      code: code.plan,
      timeout: Duration.seconds(30),
      environment: {
        SOURCES_TABLE: sources.tableName,
        POLLS_QUEUE_URL: polls.queue.queueUrl,
        ENTRIES_QUEUE_URL: entries.queue.queueUrl,
      },
      impact: impacts.plan,
    })
    plan.allow(indexArn(sources, 'bySchedule'), ['dynamodb:Query'])
    plan.allow(sources.tableArn, [
      ...read,
      'dynamodb:PutItem',
      'dynamodb:DeleteItem',
      'dynamodb:BatchWriteItem',
    ])
    plan.allow(polls.queue.queueArn, ['sqs:SendMessage'])
    plan.allow(entries.queue.queueArn, ['sqs:SendMessage']) // pages to look at again
    new EveryMinute(this, 'Clock', { worker: plan, impact: impacts.clock })

    // Fetch what is due, and pass on every entry never seen before.
    const poll = new LambdaFunction(this, 'Poll', {
      description: 'Fetches the sources that are due and queues their new entries',
      code: code.poll,
      timeout: pollTimeout,
      memoryMb: 512,
      environment: {
        SOURCES_TABLE: sources.tableName,
        ENTRIES_QUEUE_URL: entries.queue.queueUrl,
        ARCHIVE_BUCKET: archive.bucket.bucketName,
        USER_AGENT: userAgent,
      },
      impact: impacts.poll,
    })
    polls.workedBy(poll, { batchSize: 1, maxConcurrency: 5 })
    poll.allow(sources.tableArn, [...read, 'dynamodb:PutItem'])
    poll.allow(entries.queue.queueArn, ['sqs:SendMessage'])
    archive.writtenBy(poll, 'claims')

    // Fetch each entry's page, keep its bytes, and record it once.
    const ingest = new LambdaFunction(this, 'Ingest', {
      description: 'Fetches the page of an entry, archives it and records the article',
      code: code.ingest,
      timeout: ingestTimeout,
      memoryMb: 1024,
      environment: {
        SOURCES_TABLE: sources.tableName,
        ARTICLES_TABLE: articles.tableName,
        HASHES_TABLE: hashes.tableName,
        ARCHIVE_BUCKET: archive.bucket.bucketName,
        ENTRIES_QUEUE_URL: entries.queue.queueUrl,
        USER_AGENT: userAgent,
      },
      impact: impacts.ingest,
    })
    entries.workedBy(ingest, { batchSize: 20, batchingWindow: Duration.seconds(1), maxConcurrency: 10 })
    ingest.allow(sources.tableArn, [...read, 'dynamodb:PutItem']) // pages to look at again, and what they have in common
    ingest.allow(articles.tableArn, [...read, 'dynamodb:PutItem', 'dynamodb:UpdateItem'])
    ingest.allow(hashes.tableArn, [
      ...read,
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:ConditionCheckItem',
    ])
    archive.readBy(ingest, 'claims')
    archive.readBy(ingest, 'text')
    archive.writtenBy(ingest, 'text')
    archive.writtenBy(ingest, 'raw')
    ingest.allow(entries.queue.queueArn, ['sqs:SendMessage']) // a page that failed is asked for again later

    // Show every committed revision in the lists, and announce it and what happened to sources.
    const announcements = new ArticleBus(this, 'Announcements', { busName: `communique-${stage}` })
    const publish = new LambdaFunction(this, 'Publish', {
      description: 'Announces each committed revision on the bus',
      code: code.publish,
      timeout: Duration.seconds(30),
      environment: {
        ARTICLES_TABLE: articles.tableName,
        BUS_NAME: announcements.bus.eventBusName,
        ARCHIVE_BUCKET: archive.bucket.bucketName,
        EVENT_SOURCE_URN: eventSourceUrn(stage),
      },
      impact: impacts.publish,
    })
    publish.allow(articles.tableArn, ['dynamodb:UpdateItem'])
    publish.allow(announcements.bus.eventBusArn, ['events:PutEvents'])
    archive.readBy(publish, 'text') // watches look into it
    this.outbox = new Outbox(this, 'Outbox', { articles, sources, worker: publish, impact: impacts.outbox })

    // Answer questions.
    const query = new LambdaFunction(this, 'Query', {
      description: 'Answers questions about articles and sources',
      code: code.query,
      timeout: Duration.seconds(15),
      memoryMb: 512,
      environment: {
        ARTICLES_TABLE: articles.tableName,
        SOURCES_TABLE: sources.tableName,
        ARCHIVE_BUCKET: archive.bucket.bucketName,
      },
      impact: impacts.query,
    })
    query.allow(articles.tableArn, read)
    query.allow([indexArn(articles, 'byTime'), indexArn(articles, 'bySource')], ['dynamodb:Query'])
    query.allow(sources.tableArn, read)
    query.allow(indexArn(sources, 'bySchedule'), ['dynamodb:Query'])
    archive.readBy(query, 'text')
    archive.readBy(query, 'raw')
    const api = new QueryApi(this, 'QueryApi', { query })

    const alarms = new AlarmTopic(this, 'Alarms')
    alarms.hearAll(this)

    this.ledger = ledger
    this.archive = archive
    this.articles = announcements
    this.polls = polls
    this.entries = entries
    this.api = api
    this.alarms = alarms
    this.#userAgent = userAgent
    this.#webhookCode = code.webhook
  }

  /** Hands the articles of a filter to a target: a function, a queue, a state machine … */
  onArticle(id: string, filter: ArticleFilter, target: IRuleTarget): Subscription {
    const subscription = new Subscription(this, id, { bus: this.articles.bus, filter, target })
    this.alarms.hearAll(subscription)
    return subscription
  }

  /** Posts the articles of a filter to a server, signed. `allowPrivateNetwork` is for one's own machine alone. */
  webhook(
    id: string,
    options: { url: string; filter?: ArticleFilter; allowPrivateNetwork?: boolean },
  ): Webhook {
    const { url, filter = {}, allowPrivateNetwork = false } = options
    const from = { bus: this.articles.bus, code: this.#webhookCode, userAgent: this.#userAgent }
    const webhook = new Webhook(this, id, { ...from, url, filter, allowPrivateNetwork })
    this.alarms.hearAll(webhook)
    return webhook
  }
}

/** The ways of reading rows by their keys; scanning a whole table is not among them. */
const read = ['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem']
