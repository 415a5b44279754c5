import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const root = `${import.meta.dirname}/..`

/** What a tool printed, and whether it was content. */
async function told(command: string, args: readonly string[]): Promise<string> {
  try {
    await run(`${root}/node_modules/.bin/${command}`, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 })
    return 'no complaint'
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error)
      return `${error.stdout}${error.stderr}`
    throw error
  }
}

describe('the tree', () => {
  it('keeps its directions, its format and its bans: no casts, no ambient clock, no upward import', async () => {
    expect(await told('biome', ['check', '--error-on-warnings', '.'])).toBe('no complaint')
  }, 60_000)

  it('has sound types', async () => {
    expect(await told('tsc', [])).toBe('no complaint')
  }, 120_000)
})
