import { App, Stack } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { SubscriberStack } from '../../docs/examples/subscriber-stack.ts'
import { announcementOf } from '../../functions/publish/announcements.ts'
import { type ArticleFilter, articlePattern } from '../../infra/constructs/article-filter.ts'
import { PressPipeline } from '../../infra/constructs/press-pipeline.ts'
import { startAwsEngine } from '../../infra/local/aws-engine.ts'
import { readPattern } from '../../infra/local/event-pattern.ts'
import { queueUrl } from '../../infra/local/names.ts'
import { queueClient } from '../../infra/local/queue-client.ts'
import type { Article } from '../../shared/article.ts'
import { sampleEvents } from '../events/sample-events.ts'
import { anArticle } from '../support/samples.ts'
import { scratchFolder } from './local/scratch.ts'
import { named } from './synthesised.ts'

const origin = { sourceUrn: 'urn:communique:test', archiveBucket: 'archive' }

function delivered(article: Article, watches: string[] = []) {
  const { detailType, event } = announcementOf({ kind: 'revision', article }, origin, { watches })
  return { source: 'communique', 'detail-type': detailType, detail: event }
}

function selects(filter: ArticleFilter, event: unknown): boolean {
  const { detailType, ...pattern } = articlePattern(filter)
  return readPattern({ ...pattern, 'detail-type': detailType })(event)
}

describe('a filter', () => {
  const event = delivered(anArticle({ language: 'en-GB' }), ['ferries'])

  test('that is empty takes every article event and none of a source', () => {
    for (const { detailType, event: detail } of sampleEvents()) {
      const told = { source: 'communique', 'detail-type': detailType, detail }
      expect(selects({}, told)).toBe(detailType.startsWith('Article'))
      expect(selects({ sources: [], text: [] }, told)).toBe(detailType.startsWith('Article'))
    }
  })

  test.each<[ArticleFilter, ArticleFilter]>([
    [{ events: ['Article Published'] }, { events: ['Article Updated'] }],
    [{ sources: ['x', 'ostervik-harbour'] }, { sources: ['x'] }],
    [{ languages: ['en'] }, { languages: ['e', 'de'] }],
    [{ countries: ['NO'] }, { countries: ['SE'] }],
    [{ kinds: ['government'] }, { kinds: ['news'] }],
    [{ watches: ['ferries'] }, { watches: ['trams'] }],
    [{ text: ['ISLAND FERRY'] }, { text: ['island tram'] }],
    [{ text: ['ferr*'] }, { text: ['ferr'] }],
    [{ text: ['tram', 'two weeks early'] }, { text: ['wo weeks'] }],
    [
      { countries: ['NO'], text: ['ferry'] },
      { countries: ['SE'], text: ['ferry'] },
    ],
  ])('%j takes what %j does not', (taking, leaving) => {
    expect([selects(taking, event), selects(leaving, event)]).toEqual([true, false])
  })

  test('finds words in any script, without regard to accents and case', () => {
    const abroad = delivered(anArticle({ headline: 'ΕΛΛΆΔΑ: 首相官邸', summary: 'À l’École' }))
    for (const words of ['ελλαδα', '首相', 'ecole', 'L’ÉCOLE'])
      expect(selects({ text: [words] }, abroad)).toBe(true)
  })

  test('that is longer than a rule’s pattern may be is refused at synthesis, and so is one without a letter', () => {
    const text = Array.from({ length: 200 }, (_, index) => `a long phrase ${index}`)
    expect(() => articlePattern({ text })).toThrow(/use a watch/)
    expect(() => articlePattern({ text: ['!'] })).toThrow(/no letter/)
  })
})

const app = () =>
  new App({ context: recommendedFlags, analyticsReporting: false, builtinCloudFormationValidation: false })

function newsroom() {
  const stack = new Stack(app(), 'Newsroom')
  const code = Code.fromInline('export const handler = async () => {}')
  const pipeline = new PressPipeline(stack, 'Pipeline', {
    stage: 'test',
    userAgent: 'communique/0.1',
    code: { plan: code, poll: code, ingest: code, publish: code, query: code, webhook: code },
  })
  return { stack, pipeline }
}

