import { describe, expect, test } from 'vitest'
import { readSettings } from '../../infra/settings.ts'

const read = (environment: Record<string, string>, context: Record<string, unknown> = {}) =>
  readSettings(environment, context, '0.1.0')

describe('what a synthesis is told', () => {
  test('is the production stage for AWS and the shipped sources, when nothing is said', () => {
    expect(read({})).toEqual({
      kind: 'settings',
      settings: {
        ground: 'aws',
        sourcesPath: 'sources.yaml',
        sampleOrigin: undefined,
        stage: 'prod',
        userAgent: 'communique/0.1',
        webhook: undefined,
      },
    })
  })

  test('is a stage of its own on this machine, so that its events tell where they come from', () => {
    expect(
      read({
        COMMUNIQUE_GROUND: 'local',
        COMMUNIQUE_SOURCES: 'mine.yaml',
        COMMUNIQUE_SAMPLE_ORIGIN: 'http://127.0.0.1:8081',
      }),
    ).toMatchObject({
      settings: {
        ground: 'local',
        sourcesPath: 'mine.yaml',
        sampleOrigin: 'http://127.0.0.1:8081',
        stage: 'local',
      },
    })
  })

  test('names the operator to publishers when a contact is given', () => {
    expect(read({}, { contact: 'mailto:press@example.org' })).toMatchObject({
      settings: { userAgent: 'communique/0.1 (+mailto:press@example.org)' },
    })
  })

  test.each(['Prod', 'prod_eu', '1st', 'p'.repeat(25), '', 7])('cannot be the stage %j', stage => {
    expect(read({}, { stage })).toMatchObject({ kind: 'faulty' })
  })

  test.each(['two words', 'a)b', 'line\r\nX-Forged: yes', 'é@example.org', ''])(
    'cannot be the contact %j, which would break the request header',
    contact => {
      expect(read({}, { contact })).toEqual({
        kind: 'faulty',
        faults: ['context contact: must be an address or URL without spaces or parentheses'],
      })
    },
  )

  test('tells all faults at once, each with its name', () => {
    expect(read({ COMMUNIQUE_GROUND: 'moon', COMMUNIQUE_SAMPLE_ORIGIN: 'here' }, { stage: 'X' })).toEqual({
      kind: 'faulty',
      faults: [
        'COMMUNIQUE_GROUND: must be aws or local',
        'COMMUNIQUE_SAMPLE_ORIGIN: must be an origin such as http://127.0.0.1:8081',
        'context stage: must be lower-case letters, digits and hyphens, at most 24, such as prod',
      ],
    })
  })
})
