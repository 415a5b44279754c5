import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../shared/text/clean.ts'
import { repairText } from '../../../shared/text/repair/repair.ts'

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

const DOCUMENTS = new URL('../../fixtures/text/documents/', import.meta.url)
const NAMES = readdirSync(DOCUMENTS).flatMap(file => (file.endsWith('.txt') ? [file.slice(0, -4)] : []))
const read = (file: string) => readFileSync(new URL(file, DOCUMENTS), 'utf8')
const wordsOf = (value: string) => value.match(/[\p{L}\p{N}]+/gu)?.sort() ?? []

describe('a document saved as text from a site', () => {
  it.each(NAMES)('gives its title, its story and its source alone: %s', name => {
    const { title, attribution, text } = cleanText(read(`${name}.txt`))
    expect({ title, attribution, text }).toEqual(JSON.parse(read(`${name}.json`)))
  })

  it('loses no word', () => {
    for (const name of NAMES.filter(name => !name.includes('markdown') && !name.includes('wrapped'))) {
      const document = read(`${name}.txt`)
      const { title = '', text, furnitureRemoved } = cleanText(document)
      expect(wordsOf([title, text, ...furnitureRemoved].join('\n'))).toEqual(
        wordsOf(repairText(document).text),
      )
    }
  })

  it('is cleaned as well with other line ends, and with lines that are paragraphs', () => {
    const { title, text } = JSON.parse(read('es-presidency-note.json'))
    const document = read('es-presidency-note.txt')
    for (const variant of [
      document.replaceAll('\n', '\r\n'),
      `\uFEFF${document}`,
      document.replace(/\n+/g, '\n'),
    ])
      expect(cleanText(variant)).toMatchObject({ title, text })
  })
})

describe('a document of nothing but lines of its site', () => {
  it('keeps the last of them for its text', () => {
    expect(cleanText('Title\n\nShare\n\nTitle')).toEqual({
      title: 'Title',
      text: 'Title',
      repairs: [],
      furnitureRemoved: ['Share'],
    })
  })
})

describe('a document of nothing but a story', () => {
  it('stays whole', () => {
    const story = [
      'Ministers agree on the ferry',
      'The ministers agreed on Monday that the ferry will sail again. Readers may share the timetable with friends.',
      'Dear guests,\nDear colleagues,',
      'Back in 2019 the same ferry was sold. The source of the money was never found: it was cash.',
      '1. Photos will be published in May;\n2. comments are welcome until June.',
      'Thank you.',
    ]
    expect(cleanText(story.join('\n\n'))).toEqual({
      title: story[0],
      text: story.slice(1).join('\n\n'),
      repairs: [],
      furnitureRemoved: [],
    })
  })

  it('keeps the sources of its figures where they stand', () => {
    const story =
      'Prices rose\n\nThey rose.\n\nSource: Office A\n\nThey rose again in the spring, and the office published a long table of all of them.\n\nSource: Office B'
    expect(cleanText(story).text).toContain('Source: Office A')
  })
})

describe('lines that were wrapped at a column', () => {
  it('are joined, and verses are not', () => {
    const verse = 'The ferry sails,\nthe harbour sleeps,\nand nobody keeps\nthe tales.'
    const prose =
      'The harbour office said on Monday that the ferry between the two\nislands will sail again from Friday, two weeks earlier than it was\nplanned by the council.'
    expect(cleanText(`Title\n\n${prose}\n\n${verse}`).text).toBe(`${prose.replaceAll('\n', ' ')}\n\n${verse}`)
  })
})

describe('cleaning any document', () => {
  it('takes linear time and never throws', () => {
    const line = fc.constantFrom(
      'Title',
      '',
      'Share',
      '2 comments',
      'Source: x.example',
      '## a',
      '* b',
      '[c](http://d)',
      '5/5',
      '«',
      '14.02.2025',
      'Home > News',
      'A sentence that is long enough to be taken for prose by whoever reads it, I should think.',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), lines => {
        const { title = '', text, furnitureRemoved } = cleanText(lines.join('\n'))
        expect(wordsOf([title, text, ...furnitureRemoved].join('\n')).length).toBeLessThanOrEqual(
          wordsOf(lines.join('\n')).length,
        )
      }),
      { seed: 2, numRuns: 500 },
    )
    const started = process.cpuUsage()
    for (const piece of [
      'a\n\n',
      '[',
      '**',
      '![](',
      '# ',
      '_a',
      '> ',
      '\\',
      'Home > ',
      'Source: ',
      'Photo: ',
      '1 ',
      'Read also: ',
    ])
      cleanText(piece.repeat(30_000))
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(8_000)
  })
})

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