describe('a subscription in the pipeline’s stack', () => {
  const { stack, pipeline } = newsroom()
  pipeline.onArticle('Ferries', { watches: ['ferries'] }, new SqsQueue(new Queue(stack, 'Mine')))
  pipeline.webhook('Hook', { url: 'https://receiver.example/hook', filter: { countries: ['NO'] } })
  const template = Template.fromStack(stack)

  test('is a rule on the bus whose undelivered events wait in a queue that only this rule may fill', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: Match.objectLike({ detail: { data: { watches: ['ferries'] } } }),
      Targets: [Match.objectLike({ DeadLetterConfig: { Arn: Match.anyValue() } })],
    })
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'sqs:SendMessage',
            Principal: { Service: 'events.amazonaws.com' },
            Condition: {
              ArnEquals: {
                'aws:SourceArn': { 'Fn::GetAtt': [Match.stringLikeRegexp('FerriesRule'), 'Arn'] },
              },
            },
          }),
        ]),
      }),
    })
  })

  test('may be a webhook: a queue, a secret made here, and a sender that may read both and nothing else', () => {
    const senders = Object.entries(template.findResources('AWS::Lambda::Function')).filter(([id]) =>
      named({ Ref: id }).startsWith('Hook'),
    )
    expect(senders[0]?.[1].Properties.Environment.Variables).toMatchObject({
      WEBHOOK_URL: 'https://receiver.example/hook',
      ALLOW_PRIVATE_NETWORK: 'no',
    })
    const rights = Object.entries(template.findResources('AWS::IAM::Policy'))
      .filter(([id]) => named({ Ref: id }).startsWith('HookSender'))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
      .flatMap(({ Action }) => Action)
    expect([...new Set(rights)].toSorted()).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'secretsmanager:GetSecretValue',
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:ReceiveMessage',
      'sqs:SendMessage',
    ])
  })

  test('must be https in AWS', () => {
    expect(() => newsroom().pipeline.webhook('Hook', { url: 'http://receiver.example/' })).toThrow(/https/)
  })
})

const busArn = 'arn:aws:events:eu-central-1:123456789012:event-bus/communique-prod'
const articlesTopicArn = 'arn:aws:sns:eu-central-1:123456789012:articles'
const FilterPolicy = z.record(z.string(), z.unknown())

describe('the example of a stack of one’s own', () => {
  const template = Template.fromStack(
    new SubscriberStack(app(), 'Subscriber', { busArn, articlesTopicArn, mail: 'desk@newsroom.example' }),
  )
  const policies = Object.values(template.findResources('AWS::SNS::Subscription')).map(({ Properties }) => ({
    protocol: Properties.Protocol,
    scope: Properties.FilterPolicyScope,
    policy: z.parse(FilterPolicy, Properties.FilterPolicy),
  }))

  test('has a rule on the pipeline’s bus and two subscriptions that look into the message', () => {
    template.hasResourceProperties('AWS::Events::Rule', { EventBusName: 'communique-prod' })
    expect(policies.map(({ protocol, scope }) => [protocol, scope])).toEqual([
      ['email', 'MessageBody'],
      ['sqs', 'MessageBody'],
    ])
  })

  test('gets by the topic what its filter says, on this machine too', async () => {
    const engine = await startAwsEngine(await scratchFolder())
    engine.ensureTopic('articles')
    engine.ensureQueue({ name: 'ferries' })
    const TopicArn = 'arn:aws:sns:us-east-1:000000000000:articles'
    const subscription = {
      TopicArn,
      Protocol: 'sqs',
      Endpoint: 'arn:aws:sqs:us-east-1:000000000000:ferries',
      RawMessageDelivery: true,
      FilterPolicyScope: 'MessageBody',
    }
    engine.ensureSubscription({ ...subscription, FilterPolicy: { source: ['nobody'] } })
    engine.ensureSubscription({ ...subscription, FilterPolicy: policies[0]?.policy })
    const { publisher } = anArticle()
    const armenian = anArticle({ articleId: 'other', publisher: { ...publisher, country: 'AM' } })
    const told = [delivered(armenian), delivered(anArticle())]
    for (const event of told) await engine.publish(TopicArn, JSON.stringify(event))
    const queue = queueClient(engine.endpoint, queueUrl(engine.endpoint, 'ferries'))
    const messages = await queue.receive({ max: 10, waitSeconds: 1, signal: new AbortController().signal })
    expect(messages.map(({ Body }) => JSON.parse(Body))).toEqual([told[0]])
    await engine.close()
  })
})
