import { describe, expect, it } from 'vitest'
import { excerptOf, wordCount } from '../../../shared/text/excerpt.ts'

describe('an excerpt', () => {
  it('is the whole text when it fits, on one line', () => {
    expect(excerptOf('One line.\n\nAnd another.', 40)).toBe('One line. And another.')
  })

  it('ends at a whole word and says that more follows', () => {
    expect(excerptOf('The minister opened the bridge today', 20)).toBe('The minister opened…')
  })

  it('never cuts a character in two', () => {
    expect(excerptOf('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 25)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…')
    expect(excerptOf('𝒳𝒴𝒵𝒳𝒴𝒵', 4)).toBe('𝒳…')
  })

  it('cuts where a script has no spaces', () => {
    expect(excerptOf('国务院总理今天主持召开会议讨论经济', 9)).toBe('国务院总理今天主…')
  })

  it('stays within its length for every length', () => {
    const text = 'Ein langer Satz – mit 👩‍👩‍👧‍👦 und é und mehr.'
    for (let max = 0; max < text.length + 2; max++)
      expect(excerptOf(text, max).length).toBeLessThanOrEqual(max)
  })
})

describe('counting words', () => {
  it('counts words as the script has them', () => {
    expect(wordCount('The bridge, opened in 1901, is closed.')).toBe(7)
    expect(wordCount('国务院总理')).toBeGreaterThan(1)
    expect(wordCount('')).toBe(0)
  })

  it('estimates very long texts from their start', () => {
    expect(wordCount('word '.repeat(100_000))).toBe(100_000)
  })
})
