import { expect, test } from 'vitest'
import { scratchFolder } from './infra/local/scratch.ts'
import { killRun } from './kill/kill-run.ts'

test('killed three times while every twentieth call to AWS fails, the pipeline ends with each article once', async () => {
  const dataPath = await scratchFolder()
  const outcome = await killRun({ articles: 60, kills: 3, faults: 0.05, seed: 1, dataPath, tell: () => {} })
  expect(outcome).toMatchObject({ rows: 60, published: 60, breaches: [] })
}, 180_000)
