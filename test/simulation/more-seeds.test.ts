import { expect, it } from 'vitest'
import { brokenIn } from './promises.ts'

// A file of its own, so that two cores share the thousand.
it('the pipeline keeps its promises in the other 500 of a thousand stories', async () => {
  expect(await brokenIn(501, 1_000)).toEqual([])
}, 300_000)
