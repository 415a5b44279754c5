import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { functionPool } from '../../../infra/local/function-pool.ts'
import { scratchFolder } from './scratch.ts'

/** A pool over a bundle with the given body of its handler. */
async function poolOf(body: string, { size = 2, timeoutMs = 5_000 } = {}) {
  const folder = await scratchFolder()
  const bundlePath = join(folder, 'index.mjs')
  await writeFile(
    bundlePath,
    `let calls = 0\nexport async function handler(event, context) { calls += 1\n${body} }`,
  )
  const written: string[] = []
  const pool = functionPool({
    declared: {
      arn: 'arn:aws:lambda:us-east-1:000000000000:function:Test',
      name: 'test',
      bundlePath,
      handlerName: 'handler',
      timeoutMs,
      memoryMb: 128,
      environment: {},
    },
    environment: { ONLY: 'this' },
    size,
    output: (_, stream, text) => written.push(`${stream}: ${text}`),
  })
  onTestFinished(() => pool.close(0))
  return { pool, written }
}

test('hands over the event, the context and exactly the environment that was given', async () => {
  const { pool } = await poolOf(
    'return { event, environment: { ...process.env }, name: context.functionName, id: context.awsRequestId, left: context.getRemainingTimeInMillis() }',
  )
  const outcome = await pool.invoke({ a: 1, b: undefined })
  expect(outcome).toMatchObject({
    kind: 'returned',
    value: { event: { a: 1 }, environment: { ONLY: 'this' }, name: 'Test', id: expect.stringMatching(/-/) },
  })
  const left = outcome.kind === 'returned' ? (outcome.value as { left: number }).left : 0
  expect(left).toBeGreaterThan(3_000)
  expect(left).toBeLessThanOrEqual(5_000)
})

test('has all that an invocation wrote when its result is there', async () => {
  const { pool, written } = await poolOf('console.log("one"); console.error("two"); return "done"')
  await pool.invoke({})
  expect(written).toEqual(['stdout: one\n', 'stderr: two\n'])
})

test('keeps an environment for the next invocation and makes no more than it may', async () => {
  const { pool } = await poolOf('await new Promise(done => setTimeout(done, 50)); return calls', { size: 2 })
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => pool.invoke({})))
  const calls = outcomes.map(outcome => outcome.kind === 'returned' && outcome.value)
  expect(calls.filter(call => call === 1)).toHaveLength(2)
  expect(Math.max(...calls.map(Number))).toBeGreaterThan(2)
})

test('tells an error with what caused it, and goes on with the same environment', async () => {
  const { pool } = await poolOf('if (event.bad) throw new Error("broken"); return calls', { size: 1 })
  const failure = await pool.invoke({ bad: true })
  expect(failure).toMatchObject({ kind: 'failed', reason: expect.stringContaining('broken') })
  expect(await pool.invoke({})).toEqual({ kind: 'returned', value: 2 })
})

test.each([
  ['never answers', 'await new Promise(() => {})', 'longer than its 0.4 s'],
  ['never lets go', 'for (;;) {}', 'longer than its 0.4 s'],
  ['ends its process', 'process.exit(3)', 'its environment ended'],
  [
    'throws beside its promise',
    'setTimeout(() => { throw new Error("loose") }); await new Promise(() => {})',
    'loose',
  ],
  ['eats its memory', 'const all = []; for (;;) all.push(new Array(1000).fill({}))', 'heap out of memory'],
])(
  'replaces an environment that %s',
  async (_, misdeed, reason) => {
    const timeoutMs = reason === 'heap out of memory' ? 20_000 : 400
    const { pool } = await poolOf(`if (event.bad) { ${misdeed} }; return calls`, { size: 1, timeoutMs })
    await pool.warm()
    const [bad, next] = await Promise.all([pool.invoke({ bad: true }), pool.invoke({})])
    expect(bad).toMatchObject({ kind: 'failed', reason: expect.stringContaining(reason) })
    expect(next).toEqual({ kind: 'returned', value: 1 })
  },
  30_000,
)

test('ends the process of an invocation that took too long', async () => {
  const { pool, written } = await poolOf('console.log(process.pid); await new Promise(() => {})', {
    timeoutMs: 300,
  })
  await pool.invoke({})
  const pid = Number(written.join('').replace('stdout: ', ''))
  await expect.poll(() => isRunning(pid)).toBe(false)
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('says why a bundle cannot be loaded, at every invocation', async () => {
  const { pool } = await poolOf('} this is no JavaScript {')
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await pool.invoke({})).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('cannot be loaded'),
    })
  }
})

test('a pool that is closed lets running work end and takes none on', async () => {
  const { pool } = await poolOf('await new Promise(done => setTimeout(done, 100)); return "ended"')
  const running = pool.invoke({})
  await pool.warm()
  await pool.close(5_000)
  expect(await running).toEqual({ kind: 'returned', value: 'ended' })
  expect(await pool.invoke({})).toEqual({ kind: 'stopped' })
})

test('work that outlasts the patience of a close is stopped, not failed', async () => {
  const { pool } = await poolOf('await new Promise(() => {})')
  const running = pool.invoke({})
  await pool.close(50)
  expect(await running).toEqual({ kind: 'stopped' })
})
