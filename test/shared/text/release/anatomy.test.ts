import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../../shared/text/extract.ts'
import { NO_FURNITURE } from '../../../../shared/text/furniture/learned.ts'
import { readAnatomy } from '../../../../shared/text/release/anatomy.ts'

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

  it('has marks that stand right beside the text as well', () => {
    const beside = ['Home', 'FOR IMMEDIATE RELEASE', '-ENDS-', 'Tags']
    expect(readAnatomy('The pier is open.', { beside })).toEqual({
      forImmediateRelease: true,
      endMark: '-ENDS-',
    })
  })

  it('finds nothing in a news story', () => {
    expect(readAnatomy('The council met.\n\nAbout forty people came.\n\nIt agreed.')).toEqual({
      forImmediateRelease: false,
    })
  })

  it('has the marks that every release of a house has, though they were left out of the text as furniture', () => {
    let furniture = NO_FURNITURE
    for (let day = 1; day <= 15; day += 1) {
      const paragraphs = WEATHER.map(
        words => `<p>On day ${day} of March the ${words} was ${day * 7} by the gauge of pier ${day}.</p>`,
      )
      const marks = ['FOR IMMEDIATE RELEASE', `EMBARGOED UNTIL 00:01 GMT, ${day} March 2026`]
      const html = `<h1>Notice of day ${day}</h1>${marks.map(mark => `<p>${mark}</p>`).join('')}${paragraphs.join('')}<p>###</p>`
      const url = `https://harbour.example/${day}`
      const { release, furniture: after = NO_FURNITURE, text } = extractArticle(html, { url, furniture })
      furniture = after
      expect(release).toEqual({
        forImmediateRelease: true,
        embargo: marks[1],
        embargoedUntil: `2026-03-${String(day).padStart(2, '0')}T00:01:00Z`,
        endMark: '###',
      })
      if (day === 15) expect(text).not.toContain('IMMEDIATE')
    }
  })
})

const WEATHER = ['level of the water', 'height of the waves', 'speed of the wind', 'depth of the channel']
