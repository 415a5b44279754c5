import { describe, expect, it } from 'vitest'
import { readAnatomy } from '../../../shared/text/anatomy.ts'

const RELEASE = `FOR IMMEDIATE RELEASE

EMBARGOED until 9 a.m. on 21 November 2026

LINDMAR, 21 November 2026 – The harbour authority opened its new pier today.

The pier took three years to build and can serve four ferries at a time.

“We are ready for the winter,” said its head, Tova Brandt.

About the Lindmar Harbour Authority

The authority runs four harbours and employs 300 people.

Media contact

Press office, press@harbour.example

###`

describe('the anatomy of a press release', () => {
  it('is found where its author marked it', () => {
    expect(readAnatomy(RELEASE)).toEqual({
      forImmediateRelease: true,
      embargo: 'EMBARGOED until 9 a.m. on 21 November 2026',
      embargoedUntil: '2026-11-21',
      dateline: 'LINDMAR, 21 November 2026',
      boilerplate:
        'About the Lindmar Harbour Authority\n\nThe authority runs four harbours and employs 300 people.',
      contacts: 'Media contact\n\nPress office, press@harbour.example',
      endMark: '###',
    })
  })

  it('reads an agency in brackets as a dateline, a name before a dash as none', () => {
    expect(readAnatomy('YEREVAN (Newswire) — The parliament met today.').dateline).toBe('YEREVAN (Newswire)')
    expect(readAnatomy('Tova Brandt – a sailor by trade – leads the authority.').dateline).toBeUndefined()
  })

  it.each([
    ['Über das Hafenministerium', '– Ende –'],
    ['À propos du ministère des Ports', '- Fin -'],
    ['О министерстве портов', '— Конец —'],
    ['Նախարարության մասին', '###'],
    ['Limanlar Bakanlığı hakkında', '- Son -'],
    ['პორტების სამინისტროს შესახებ', '***'],
  ])('knows the part that opens with %s, up to %s', (heading, end) => {
    const text = `One.\n\nTwo.\n\nThree.\n\n${heading}\n\nIt runs four harbours.\n\n${end}`
    expect(readAnatomy(text)).toMatchObject({
      boilerplate: `${heading}\n\nIt runs four harbours.`,
      endMark: end,
    })
  })

  it('finds nothing in a news story', () => {
    expect(readAnatomy('The council met.\n\nAbout forty people came.\n\nIt agreed.')).toEqual({
      forImmediateRelease: false,
    })
  })
})
