import { describe, expect, it } from 'vitest'
import { attributionOf, isKnownFurniture, isLeadIn } from '../../../../shared/text/furniture/known-lines.ts'

describe('lines known to serve the page', () => {
  it.each([
    'more 3 photos',
    '← Back to list',
    'Back to all news',
    'Leave a Reply',
    'Your email address will not be published. Required fields are marked *',
    'Share Facebook Telegram WhatsApp',
    'Subscribe to our newsletter',
    'Подпишитесь на наш канал',
    'Читайте также',
    'Teilen',
    'Advertisement',
    '© 2026 Coast Courier. All rights reserved.',
  ])('%s', text => {
    expect(isKnownFurniture(text)).toBe(true)
  })

  it.each([
    'The minister shared photos of the visit.',
    'More than 3 photos were shown in court.',
    'Back to the list of candidates, the council found a fourth name.',
    'She told reporters to subscribe to no theory.',
    'Print media are in decline, the study says.',
    'Related to this, the court heard two witnesses on Monday.',
    'Comments by the president were met with silence.',
    'Next year the bridge will open.',
  ])('but not: %s', text => {
    expect(isKnownFurniture(text)).toBe(false)
  })

  it('tells whom a line names as the source', () => {
    expect(attributionOf('Источник rbc.example')).toBe('rbc.example')
    expect(attributionOf('Source: Coast News Agency')).toBe('Coast News Agency')
    expect(attributionOf('Source material was scarce')).toBeUndefined()
    expect(attributionOf('Sources close to the council say no')).toBeUndefined()
  })

  it('knows the lead-in of a link to another article', () => {
    expect(isLeadIn('Read also: The bridge opens')).toBe(true)
    expect(isLeadIn('Читайте также: Мост открыт')).toBe(true)
    expect(isLeadIn('Read the full report on the bridge')).toBe(false)
  })
})
