// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the notation of Fn::Sub

import { expect, test } from 'vitest'
import { resolveValue } from '../../../infra/local/intrinsics.ts'
import { type Engines, lookupOf, physicalName } from '../../../infra/local/names.ts'
import { readTemplate } from '../../../infra/local/template.ts'
import fixture from '../../fixtures/local/template.json' with { type: 'json' }

const engines: Engines = {
  queueOrigin: 'http://127.0.0.1:4000',
  streamArns: new Map([['WordsTable', 'arn:aws:dynamodb:local:1:table/WordsTable/stream/1']]),
  apiOrigin: 'http://127.0.0.1:8080',
}
const lookup = lookupOf(readTemplate(fixture), engines)
const resolve = (value: unknown) => resolveValue(value, lookup)

test.each([
  [{ Ref: 'WordsQueue' }, 'http://127.0.0.1:4000/000000000000/WordsQueue'],
  [{ 'Fn::GetAtt': ['WordsQueue', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:WordsQueue'],
  [{ 'Fn::GetAtt': 'WordsQueue.QueueName' }, 'WordsQueue'],
  [{ Ref: 'WordsTable' }, 'WordsTable'],
  [{ 'Fn::GetAtt': ['WordsTable', 'StreamArn'] }, 'arn:aws:dynamodb:local:1:table/WordsTable/stream/1'],
  [{ Ref: 'Archive' }, 'archive'],
  [{ 'Fn::GetAtt': ['Archive', 'Arn'] }, 'arn:aws:s3:::archive'],
  [{ Ref: 'Topic' }, 'arn:aws:sns:us-east-1:000000000000:Topic'],
  [{ Ref: 'Bus' }, 'words'],
  [{ 'Fn::GetAtt': ['Bus', 'Arn'] }, 'arn:aws:events:us-east-1:000000000000:event-bus/words'],
  [{ 'Fn::GetAtt': ['Role', 'Arn'] }, 'arn:aws:iam::000000000000:role/Role'],
  [{ 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, 'http://127.0.0.1:8080'],
  [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 3]] }, 'a-us-east-1-3'],
  [{ 'Fn::Sub': 'x-${AWS::AccountId}-${Bus.Name}-${!kept}' }, 'x-000000000000-words-${kept}'],
  [
    { 'Fn::Sub': ['${Name}/${Bus}', { Name: { Ref: 'Topic' } }] },
    'arn:aws:sns:us-east-1:000000000000:Topic/words',
  ],
  [{ 'Fn::Select': [5, { 'Fn::Split': [':', { Ref: 'Topic' }] }] }, 'Topic'],
])('works out %j', (value, expected) => {
  expect(resolve(value)).toBe(expected)
})

test('leaves plain values as they are and drops what has no value', () => {
  const value = {
    a: [1, { Ref: 'AWS::NoValue' }, 'x'],
    b: { Ref: 'AWS::NoValue' },
    c: { Ref: 'Bus', and: 'more' },
  }
  expect(resolve(value)).toEqual({ a: [1, 'x'], c: { Ref: 'Bus', and: 'more' } })
})

test.each([
  [{ 'Fn::ImportValue': 'elsewhere' }, 'does not understand Fn::ImportValue'],
  [{ Ref: 'Nothing' }, 'no name of Nothing'],
  [{ 'Fn::GetAtt': ['Alarm', 'Arn'] }, 'no Arn of Alarm, a AWS::CloudWatch::Alarm'],
  [{ 'Fn::GetAtt': ['WordsQueue', 'Colour'] }, 'no Colour of WordsQueue'],
  [{ 'Fn::Select': [9, ['a']] }, 'Fn::Select finds nothing'],
])('refuses %j instead of guessing', (value, complaint) => {
  expect(() => resolve(value)).toThrow(complaint)
})

test('refuses a resource that it neither runs nor may leave out', () => {
  const template = {
    Resources: { Ring: { Type: 'AWS::Kinesis::Stream' }, Watch: { Type: 'AWS::CloudWatch::Alarm' } },
  }
  expect(() => readTemplate(template)).toThrow('this machine cannot run AWS::Kinesis::Stream (Ring)')
})

test('calls a resource by the name that the template gives, otherwise by its logical id', () => {
  const named = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'mine' } }
  expect(physicalName('Queue', named)).toBe('mine')
  expect(physicalName('Queue', { Type: 'AWS::SQS::Queue', Properties: {} })).toBe('Queue')
})
