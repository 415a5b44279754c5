import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { watchMatcher } from '../../../shared/watches/match.ts'
import type { Watch } from '../../../shared/watches/watch.ts'

function answers(watch: Omit<Watch, 'id'>, ...parts: string[]): boolean {
  return watchMatcher([{ id: 'watch', ...watch }])(parts).length === 1
}

describe('a watch', () => {
  it('is answered by one of any, every one of all and none of none', () => {
    const watch = { any: ['ferry', 'boat'], all: ['harbour'], none: ['tender'] }
    expect(answers(watch, 'The ferry leaves the harbour.')).toBe(true)
    expect(answers(watch, 'The ferry leaves.')).toBe(false)
    expect(answers(watch, 'The harbour is closed.')).toBe(false)
    expect(answers(watch, 'The ferry leaves the harbour.', 'Call for tender')).toBe(false)
  })

  it('looks into headline, summary and text alike, for phrases within one of them', () => {
    expect(answers({ all: ['ferry', 'tram'] }, 'Ferry back', 'Tram, too')).toBe(true)
    expect(answers({ any: ['island ferry'] }, 'News of the island', 'Ferry back')).toBe(false)
    expect(answers({ any: ['island ferry'] }, 'The island\n  ferry')).toBe(true)
  })

  it('means whole words, unless a star stands at the end', () => {
    expect(answers({ any: ['port'] }, 'Transport and ports')).toBe(false)
    expect(answers({ any: ['port*'] }, 'Transport and ports')).toBe(true)
    expect(answers({ any: ['prime minist*'] }, 'The Prime Minister spoke')).toBe(true)
  })

  it.each([
    ['ԿԱՌԱՎԱՐՈՒԹՅՈՒՆ', 'Հայաստանի կառավարություն, նիստ'],
    ['премьер*', 'Встреча с ПРЕМЬЕРОМ'],
    ['елка', 'Ёлка на площади'],
    ['reseau', 'Le RÉSEAU est rétabli'],
    ['réseau', 'le reseau'],
    ['strasse', 'Die Straße bleibt gesperrt'],
    ['istanbul', 'İSTANBUL’da toplantı'],
    ['首相', '日本の首相官邸は発表した'],
    ['รัฐมนตรี', 'ประชุมคณะรัฐมนตรีวันนี้'],
    ['السلام', 'اتفاق السَّلام'],
    ['정부', '정부 발표'],
    ['οδυσσευς', 'ὈΔΥΣΣΕΎΣ'],
    ['ＡＢＣ', 'abc'],
  ])('finds %s in %s', (term, text) => {
    expect(answers({ any: [term] }, text)).toBe(true)
  })

  it.each([
    ['首 相', '首都の相談'],
    ['가', '가나'],
    ['мои', 'мой'],
    ['か', 'が'],
  ])('does not find %s in %s', (term, text) => {
    expect(answers({ any: [term] }, text)).toBe(false)
  })

  const word = fc.stringMatching(/^[a-zа-яա-և]{1,8}$/)
  it('finds every word and every phrase of a text in the text, in whatever case and typography', () => {
    const typography = fc.constantFrom(' ', '\n', ' — ', ', “', '… ')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        typography,
        fc.nat(),
        fc.nat(),
        (words, between, from, count) => {
          const start = from % words.length
          const phrase = words.slice(start, start + 1 + (count % 4)).join(' ')
          expect(answers({ any: [phrase] }, words.join(between).toUpperCase())).toBe(true)
          expect(answers({ any: ['zu', 'фу'], none: [phrase] }, words.join(between))).toBe(false)
        },
      ),
    )
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        watchMatcher([{ id: 'watch', any: ['ferry*'] }])([text])
      }),
    )
  })

  it.each([
    ['marks on one letter', `a${'\u0301'.repeat(400_000)}`],
    ['the beginning of the phrase', 'island '.repeat(60_000)],
    ['punctuation', '!'.repeat(400_000)],
    ['letters without spaces', '首'.repeat(400_000)],
  ])('takes time linear in a text of nothing but %s', (_what, text) => {
    const match = watchMatcher([{ id: 'watch', any: ['island island ferry', '首相', 'a'] }])
    const cpuMs = (part: string) => {
      const before = process.cpuUsage()
      match([part])
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1_000
    }
    cpuMs(text)
    expect(cpuMs(text)).toBeLessThan(Math.max(300, cpuMs(text.slice(0, text.length / 8)) * 32))
  })
})
