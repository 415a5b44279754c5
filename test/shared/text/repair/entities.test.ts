import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairEntities } from '../../../../shared/text/repair/entities.ts'

/** What stands for what, however it is damaged. */
const ENTITIES: readonly [string, string][] = [
  ['mdash', '—'],
  ['ndash', '–'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['ldquo', '“'],
  ['rsquo', '’'],
  ['hellip', '…'],
  ['quot', '"'],
  ['nbsp', '\u00A0'],
  ['#8212', '—'],
  ['#x2014', '—'],
  ['#150', '–'],
  ['eacute', 'é'],
  ['uuml', 'ü'],
]
const DAMAGES: readonly [string, (name: string) => string][] = [
  ['written right', name => `&${name};`],
  ['encoded twice', name => `&amp;${name};`],
  ['encoded three times', name => `&amp;amp;${name};`],
  ['encoded twice by number', name => `&#38;${name};`],
  ['with a space behind the ampersand', name => `& ${name};`],
  ['with a space before the semicolon', name => `&${name} ;`],
  ['spaced on both sides', name => `& ${name} ;`],
  ['encoded twice and spaced', name => `& amp; ${name};`],
  ['with a full-width ampersand', name => `＆${name};`],
  ['with full-width punctuation', name => `＆${name}；`],
  ['with a space behind the number sign', name => `&${name.replace('#', '# ')};`],
  ['without its semicolon', name => `&${name}`],
]

describe('an entity', () => {
  it.each(DAMAGES)('is decoded %s', (_, damage) => {
    for (const [name, char] of ENTITIES)
      expect(repairEntities(`so ${damage(name)} on`).text).toBe(`so ${char} on`)
  })

  it('is decoded in capitals, of which those of letters are meant', () => {
    expect(repairEntities('&NBSP;&Mdash; &LAQUO;&EACUTE;T&Eacute;&RAQUO;').text).toBe('\u00A0— «ÉTÉ»')
  })

  it('is decoded when the words around it were translated or transliterated', () => {
    expect(repairEntities('so und mdash; text, и nbsp; слово&нбсп;слово &лаqуо;да&раqуо;').text).toBe(
      'so — text, \u00A0 слово\u00A0слово «да»',
    )
  })

  it('is decoded from the halves of a character', () => {
    expect(repairEntities('&#55357;&#56832; &#xD83D;&#xDE00; &#128512;').text).toBe('😀 😀 😀')
  })

  it('is decoded inside a word that goes on without a semicolon', () => {
    expect(repairEntities('d&eacutecembre, it&#39s, it&#8217s, 10&nbspkm').text).toBe(
      "décembre, it's, it’s, 10\u00A0km",
    )
  })
})

describe('an ampersand that is one', () => {
  it.each([
    'AT&T, R&D; Q&A; B&B; P&L; and R& D;',
    'salt & pepper; black & and; Tom & Jerry; fish & chips;',
    'x.example/?a=1&copy=2&lang=en&reg=3&section=4&para=5&eacute=6',
    'no. &#1 of 3, &foo; &barbaz;',
    'и&нет; &слово;',
  ])('stays: %s', text => {
    expect(repairEntities(text)).toEqual({ text, count: 0 })
  })
})

describe('decoding entities', () => {
  it('takes no more than a few passes over text that hides them in each other', () => {
    const started = process.cpuUsage()
    for (const piece of ['amp;', ' amp;', ' amp ;', '#38;', 'amp; amp;', '&amp', 'lt;&'])
      repairEntities(`&${piece.repeat(30_000)}`)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(8_000)
  })

  it('never decodes more when it is done again', () => {
    const piece = fc.constantFrom(
      '&',
      'amp;',
      ' amp;',
      '#38;',
      '#',
      '38',
      ';',
      ' ;',
      'mdash',
      ' ',
      'and ',
      'nbsp',
      'x26',
      '＆',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const once = repairEntities(pieces.join('')).text
        expect(repairEntities(once).text).toBe(once)
      }),
      { seed: 3, numRuns: 3_000 },
    )
  })
})
