import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tallyOf } from '../../../../shared/text/weigh/tally.ts'

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** The same figures by patterns. */
const byPatterns = (text: string) => {
  const unspaced = count(text, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)
  const isUnspaced = /[\u0E00-\u0E7F\u3040-\u9FFF]/.test(text)
  return {
    words: count(text, /\S+/g) + (isUnspaced ? Math.floor(unspaced / 2) : 0),
    sentences: count(text, /[.!?。！？։؟।](?=\s|$|["'”’»)])/g),
    commas: count(text, /[,،，、]/g),
    digits: count(text, /\d/g),
    upper: count(text, /\p{Lu}/gu),
    parts: count(text, /[|•·›»/]/g),
  }
}

const character = fc.oneof(
  fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  fc.constantFrom(
    ' ',
    '\n',
    '\u00A0',
    '\uFEFF',
    '.',
    '。',
    '?',
    '”',
    ')',
    ',',
    '、',
    '|',
    '»',
    '7',
    'A',
    'é',
    'Ж',
    '𝐀',
  ),
  fc.constantFrom('新', 'の', 'ไ', '𠀀', '\u3200', '😀', '\uD800'),
)

describe('the tally of a text', () => {
  it('counts what patterns find', () => {
    const text = fc.array(character, { maxLength: 30 }).map(characters => characters.join(''))
    fc.assert(
      fc.property(text, written => {
        expect(tallyOf(written)).toEqual(byPatterns(written))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is zero for nothing', () => {
    expect(tallyOf('')).toEqual({ words: 0, sentences: 0, commas: 0, digits: 0, upper: 0, parts: 0 })
  })
})
