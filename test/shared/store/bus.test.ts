import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, test } from 'vitest'
import { announcementOf } from '../../../functions/publish/announcements.ts'
import { eventBridgeBus } from '../../../shared/store/bus.ts'
import { anArticle } from '../../support/samples.ts'

const eventBridge = mockClient(EventBridgeClient)
const bus = eventBridgeBus(new EventBridgeClient({ region: 'us-east-1' }), 'communique-test')

beforeEach(() => eventBridge.reset())

const origin = { sourceUrn: 'urn:communique:test', archiveBucket: 'archive' }
const announcement = (articleId: string) =>
  announcementOf({ kind: 'revision', article: anArticle({ articleId }) }, origin)
const taken = { EventId: 'some-id' }
const refused = { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' }
const putSubjects = () =>
  eventBridge
    .commandCalls(PutEventsCommand)
    .map(call => (call.args[0].input.Entries ?? []).map(({ Detail = '' }) => JSON.parse(Detail).subject))

test('an announcement becomes an entry of our bus, under its own time', async () => {
  eventBridge.on(PutEventsCommand).resolves({ Entries: [taken] })
  const { detailType, event } = announcement('a')
  expect(await bus.announceAll([{ detailType, event }])).toEqual([{ kind: 'announced' }])
  const entries = eventBridge.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries
  expect(entries).toEqual([
    {
      EventBusName: 'communique-test',
      Source: 'communique',
      DetailType: 'Article Published',
      Detail: JSON.stringify(event),
      Time: new Date(event.time),
    },
  ])
})

test('puts ten a call, and nothing when there is nothing', async () => {
  eventBridge.on(PutEventsCommand).callsFake(({ Entries }) => ({ Entries: Entries.map(() => taken) }))
  const ids = Array.from({ length: 23 }, (_, index) => `article-${index}`)
  expect(await bus.announceAll(ids.map(announcement))).toHaveLength(23)
  expect(putSubjects()).toEqual([ids.slice(0, 10), ids.slice(10, 20), ids.slice(20)])
  eventBridge.resetHistory()
  expect(await bus.announceAll([])).toEqual([])
  expect(putSubjects()).toEqual([])
})

test('entries that alone failed are put again alone, and each is told in its own place', async () => {
  eventBridge
    .on(PutEventsCommand)
    .resolvesOnce({ Entries: [taken, refused, taken, refused] })
    .resolvesOnce({ Entries: [refused, taken] })
    .resolvesOnce({ Entries: [refused] })
  expect(await bus.announceAll(['a', 'b', 'c', 'd'].map(announcement))).toEqual([
    { kind: 'announced' },
    { kind: 'refused', reason: 'ThrottlingException' },
    { kind: 'announced' },
    { kind: 'announced' },
  ])
  expect(putSubjects()).toEqual([['a', 'b', 'c', 'd'], ['b', 'd'], ['b']])
})

test('an entry that the answer does not speak of was not taken', async () => {
  eventBridge.on(PutEventsCommand).resolves({ Entries: [taken] })
  const outcomes = await bus.announceAll(['a', 'b', 'c', 'd'].map(announcement))
  expect(outcomes.at(-1)).toEqual({ kind: 'refused', reason: 'no answer for this entry' })
})

test('a call that fails as a whole throws', async () => {
  eventBridge.on(PutEventsCommand).rejects(new Error('no such bus'))
  await expect(bus.announceAll([announcement('a')])).rejects.toThrow('no such bus')
})
