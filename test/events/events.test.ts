import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { ArticleEvent, SourceEvent } from '../../shared/events.ts'
import { lacksOf } from './additive.ts'
import { eventFiles } from './event-files.ts'
import { eventKinds, JsonSchema } from './event-schemas.ts'
import { sampleEvents } from './sample-events.ts'

const docs = join(import.meta.dirname, '../../docs/events')
const frozen = join(import.meta.dirname, '../fixtures/events')

// Not zod: an independent reader of the schemas.
const ajv = addFormats.default(new Ajv.default({ strict: true, allErrors: true }))
const validators = new Map(eventKinds().map(({ type, schema }) => [type, ajv.compile(schema)]))

const Sample = z.object({ 'detail-type': z.string(), detail: z.looseObject({ type: z.string() }) })

function samplesIn(folder: string) {
  return readdirSync(folder).map(name =>
    z.parse(Sample, JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  )
}

function faultsOf(detail: { type: string; [field: string]: unknown }) {
  const validate = validators.get(detail.type)
  if (validate === undefined) return `no schema for ${detail.type}`
  return validate(detail) ? [] : validate.errors
}

describe('docs/events', () => {
  it('is what npm run events writes: run it after a change of shared/events.ts', () => {
    for (const [path, text] of eventFiles()) expect(readFileSync(join(docs, path), 'utf8')).toBe(text)
    const files = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter(path =>
      /\.(json|ts)$/.test(path),
    )
    expect(files.toSorted()).toEqual([...eventFiles().keys()].toSorted())
  })

  it('has a schema and a sample of every kind of event, each sample valid to an independent reader', () => {
    expect(sampleEvents().map(({ detailType }) => detailType)).toEqual(
      eventKinds().map(({ detailType }) => detailType),
    )
    for (const { detail } of samplesIn(join(docs, 'samples'))) expect(faultsOf(detail)).toEqual([])
  })

  it('has schemas that refuse what is no such event', () => {
    for (const { detail } of samplesIn(join(docs, 'samples'))) {
      expect(faultsOf({ ...detail, id: 7 })).not.toEqual([])
      expect(faultsOf({ ...detail, data: {} })).not.toEqual([])
      expect(faultsOf({ ...detail, fieldOfTomorrow: true })).toEqual([])
    }
  })
})

describe.each(readdirSync(frozen))('the events of %s', version => {
  it('can still be read: they lie in archives and come back by replay', () => {
    for (const { detail } of samplesIn(join(frozen, version, 'samples'))) {
      expect(faultsOf(detail)).toEqual([])
      const reader = detail.type.includes('.article.') ? ArticleEvent : SourceEvent
      expect(z.safeParse(reader, detail).success).toBe(true)
    }
  })

  it('have lost no field since, nor a promise about one', () => {
    const today = new Map(eventKinds().map(({ type, schema }) => [type, schema]))
    for (const name of readdirSync(join(frozen, version, 'schemas'))) {
      const before = z.parse(
        JsonSchema,
        JSON.parse(readFileSync(join(frozen, version, 'schemas', name), 'utf8')),
      )
      expect(lacksOf(today.get(before.title ?? ''), before)).toEqual([])
    }
  })
})

describe('a change of a schema', () => {
  const before: JsonSchema = {
    type: 'object',
    properties: { id: { type: 'string' }, kind: { type: 'string', enum: ['full', 'partial'] } },
    required: ['id'],
  }
  const lacksWith = (change: JsonSchema) => lacksOf({ ...before, ...change }, before)

  it('may add fields and words', () => {
    const kind = { type: 'string', enum: ['full', 'partial', 'none'] }
    expect(lacksWith({ properties: { id: { type: 'string' }, kind, more: { type: 'number' } } })).toEqual([])
  })

  it('must not take a field away, make it optional, change its type or take a word from it', () => {
    const { id, kind } = before.properties ?? {}
    expect(lacksWith({ properties: { ...(id && { id }) } })).toEqual(['event.kind is gone'])
    expect(lacksWith({ required: [] })).toEqual(['event.id may now be missing'])
    expect(lacksWith({ properties: { id: { type: 'number' }, ...(kind && { kind }) } })).toHaveLength(1)
    const narrow = { type: 'string', enum: ['full'] }
    expect(lacksWith({ properties: { ...(id && { id }), kind: narrow } })).toHaveLength(1)
  })
})
