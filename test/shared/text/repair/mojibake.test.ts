import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairText } from '../../../../shared/text/repair/repair.ts'
import {
  MISREADINGS,
  type Misreading,
  misread,
  withFoldedSpaces,
  withoutControls,
} from '../../../support/damage/misread.ts'
import { PASSAGES } from '../../../support/damage/passages.ts'

const LANGUAGES = Object.keys(PASSAGES)
const sound = (language: string) => PASSAGES[language]?.join(' ') ?? ''
const isWhole = (text: string) => !text.includes('\uFFFD')
/** Repairs make plain blanks of others. */
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')
const repaired = (text: string) => repairText(text).text.replace(/ {2,}/g, ' ')

/** The languages whose text, damaged thus, is not restored in full; those whose bytes a charset cannot show are left out. */
function unrestored(charset: Misreading, damage: (text: string) => string): string[] {
  return LANGUAGES.filter(language => {
    const text = sound(language)
    const damaged = isWhole(misread(text, charset)) ? damage(text) : text
    return isWhole(damaged) && repaired(damaged) !== plain(text)
  })
}

describe.each(MISREADINGS)('UTF-8 that was read as %s', charset => {
  const damage = (text: string) => misread(text, charset)

  it('is restored in every language, once, twice and thrice', () => {
    expect(unrestored(charset, damage)).toEqual([])
    expect(unrestored(charset, text => damage(damage(text)))).toEqual([])
    expect(unrestored(charset, text => damage(damage(damage(text))))).toEqual([])
  })

  it('is restored when it was then read as windows-1252', () => {
    expect(unrestored(charset, text => misread(damage(text), 'windows-1252'))).toEqual([])
  })

  it('is restored in one passage beside a sound one, in the same line too', () => {
    for (const language of LANGUAGES) {
      const [first, second] = PASSAGES[language] ?? ['', '']
      if (!isWhole(damage(second))) continue
      for (const gap of [' ', '\n\n'])
        expect(repaired(first + gap + damage(second))).toBe(plain(first + gap + second))
    }
  })
})

/** How many of the languages are restored in full although bytes were lost; what is gone for good is left out. */
const LOSSES: readonly [string, (text: string) => string, Readonly<Partial<Record<Misreading, number>>>][] = [
  [
    'white space was folded',
    withFoldedSpaces,
    {
      'windows-1252': 33,
      latin1: 33,
      'windows-1250': 33,
      'windows-1251': 33,
      'windows-1254': 33,
      macintosh: 33,
    },
  ],
  [
    'unassigned bytes were dropped',
    withoutControls,
    { 'windows-1252': 22, 'windows-1250': 14, 'windows-1251': 29, 'koi8-r': 33, macintosh: 33 },
  ],
]

describe.each(LOSSES)('UTF-8 that was misread and whose %s', (_, lose, restored) => {
  it.each(Object.entries(restored))('is restored, after %s, in %i languages', (charset, count) => {
    const known = MISREADINGS.find(each => each === charset) ?? 'latin1'
    const failed = unrestored(known, text => lose(misread(text, known)))
    expect(LANGUAGES.length - failed.length).toBeGreaterThanOrEqual(count)
  })
})

const language = fc.constantFrom(...LANGUAGES)
const charset = fc.constantFrom(...MISREADINGS)

describe('words misread here and there', () => {
  it('are restored, and what is beside them stays', () => {
    const damaged = fc.record({
      language,
      charset,
      from: fc.nat({ max: 12 }),
      length: fc.integer({ min: 3, max: 9 }),
    })
    let restored = 0
    const runs = 400
    fc.assert(
      fc.property(damaged, ({ language, charset, from, length }) => {
        const words = sound(language).split(' ')
        const text = words
          .map((word, at) => (at >= from && at < from + length ? misread(word, charset) : word))
          .join(' ')
        restored += Number(!isWhole(text) || repaired(text) === plain(sound(language)))
      }),
      { seed: 11, numRuns: runs },
    )
    expect(restored / runs).toBeGreaterThanOrEqual(0.98)
  })
})

describe('what stands beside misread text', () => {
  it('stays although its letters could be what is left of others', () => {
    const besides: [string, string][] = [
      [
        `${misread('обавезе и закони', 'windows-1251')} ГЕНЕРАЛНА СКУПШТИНА, Група Р.`,
        'обавезе и закони ГЕНЕРАЛНА СКУПШТИНА, Група Р.',
      ],
      [`${misread('är hög i år', 'windows-1252')}. Älven och Åmål`, 'är hög i år. Älven och Åmål'],
      [`${misread('підтвердили', 'koi8-r')} і підтвердили пізно`, 'підтвердили і підтвердили пізно'],
      [
        `${misread('права людини та мова народу', 'koi8-r')}, що підтвердили пізно`,
        'права людини та мова народу, що підтвердили пізно',
      ],
      [`Considerato che ${misread('è', 'windows-1251')} indispensabile`, 'Considerato che è indispensabile'],
      [`${misread('мост', 'macintosh')} — да`, 'мост — да'],
    ]
    const asKoi8U = (text: string) => new TextDecoder('koi8-u').decode(new TextEncoder().encode(text))
    besides.push([
      `${asKoi8U('їхні права та мова')} підтвердили пізно`,
      'їхні права та мова підтвердили пізно',
    ])
    for (const [text, sound] of besides) expect(repairText(text).text).toBe(sound)
  })
})

describe('repairing twice', () => {
  it('changes nothing, whatever was done to a text', () => {
    const steps = fc.array(
      fc.record({ charset, lose: fc.constantFrom(withFoldedSpaces, withoutControls, plain) }),
      {
        maxLength: 3,
      },
    )
    fc.assert(
      fc.property(language, steps, (language, damages) => {
        const text = damages.reduce(
          (text, { charset, lose }) => lose(misread(text, charset)),
          sound(language),
        )
        const once = repairText(text).text
        expect(repairText(once).text).toBe(once)
      }),
      { seed: 5, numRuns: 250 },
    )
  })
})

describe('sound text', () => {
  it.each(LANGUAGES)('is left alone in %s, in capitals too', language => {
    const text = plain(sound(language))
    expect(repairText(text)).toEqual({ text, repairs: [] })
    expect(repairText(text.toUpperCase())).toEqual({ text: text.toUpperCase(), repairs: [] })
  })

  it('is left alone in scripts that bytes of another charset look like', () => {
    const texts = [
      'Её голос, её дом: «СССР» — ещё всё, Ё-моё…',
      'Её',
      'Њен ђак, Ђорђе, чува љубав и џеп.',
      'Їжа, її ґанок і Європа: «Є».',
      '“CAFÉ” — MARCHÉ© À la carte, Ñandú, ÂME.',
      'В® Г© — знаки в таблице',
      '„Spaß“ und „Maß“, ”Å” och ”Ö” – ”Ä”.',
      'SZKÓŁ, RÓŻ, NIEMĘŻA – ĘŚĆ.',
      'щыІэ нэгъуэщІ щІыпІэ яху',
      'ɖeka wòƒe, ƒe ame',
      'ΠΑΣΟΚ–ΝΔ «ΕΕ»: Α’ Λυκείου, Γ’ τάξη',
    ]
    for (const text of texts) expect(repairText(text)).toEqual({ text, repairs: [] })
  })

  it('is left alone whatever words of whatever script it is made of', () => {
    const words = LANGUAGES.flatMap(language => plain(sound(language)).split(' '))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }), chosen => {
        const text = chosen.join(' ')
        expect(repairText(text).text).toBe(text)
      }),
      { seed: 7, numRuns: 2_000 },
    )
  })
})
