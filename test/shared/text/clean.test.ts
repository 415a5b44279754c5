import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../shared/text/clean.ts'

const RELEASE = `Press releases

Council adopts the new timetable for the harbour


more 12 photos

The council of Lindmar adopted the timetable on Monday, after two readings.

"We have listened," said the mayor.
"And we have acted."

Share Facebook Telegram Email

← Back to list`

const ARTICLE = `Ferries will sail again from Friday

The ferries to the outer islands will sail again from Friday, the harbour authority said.

“The storm is over, and the piers are safe '', & mdash; said its head, Tova Brandt. Readers who subscribe to the old timetable should note the change.

Subscribe to our channel and read more

Источник portnews.example

Leave a Reply

Your email address will not be published.`

describe('cleaning a document that arrives as plain text', () => {
  it('finds the title below a section name and keeps the body whole', () => {
    const cleaned = cleanText(RELEASE)
    expect(cleaned.title).toBe('Council adopts the new timetable for the harbour')
    expect(cleaned.text).toBe(
      'The council of Lindmar adopted the timetable on Monday, after two readings.\n\n"We have listened," said the mayor.\n"And we have acted."',
    )
    expect(cleaned.furnitureRemoved).toEqual([
      'Press releases',
      'more 12 photos',
      'Share Facebook Telegram Email',
      '← Back to list',
    ])
  })

  it('repairs the body and keeps the attribution of a line it removes', () => {
    const cleaned = cleanText(ARTICLE)
    expect(cleaned.attribution).toBe('portnews.example')
    expect(cleaned.text.endsWith('should note the change.')).toBe(true)
    expect(cleaned.text).toContain('safe ”, — said')
    expect(cleaned.repairs).toEqual(['entities: 1', 'quotes: 1'])
    expect(cleaned.furnitureRemoved).toHaveLength(4)
  })

  it('loses nothing outside the lines it lists', () => {
    const { title, text, furnitureRemoved } = cleanText(RELEASE)
    const words = (value: string) => value.match(/[\p{L}\p{N}]+/gu)?.sort()
    expect(words([title, text, ...furnitureRemoved].join(' '))).toEqual(words(RELEASE))
  })

  it('takes a lone paragraph for text, not for a title', () => {
    expect(cleanText('Only this.')).toEqual({ text: 'Only this.', repairs: [], furnitureRemoved: [] })
  })
})
