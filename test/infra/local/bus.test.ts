import { expect, test } from 'vitest'
import { type BusEvent, eventBus } from '../../../infra/local/bus.ts'

function busWith(deliver: (arn: string, event: BusEvent) => Promise<void> = async () => {}) {
  const appended: unknown[] = []
  const delivered: [string, BusEvent][] = []
  const seen = new Set<string>()
  const bus = eventBus({
    busNames: ['press'],
    rules: [
      { busName: 'press', pattern: { 'detail-type': ['Article Published'] }, targetArns: ['arn:topic'] },
      { busName: 'press', pattern: { source: ['other'] }, targetArns: ['arn:nobody'] },
      { busName: 'elsewhere', pattern: { source: ['communique'] }, targetArns: ['arn:nobody'] },
    ],
    log: {
      append: event => {
        const key = JSON.stringify(event.detail)
        const isNew = !seen.has(key)
        seen.add(key)
        if (isNew) appended.push(event)
        return isNew
      },
      close: () => {},
    },
    deliver: async (arn, event) => {
      await deliver(arn, event)
      delivered.push([arn, event])
    },
    appended: () => {},
  })
  return { bus, appended, delivered }
}

const entry = {
  EventBusName: 'arn:aws:events:us-east-1:000000000000:event-bus/press',
  Source: 'communique',
  DetailType: 'Article Published',
  Detail: '{"id":"a#1"}',
  Time: 1_795_000_000.25,
}

test('keeps an event and delivers it to the targets of the rules that match', async () => {
  const { bus, appended, delivered } = busWith()
  expect(await bus.put({ Entries: [entry] })).toMatchObject({
    FailedEntryCount: 0,
    Entries: [{ EventId: expect.any(String) }],
  })
  expect(appended).toMatchObject([
    {
      source: 'communique',
      'detail-type': 'Article Published',
      time: '2026-11-18T11:06:40Z',
      detail: { id: 'a#1' },
    },
  ])
  expect(delivered.map(([arn]) => arn)).toEqual(['arn:topic'])
})

test.each([
  [{ EventBusName: 'nowhere' }, 'ResourceNotFoundException'],
  [{ Detail: '{"id":' }, 'MalformedDetail'],
  [{ Detail: '"text"' }, 'MalformedDetail'],
])('refuses the entry %j alone', async (change, ErrorCode) => {
  const { bus, appended } = busWith()
  const { FailedEntryCount, Entries } = await bus.put({ Entries: [{ ...entry, ...change }, entry] })
  expect(FailedEntryCount).toBe(1)
  expect(Entries).toMatchObject([{ ErrorCode }, { EventId: expect.any(String) }])
  expect(appended).toHaveLength(1)
})

test('an event that could not be delivered is put again, and kept once', async () => {
  let failures = 1
  const { bus, appended, delivered } = busWith(async () => {
    if (failures-- > 0) throw new Error('the topic is away')
  })
  expect(await bus.put({ Entries: [entry] })).toMatchObject({ Entries: [{ ErrorCode: 'InternalFailure' }] })
  expect(await bus.put({ Entries: [entry] })).toMatchObject({ FailedEntryCount: 0 })
  expect([appended.length, delivered.length]).toEqual([1, 1])
})
