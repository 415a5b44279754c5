import { expect, test } from 'vitest'
import { readArguments } from '../../../infra/local/arguments.ts'

test('without a word it follows sources.yaml into the folder data', () => {
  expect(readArguments([])).toEqual({
    kind: 'start',
    options: { sourcesPath: 'sources.yaml', dataPath: 'data', port: undefined, once: false, json: false },
  })
})

test('takes every option', () => {
  const words = ['--sources', 'mine.yaml', '--data=/srv/press', '--port', '9000', '--once', '--json']
  expect(readArguments(words)).toEqual({
    kind: 'start',
    options: { sourcesPath: 'mine.yaml', dataPath: '/srv/press', port: 9000, once: true, json: true },
  })
})

test.each([
  [['--port', '99999'], '--port must be a number from 0 to 65535 (found 99999)'],
  [['--port', '80.5'], '--port must be a number from 0 to 65535 (found 80.5)'],
  [['--json'], '--json needs --once: it prints the summary of one run'],
  [['--data', ''], '--sources and --data need a path'],
  [['--bogus'], "Unknown option '--bogus'"],
])('says what is wrong with %j', (words, reason) => {
  expect(readArguments(words)).toEqual({ kind: 'wrong', reason })
})

test('a word that belongs to no option is wrong', () => {
  expect(readArguments(['once']).kind).toBe('wrong')
})

test('asks for help before it minds anything else', () => {
  expect(readArguments(['--help', '--json']).kind).toBe('help')
})
