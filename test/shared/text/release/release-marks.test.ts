import { describe, expect, it } from 'vitest'
import {
  embargoEnd,
  findEndMark,
  isEmbargo,
  isForImmediateRelease,
} from '../../../../shared/text/release/release-marks.ts'

describe('the line of an embargo', () => {
  it.each([
    ['EMBARGOED UNTIL 00:01 GMT, 5 March 2026', 'en', '2026-03-05T00:01:00Z'],
    ['STRICTLY EMBARGOED until 10:00 CET on Thursday 5 March 2026', 'en', '2026-03-05T09:00:00Z'],
    ['HOLD FOR RELEASE UNTIL 9 A.M. EST, March 5, 2026', 'en', '2026-03-05T14:00:00Z'],
    ['DO NOT PUBLISH UNTIL 5 March 2026 10:00 UTC', 'en', '2026-03-05T10:00:00Z'],
    ['For release at 2:00 p.m. EDT, March 5, 2026', 'en', '2026-03-05T18:00:00Z'],
    ['NOT FOR PUBLICATION BEFORE 5 March 2026', 'en', '2026-03-05'],
    ['Embargo: 5 March 2026, 11:00 (Brussels time)', 'en', '2026-03-05'],
    ['Sperrfrist: Donnerstag, 5. März 2026, 10:00 Uhr', 'de', '2026-03-05'],
    ['Sperrfrist bis 05.03.2026, 10.00 Uhr', 'de', '2026-03-05'],
    ['Sous embargo jusqu’au 5 mars 2026 à 10h00', 'fr', '2026-03-05'],
    ['Embargo hasta el 5 de marzo de 2026', 'es', '2026-03-05'],
    ['Embargo até 5 de março de 2026', 'pt', '2026-03-05'],
    ['Embargo fino alle ore 10 del 5 marzo 2026', 'it', '2026-03-05'],
    ['Onder embargo tot 5 maart 2026, 06:00 uur', 'nl', '2026-03-05'],
    ['Embargo till 5 mars 2026 kl. 06.00', 'sv', '2026-03-05'],
    ['Embargo do 5 marca 2026 r., godz. 10:00', 'pl', '2026-03-05'],
    ['Не публиковать до 5 марта 2026 года', 'ru', '2026-03-05'],
    ['Эмбарго до 10:00 мск 5 марта 2026 года', 'ru', '2026-03-05'],
    ['يحظر النشر حتى 5 مارس 2026', 'ar', '2026-03-05'],
    ['请勿在2026年3月5日之前发布', 'zh', '2026-03-05'],
    ['解禁日時：2026年3月5日 10時', 'ja', '2026-03-05'],
    ['보도시점 2026. 3. 5.(목) 12:00', 'ko', '2026-03-05'],
  ])('%s ends (%s) %s', (line, language, end) => {
    expect(isEmbargo(line)).toBe(true)
    expect(embargoEnd(line, language)).toBe(end)
  })

  it.each([
    'EMBARGOED',
    'EMBARGOED UNTIL DELIVERY',
    'Sperrfrist: Redebeginn',
    'EMBARGOED UNTIL 00:01 GMT 5 March',
    'Embargoed until 04/05/2026',
    'Embargo until 5 March 2026, in print until 6 March 2026',
  ])('%s leaves its end to the reader', line => {
    expect(isEmbargo(line)).toBe(true)
    expect(embargoEnd(line, 'en')).toBeUndefined()
  })

  it.each([
    'Embargo on Russian oil was extended on 5 March 2026.',
    'Embargo for 10 years hurt farmers, a study says.',
    'Hold until the end of the month, the minister said.',
    'No publication before the vote was allowed',
    'For use in schools, 5 new books',
    'For release of the hostages, 5 states spoke.',
    'Эмбарго на поставки нефти продлено до 5 марта',
    'Sous embargo américain, l’île manque de tout.',
  ])('is not “%s”', line => {
    expect(isEmbargo(line)).toBe(false)
  })
})

describe('the line that lets publish at once', () => {
  it.each([
    'FOR IMMEDIATE RELEASE',
    'For Immediate Release: Council opens pier',
    'FOR IMMEDIATE RELEASE – March 5, 2026',
    'FOR IMMEDIATE RELEASE Contact: Tova Brandt',
    'Zur sofortigen Veröffentlichung',
    'Pour diffusion immédiate',
    'Para divulgação imediata',
    'Для немедленного распространения',
    '即时发布',
  ])('is %s', line => {
    expect(isForImmediateRelease(line)).toBe(true)
  })

  it('is no sentence', () => {
    expect(isForImmediateRelease('For immediate release of the hostages, families marched.')).toBe(false)
    expect(isForImmediateRelease('They asked for immediate release.')).toBe(false)
  })
})

describe('the mark of an end', () => {
  it.each([
    '###',
    '# # #',
    '-30-',
    '-ENDS-',
    '- ENDS -',
    '[ENDS]',
    'Ends',
    'Ends/Thursday, November 26, 2026',
    '– Ende –',
    '- Fin -',
    '— Конец —',
    '（完）',
    '以上',
    '<끝>',
  ])('is %s', mark => {
    expect(findEndMark(['One.', 'Two.', mark, 'About the harbour'])).toBe(mark)
  })

  it('is a rule of asterisks only once and at the end of the text, for rules part a text, too', () => {
    expect(findEndMark(['One.', 'Two.', '***', 'About the harbour'])).toBe('***')
    expect(findEndMark(['One.', '***', 'Two.', '***', 'Three.'])).toBeUndefined()
    expect(findEndMark(['One.', '***', 'Two.', 'Three.', 'Four.'])).toBeUndefined()
  })

  it('is no word of the story', () => {
    expect(findEndMark(['The story ends here.', '30', 'Finland', 'Ende gut, alles gut'])).toBeUndefined()
  })
})
