import { describe, expect, it } from 'vitest'
import { readAnatomy } from '../../../../shared/text/release/anatomy.ts'
import { isContactHeading } from '../../../../shared/text/release/release-sections.ts'

const STORY = [
  'The pier is open.',
  'It took three years.',
  '“We are ready,” said Tova Brandt.',
  'Four ferries fit.',
]
const release = (...parts: string[]) => readAnatomy([...STORY, ...parts].join('\n\n'))

describe('the parts behind the story of a release', () => {
  it('are about each of its houses, up to the next part', () => {
    expect(
      release(
        'About Lindmar Harbour',
        'It runs four harbours.',
        'About Ostervik Ferries: the line sails to the outer islands.',
        'Forward-looking statements',
        'All may come otherwise.',
        '###',
      ).boilerplate,
    ).toBe(
      'About Lindmar Harbour\n\nIt runs four harbours.\n\nAbout Ostervik Ferries: the line sails to the outer islands.',
    )
  })

  it('say whom to ask, above the story or below it, as far as there is somebody to reach', () => {
    const above = ['Contact:', 'Tova Brandt', '+47 555 01 23', 'HARBOUR OPENS PIER', ...STORY].join('\n\n')
    expect(readAnatomy(above).contacts).toBe('Contact:\n\nTova Brandt\n\n+47 555 01 23')
    expect(release('Media contact: Tova Brandt, press@harbour.example', 'Photos are at hand.').contacts).toBe(
      'Media contact: Tova Brandt, press@harbour.example',
    )
    expect(release('Contacts', 'They were made in spring.').contacts).toBeUndefined()
  })

  it('tell editors what they should know', () => {
    expect(
      release(
        'Notes to editors',
        '1. The pier is 90 m long.',
        '2. Photos are at hand.',
        'Press contact:',
        'press@harbour.example',
      ),
    ).toMatchObject({
      notes: 'Notes to editors\n\n1. The pier is 90 m long.\n\n2. Photos are at hand.',
      contacts: 'Press contact:\n\npress@harbour.example',
    })
    for (const heading of [
      'Note aux rédactions :',
      'Noot voor de redactie',
      'Nota para los editores',
      'Примечания для редакторов:',
    ])
      expect(release(heading, 'Ninety metres.').notes).toBe(`${heading}\n\nNinety metres.`)
  })

  it.each([
    'Media Contacts',
    'Media & Investor Contacts:',
    'Press enquiries:',
    'For media inquiries, please contact:',
    'CONTACT:',
    'Pressekontakt',
    'Ansprechpartnerin für die Presse:',
    'Kontakt für Medien',
    'Rückfragehinweis:',
    'Contact presse :',
    'Contacts médias',
    'Service de presse',
    'Contacto de prensa',
    'Gabinete de prensa',
    'Assessoria de Imprensa',
    'Contatti per la stampa',
    'Ufficio stampa:',
    'Perscontact',
    'Voor meer informatie:',
    'Presskontakt',
    'Lisätietoja:',
    'Kontakt dla mediów',
    'Контакты для прессы',
    'Контакты для СМИ:',
    'Прес-служба:',
    'Basın İletişim:',
    'Կապ՝',
    'للتواصل',
    '媒体联系人：李某',
    '新闻联系',
    'お問い合わせ先',
    '문의처:',
  ])('say whom to ask under “%s”', heading => {
    expect(isContactHeading(heading)).toBe(true)
  })

  it.each([
    'Contact between the two sides was lost.',
    'Contacts with the islands continue',
    'Contact tracing began',
    'Kontakt zur Fähre brach ab',
    'Пресс-служба порта сообщила',
    'For more information on the vote see below',
    '文化联系加强',
  ])('are not opened by “%s”', line => {
    expect(isContactHeading(line)).toBe(false)
  })

  it('are found among lines that only breaks part', () => {
    const text = `${STORY.join(' ')}\nIt is a good pier.\nSo they say.\n###\nAbout the Harbour\nIt runs four\nharbours.\nMedia contact:\nTova Brandt\n+47 555 01 23\nFollow us`
    expect(readAnatomy(text)).toEqual({
      forImmediateRelease: false,
      boilerplate: 'About the Harbour\nIt runs four\nharbours.',
      contacts: 'Media contact:\nTova Brandt\n+47 555 01 23',
      endMark: '###',
    })
  })

  it('are read in time that grows with the text alone', () => {
    const started = performance.now()
    for (const part of [
      'Contact:\n\n',
      'About A\n\n',
      '1(',
      '1 ',
      'Notes to editors\n\n',
      'Contact:\n',
      'About A\n',
      'a',
    ])
      readAnatomy(part.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
