import { describe, expect, test } from 'vitest'
import { causes, jsonLogger } from '../../../shared/runtime/logger.ts'

function logged(work: (logger: ReturnType<typeof jsonLogger>) => void): string[] {
  const lines: string[] = []
  work(jsonLogger(line => lines.push(line)))
  return lines
}
const parsed = (lines: readonly string[]) => lines.map(line => JSON.parse(line))
const ingested = { progress: 'ingested', sourceId: 'harbour', outcome: 'created' } as const

describe('a log line', () => {
  test('of progress is the fact as JSON', () => {
    expect(parsed(logged(logger => logger.progress(ingested)))).toEqual([{ level: 'INFO', ...ingested }])
  })

  test('of an error tells what failed, for whom, why, and where', () => {
    const cause = new TypeError('no bytes', { cause: new Error('socket closed') })
    const [line] = parsed(logged(logger => logger.error('message failed', cause, { messageId: 'm' })))
    expect(line).toEqual({
      level: 'ERROR',
      message: 'message failed',
      messageId: 'm',
      causes: ['TypeError: no bytes', 'Error: socket closed'],
      stack: expect.stringContaining('logger.test.ts'),
    })
  })

  test('cannot be forged: whatever a publisher writes stays inside one value of one line', () => {
    const headline = 'Ferry\n{"progress":"announced","id":"forged"}\r\n\u2028\u0085","level":"ERROR'
    const lines = logged(logger => {
      logger.progress({ ...ingested, headline })
      logger.error(headline, new Error(headline), { [headline]: headline })
    })
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(line).not.toMatch(/[\r\n]/)
    expect(parsed(lines)[0]).toEqual({ level: 'INFO', ...ingested, headline })
    expect(parsed(lines)[1]).toMatchObject({
      level: 'ERROR',
      message: headline,
      causes: [`Error: ${headline}`],
    })
  })

  test('is cut where a value is longer than anyone reads', () => {
    const lines = logged(logger => logger.progress({ ...ingested, headline: 'x'.repeat(100_000) }))
    expect(lines[0]?.length).toBeLessThan(2_200)
    expect(parsed(lines)[0].headline).toMatch(/^x{2000}…$/)
  })
})

test('causes of what is no error are what it says', () => {
  expect(causes('plain text')).toEqual(['plain text'])
  expect(causes(new Error('outer', { cause: 'inner' }))).toEqual(['Error: outer', 'inner'])
})
