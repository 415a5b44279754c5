import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Entry } from '../../../shared/feed/model.ts'
import { readSource } from '../../../shared/feed/read.ts'

const feeds = new URL('../../fixtures/feeds/', import.meta.url)
const pages = new URL('pages/', feeds)
const seeds = [feeds, pages].flatMap(folder =>
  readdirSync(folder)
    .filter(name => /\.(?:xml|json|html)$/.test(name) && !name.endsWith('.expected.json'))
    .map(name => new Uint8Array(readFileSync(new URL(name, folder)))),
)
const splinters = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '&#',
  '&lt;',
  '&#x110000;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE a [',
  '<?xml',
  '</item>',
  '<item>',
  '</',
  '<title>',
  '<link>',
  '<__proto__>',
  '__proto__',
  'constructor',
  'xmlns:a="',
  'xml:base="../',
  '\u0000',
  '\u0092',
  '\ufeff',
  '{',
  '[',
  '31 Nov 2026',
  'T25:61',
]

const mutation = fc.record({
  seed: fc.nat(seeds.length - 1),
  edits: fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      put: fc.oneof(
        fc.constantFrom(...splinters).map(text => new TextEncoder().encode(text)),
        fc.uint8Array({ maxLength: 8 }),
      ),
    }),
    { maxLength: 12 },
  ),
  kind: fc.constantFrom('feed', 'page', 'sitemap', 'json'),
})

const mutated = (bytes: Uint8Array, edits: { at: number; cut: number; put: Uint8Array }[]): Uint8Array =>
  edits.reduce((whole, { at, cut, put }) => {
    const from = Math.floor(at * whole.length)
    return new Uint8Array(Buffer.concat([whole.subarray(0, from), put, whole.subarray(from + cut)]))
  }, bytes)

describe('documents broken at random', () => {
  it('never throw, hang, break the model or touch a prototype', async () => {
    const url = 'https://fuzz.example/a/feed'
    await fc.assert(
      fc.asyncProperty(mutation, async ({ seed, edits, kind }) => {
        const bytes = mutated(seeds[seed] ?? new Uint8Array(), edits)
        const before = process.threadCpuUsage()
        const read = await readSource({ kind, url }, { bytes, url })
        const used = process.threadCpuUsage(before)
        expect((used.user + used.system) / 1_000).toBeLessThan(1_000)
        if (read.kind === 'feed') for (const entry of read.entries) expect(Entry.parse(entry)).toEqual(entry)
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns: 600, seed: 20_261_121 },
    )
  }, 120_000)
})
