import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { extractArticle } from '../../../shared/text/extract.ts'
import { HOSTILE_PAGES } from '../../support/hostile-pages.ts'

const run = promisify(execFile)
const SCRIPT = `${import.meta.dirname}/../../support/read-hostile-page.ts`
const Cost = z.object({ cpuMs: z.number(), maxRssMb: z.number(), chars: z.number() })

/** The smallest machine that the pipeline promises to run on; the page itself and the runtime count as well. */
const MEMORY_MB = 256
/** Four times the promise of one second: CPU time grows when tests, compiler and collector share two cores. */
const CPU_MS = 4_000

describe('any page is survived', () => {
  it.each(Object.keys(HOSTILE_PAGES))('%s', { timeout: 60_000 }, async name => {
    const { stdout } = await run(process.execPath, ['--max-old-space-size=192', SCRIPT, name])
    const { cpuMs, maxRssMb, chars } = Cost.parse(JSON.parse(stdout))
    expect(chars).toBeLessThanOrEqual(300_000)
    expect(maxRssMb).toBeLessThan(MEMORY_MB)
    expect(cpuMs).toBeLessThan(CPU_MS)
  })

  it.each([
    ['nothing', '', ''],
    ['no markup at all', 'Just a line.', 'Just a line.'],
    ['a tag named like what every object has', '<constructor>A line of it.</constructor>', 'A line of it.'],
    ['a tag cut in its middle', '<p>A line of it.</p><p cla', 'A line of it.'],
  ])('%s', (_, html, text) => {
    expect(extractArticle(html, { url: 'https://a.example/1' }).text).toBe(text)
  })
})
