import fc from 'fast-check'
import { expect, it } from 'vitest'
import { smallestShingles } from '../../../shared/dedup/shingles.ts'
import { wordHashes, wordsOf } from '../../../shared/dedup/words.ts'
import { releaseText } from '../../support/release-text.ts'

it('words are runs of letters, marks and digits, whatever stands between them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
      const folded = text.normalize('NFKC').toLowerCase()
      expect(wordsOf(text)).toEqual(folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    }),
  )
})

it('a word has one hash, in whatever case and width it is written', () => {
  expect(wordHashes('Ｆerry – FERRY')).toEqual(wordHashes('ferry, ferry'))
  expect(new Set(wordHashes('ferry sails ferry')).size).toBe(2)
})

it('scripts without spaces give a hash for each pair of neighbours', () => {
  expect(wordHashes('渡船星期一')).toHaveLength(4)
  expect(wordHashes('渡船星期一').subarray(1)).toEqual(wordHashes('船星期一'))
})

it('the smallest shingles are those of the whole text, each once, in order', () => {
  const text = releaseText(1, 200)
  const all = smallestShingles(text, 1_000_000)
  expect(smallestShingles(text, 64)).toEqual(all.slice(0, 64))
  expect(smallestShingles(`${text} ${text}`, 64).filter(hash => !all.includes(hash)).length).toBeLessThan(4)
  expect([...new Set(all)].toSorted((a, b) => a - b)).toEqual([...all])
})

it('a text of fewer words than a shingle is one shingle, and no text none', () => {
  expect(smallestShingles('ferry sails', 10)).toHaveLength(1)
  expect(smallestShingles(' – ', 10)).toHaveLength(0)
})
