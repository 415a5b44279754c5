import { expect, test } from 'vitest'
import { failedIds, retryDelaySeconds } from '../../../infra/local/queue-pump.ts'

const batch = [{ MessageId: 'a' }, { MessageId: 'b' }]
const returned = (value: unknown) => ({ kind: 'returned' as const, value })
const failing = (...ids: string[]) =>
  returned({ batchItemFailures: ids.map(itemIdentifier => ({ itemIdentifier })) })

test('brings back the messages that the function names', () => {
  expect([...failedIds(failing('b'), batch, true)]).toEqual(['b'])
})

test.each([returned(null), returned({}), failing()])('brings nothing back for %j', outcome => {
  expect(failedIds(outcome, batch, true).size).toBe(0)
})

test.each([failing('a', 'nobody'), failing(''), returned({ batchItemFailures: 'a' })])(
  'brings everything back for %j, as Lambda does',
  outcome => {
    expect([...failedIds(outcome, batch, true)]).toEqual(['a', 'b'])
  },
)

test('brings everything back when the function failed or was stopped', () => {
  expect(failedIds({ kind: 'failed', reason: 'x' }, batch, true).size).toBe(2)
  expect(failedIds({ kind: 'stopped' }, batch, true).size).toBe(2)
})

test('minds no names where the mapping does not ask for them', () => {
  expect(failedIds(failing('a'), batch, false).size).toBe(0)
})

test('waits longer after each failure, and never more than half a minute', () => {
  expect([1, 2, 3, 5, 9].map(retryDelaySeconds)).toEqual([1, 2, 4, 16, 30])
})
