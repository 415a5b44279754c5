import { expect, test } from 'vitest'
import { IngestConfig, PlanConfig, readConfig } from '../../../shared/runtime/config.ts'

const settings = {
  SOURCES_TABLE: 'sources',
  POLLS_QUEUE_URL: 'https://queue.example/polls',
  ENTRIES_QUEUE_URL: 'https://queue.example/entries',
}
const environment = { ...settings, PATH: '/bin' }

test('settings are read out of an environment that holds more', () => {
  expect(readConfig(PlanConfig, environment)).toEqual(settings)
})

test('every missing setting is named at once, and none that is there', () => {
  expect(() => readConfig(IngestConfig, environment)).toThrow(
    'The environment lacks ARTICLES_TABLE, HASHES_TABLE, ARCHIVE_BUCKET, USER_AGENT, DEAD_LETTERS_URL:',
  )
})

test('an empty setting is a missing one', () => {
  expect(() => readConfig(PlanConfig, { ...environment, SOURCES_TABLE: '' })).toThrow('lacks SOURCES_TABLE:')
})
