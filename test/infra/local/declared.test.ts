import { expect, test } from 'vitest'
import {
  declaredFunctions,
  declaredMappings,
  declaredQueues,
  declaredRoutes,
  declaredRules,
} from '../../../infra/local/declared.ts'
import { lookupOf } from '../../../infra/local/names.ts'
import { readTemplate } from '../../../infra/local/template.ts'
import fixture from '../../fixtures/local/template.json' with { type: 'json' }

const engines = {
  queueOrigin: 'http://127.0.0.1:4000',
  streamArns: new Map([['WordsTable', 'arn:aws:dynamodb:local:1:table/WordsTable/stream/1']]),
  apiOrigin: 'http://127.0.0.1:8080',
}

function read(resources: object = {}) {
  const template = readTemplate({ Resources: { ...fixture.Resources, ...resources } })
  return { template, lookup: lookupOf(template, engines) }
}

test('reads a function with its bundle, its limits and its environment', () => {
  const { template, lookup } = read()
  expect(declaredFunctions(template, lookup, '/out')).toContainEqual({
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:WorkFunction0A1B2C3D',
    name: 'work',
    bundlePath: '/out/asset.work/index.mjs',
    handlerName: 'handler',
    timeoutMs: 10_000,
    memoryMb: 256,
    environment: { WORDS_TABLE: 'WordsTable' },
  })
})

test('reads how a queue and a stream feed their functions', () => {
  const { template, lookup } = read()
  const [queue, stream] = declaredMappings(template, lookup)
  expect(queue).toMatchObject({
    batchSize: 20,
    windowMs: 1_000,
    reportsItemFailures: true,
    maxConcurrency: Number.POSITIVE_INFINITY,
  })
  expect(stream).toMatchObject({ maxRetries: 2, bisects: true, filters: [{ eventName: ['INSERT'] }] })
  expect(stream?.failureArn).toBe('arn:aws:sqs:us-east-1:000000000000:WordsDead')
})

test('retries for ever where the template says -1, as Lambda does', () => {
  const { AnnounceMapping } = fixture.Resources
  const forever = {
    ...AnnounceMapping,
    Properties: { ...AnnounceMapping.Properties, MaximumRetryAttempts: -1 },
  }
  const { template, lookup } = read({ AnnounceMapping: forever })
  expect(declaredMappings(template, lookup)[1]?.maxRetries).toBe(Number.POSITIVE_INFINITY)
})

test('follows a route through its integration to the function', () => {
  const { template, lookup } = read()
  expect(declaredRoutes(template, lookup)).toEqual([
    { routeKey: 'ANY /{proxy+}', functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:Answer' },
  ])
})

test('keeps the redrive policy of a queue', () => {
  const { template, lookup } = read()
  expect(declaredQueues(template, lookup)).toContainEqual({
    name: 'WordsQueue',
    VisibilityTimeout: 60,
    RedrivePolicy: {
      deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:WordsDead',
      maxReceiveCount: 2,
    },
  })
})

test('leaves out a disabled rule, and refuses one that reshapes events', () => {
  const { Rule } = fixture.Resources
  const disabled = read({ Rule: { ...Rule, Properties: { ...Rule.Properties, State: 'DISABLED' } } })
  expect(declaredRules(disabled.template, disabled.lookup)).toEqual([])
  const Targets = [{ Id: 'a', Arn: 'arn:aws:sqs:x:1:q', InputPath: '$.detail' }]
  const reshaping = read({ Rule: { ...Rule, Properties: { ...Rule.Properties, Targets } } })
  expect(() => declaredRules(reshaping.template, reshaping.lookup)).toThrow('reshapes events')
})

test('names the resource and the property that it cannot read', () => {
  const { template, lookup } = read({
    WordsQueue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 'long' } },
  })
  expect(() => declaredQueues(template, lookup)).toThrow(/AWS::SQS::Queue WordsQueue.*VisibilityTimeout/s)
})
