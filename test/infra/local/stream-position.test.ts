import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStreamPosition } from '../../../infra/local/stream-position.ts'
import { scratchFolder } from './scratch.ts'

test('is found again after a restart', async () => {
  const path = join(await scratchFolder(), 'position.json')
  openStreamPosition(path, 'arn:1').advance('shard', '42')
  expect(openStreamPosition(path, 'arn:1').of('shard')).toBe('42')
})

test('means nothing for a stream that was made anew', async () => {
  const path = join(await scratchFolder(), 'position.json')
  openStreamPosition(path, 'arn:1').advance('shard', '42')
  expect(openStreamPosition(path, 'arn:2').of('shard')).toBeUndefined()
})
