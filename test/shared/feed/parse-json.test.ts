import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../shared/feed/parse-json.ts'

describe('a JSON document', () => {
  it('is what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('loses the tail of an overlong array and nothing else', () => {
    const items = Array.from({ length: 5_000 }, (_, index) => ({ id: index, tags: ['a, b', ']'], more: {} }))
    const document = { before: [1, 2], items, after: 'kept "as it is", all of it' }
    const read = parseJson(JSON.stringify(document))
    expect(read).toEqual({ ...document, items: items.slice(0, 2_001) })
  })

  it('keeps an array within the limit whole', () => {
    const items = Array.from({ length: 2_001 }, (_, index) => index)
    expect(parseJson(JSON.stringify(items))).toEqual(items)
  })

  it('is none when it breaks off within the tail, or is nested too deep', () => {
    expect(parseJson(`[${'1,'.repeat(3_000)}1`)).toBeUndefined()
    expect(parseJson(`${'['.repeat(129)}${']'.repeat(129)}`)).toBeUndefined()
  })
})
