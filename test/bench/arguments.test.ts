import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readArguments, usage } from './arguments.ts'

describe('the words after npm run bench', () => {
  it('name a bench, and rounds and pages where they are wanted', () => {
    expect(readArguments(['feeds'])).toEqual({ kind: 'feeds', rounds: undefined })
    expect(readArguments(['text', '--pages', 'saved', '--rounds', '3'])).toEqual({
      kind: 'text',
      rounds: 3,
      pages: 'saved',
    })
    expect(readArguments(['dedup', '--documents', '900'])).toEqual({
      kind: 'dedup',
      documents: 900,
      stream: undefined,
    })
  })

  it.each([
    [[], 'which bench?'],
    [['weather'], 'no bench is called weather'],
    [['feeds', 'text'], 'one bench at a time'],
    [['feeds', '--rounds', '0'], '--rounds takes a whole number from 1'],
    [['feeds', '--rounds', 'many'], '--rounds takes a whole number from 1'],
    [['feeds', '--pages', 'saved'], '--pages is for text'],
    [['dedup', '--rounds', '3'], '--rounds is for feeds and text'],
    [['dedup', '--documents', '0'], '--documents takes a whole number from 1'],
  ])('%j is refused: %s', (words, reason) => {
    expect(readArguments(words)).toEqual({ kind: 'wrong', reason })
  })

  it('are refused when an option is unknown', () => {
    expect(readArguments(['feeds', '--fast']).kind).toBe('wrong')
  })

  it('end with the usage and code 2 when they cannot be understood', () => {
    const run = spawnSync(process.execPath, [`${import.meta.dirname}/run.ts`, 'weather'], {
      encoding: 'utf8',
    })
    expect(run.stderr).toContain(usage)
    expect(run.stdout).toBe('')
    expect(run.status).toBe(2)
  })
})
