import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRevisions } from '../../../shared/dedup/revision.ts'
import { releaseIn, releaseText, releaseTitle } from '../../support/release-text.ts'

const hearing = {
  title: 'Hearing on the harbour dues',
  text: `The hearing begins at 15:20 on Monday in room 4.\n\n${releaseText(1)}\n\nThe Harbour Office answers questions until Friday.`,
}

function kindOf(change: (text: string) => string, title = hearing.title) {
  return compareRevisions(hearing, { title, text: change(hearing.text) }).kind
}

describe('an article seen again', () => {
  it('is unchanged when no letter differs', () => {
    expect(kindOf(text => text)).toBe('unchanged')
  })

  it.each<[string, (text: string) => string]>([
    ['quotes, dashes and spaces', text => text.replaceAll(', ', ' ,  ').replaceAll('. ', '. – ')],
    ['letter case', text => text.toUpperCase()],
    ['line ends', text => text.replace(/\s*\n\s*/g, ' \n')],
    ['full-width digits', text => text.replace('15:20', '１５：２０')],
    ['share buttons', text => `Share on Facebook\nTweet\n${text}\nPrint this page`],
    ['a menu', text => `Home\nMenu\n${text}\nContact us\nPrivacy policy`],
    ['the minutes it takes to read', text => `3 min read\n${text}`],
    ['the number of its readers', text => `${text}\n1204 views\n3 comments`],
    ['a list of other articles', text => `${text}\nRelated articles\nQuay repaired\nMayor on holiday`],
    ['the year of the copyright', text => `${text}\n© 2027 Coast Daily. All rights reserved.`],
  ])('is no revision for other %s', (_, change) => {
    expect(kindOf(change)).toBe('cosmetic')
  })

  it.each<[string, (text: string) => string]>([
    ['a time', text => text.replace('15:20', '15:45')],
    ['a room', text => text.replace('room 4', 'room 5')],
    ['a name', text => text.replace('Harbour Office', 'River Office')],
    ['a notice of advertising', text => `${text}\nThis article is paid for by the Ostervik Ferry Company.`],
    ['a paragraph about the publisher', text => `${text}\n\nAbout Ostervik\n${releaseText(9, 5)}`],
    ['clause of a list', text => `${text}\n(c) appoints the Quay Council`],
    ['last line', text => `${text}\nMore news follows on Monday.`],
    ['half of it', text => text.slice(0, text.length / 2)],
  ])('is a material revision for another %s', (_, change) => {
    expect(kindOf(change)).toBe('material')
  })

  it('is a minor revision for a mended word', () => {
    const comparison = compareRevisions(hearing, {
      ...hearing,
      text: hearing.text.replace('questions until', 'all questions until'),
    })
    expect(comparison).toMatchObject({ kind: 'minor', isTitleChanged: false, added: ['all'], removed: [] })
  })

  it('is a material revision for a sign or a percent that came', () => {
    const before = { title: 'Dues', text: 'The dues change by 5 in spring.' }
    expect(compareRevisions(before, { ...before, text: 'The dues change by -5 in spring.' }).kind).toBe(
      'material',
    )
    expect(compareRevisions(before, { ...before, text: 'The dues change by 5% in spring.' }).kind).not.toBe(
      'cosmetic',
    )
  })

  it('is a revision for its title alone', () => {
    expect(
      compareRevisions(hearing, { ...hearing, title: 'Hearing on the harbour dues moved' }),
    ).toMatchObject({
      kind: 'minor',
      isTitleChanged: true,
      isTextChanged: false,
    })
  })

  it('tells what changed', () => {
    const after = { ...hearing, text: hearing.text.replace('15:20', '15:45') }
    expect(compareRevisions(hearing, after)).toMatchObject({ added: ['45'], removed: ['20'] })
  })

  it('is replaced when its address carries another article', () => {
    const other = { title: releaseTitle(7), text: releaseText(8) }
    expect(compareRevisions(hearing, other).kind).toBe('replaced')
  })

  it('is not replaced when a teaser grew into the whole text', () => {
    const teaser = { title: hearing.title, text: 'The hearing begins at 15:20.' }
    expect(compareRevisions(teaser, hearing).kind).toBe('material')
  })

  it.each(['Chinese', 'Thai', 'Armenian'] as const)('is a revision for one letter in %s', script => {
    const before = { title: 'x', text: releaseIn(script, 1) }
    const letter = before.text.charAt(20)
    const after = { ...before, text: `${before.text.slice(0, 20)}${letter}${before.text.slice(20)}` }
    expect(compareRevisions(before, after).kind).not.toMatch(/unchanged|cosmetic/)
  })

  it('is never called the same when a word differs, however long the text', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(400), (seed, at) => {
        const words = releaseText(seed, 40).split(' ')
        const after = words.with(at % words.length, 'otherwise').join(' ')
        const { kind } = compareRevisions({ title: 'T', text: words.join(' ') }, { title: 'T', text: after })
        expect(['minor', 'material']).toContain(kind)
      }),
      { numRuns: 50 },
    )
  })
})
