import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_MARK, repairText } from '../../../../shared/text/repair/repair.ts'

const CASES: readonly [string, string, string][] = [
  ['joins an entity that a translator split', 'done & mdash; he said', 'done — he said'],
  [
    'decodes what was encoded twice and three times',
    'one &amp;mdash; two &amp;amp;ndash; three',
    'one — two – three',
  ],
  ['decodes numbers, those of windows-1252 too', 'it&#39;s &#8211; and it&#146;s', "it's – and it’s"],
  ['leaves an ampersand that is one', 'AT&T, R&D; and R& D; too', 'AT&T, R&D; and R& D; too'],
  ['decodes entities that lost their semicolon', 'a&nbspb, c &nbsp d &mdash e', 'a b, c d — e'],
  ['leaves an address with such names in it', 'x.example/?a=1&copy=2&amp=3', 'x.example/?a=1&copy=2&amp=3'],
  [
    'makes quotes of doubled apostrophes on both sides',
    "he said, ''We agree.'' So",
    'he said, "We agree." So',
  ],
  [
    'leaves words that are also entities after a spaced ampersand',
    'black & and; white',
    'black & and; white',
  ],
  [
    'closes a typographic quotation that ends in two apostrophes',
    "“We agree, '', he said",
    '“We agree, ”, he said',
  ],
  ['closes low and angle quotations in their own way', "„Ja'' und «oui''", '„Ja“ und «oui»'],
  ['makes quotes of TeX quotes', "``Yes,'' she said", '"Yes," she said'],
  ['makes one apostrophe of two inside a word', "l''Union", "l'Union"],
  ['leaves inches and empty strings', "a pipe of 5'' and name=''", "a pipe of 5'' and name=''"],
  ['undoes UTF-8 read as windows-1252', 'CafÃ© â€œ OlÃ¡ â€“ â‚¬5', 'Café “ Olá – €5'],
  [
    'undoes it in capitals and next to signs',
    'Ä°stanbul, 20Â°C, Â£40 and â‚¬46',
    'İstanbul, 20°C, £40 and €46',
  ],
  [
    'leaves capitals that begin bytes',
    'IRMÃ… SÃO, ÂNGELA; „Spaß“, „Maß”.',
    'IRMÃ… SÃO, ÂNGELA; „Spaß“, „Maß”.',
  ],
  ['undoes it twice', 'CafÃƒÂ© itÃ¢â‚¬â„¢s', 'Café it’s'],
  ['undoes it in Cyrillic', 'ÐœÐ¾Ñ\u0081ÐºÐ²Ð° Ð¸ ÐšÐ¸ÐµÐ²', 'Москва и Киев'],
  ['undoes it in a Polish word', 'powiedziaÅ‚ minister', 'powiedział minister'],
  ['undoes it in Chinese', 'ä¸­å›½æ–°é—»', '中国新闻'],
  ['finds the quote whose last byte was lost', 'â€œSo it isâ€ he said', '“So it is” he said'],
  [
    'leaves capitals before closing quotes',
    '“CAFÉ” and «MARCHÉ» and ESPAÑA…',
    '“CAFÉ” and «MARCHÉ» and ESPAÑA…',
  ],
  [
    'drops soft hyphens and zero-width characters',
    'Re\u00ADgie\u00ADrung \u200Bund\uFEFF mehr',
    'Regierung und mehr',
  ],
  [
    'keeps the joiners of Indic words and of emoji',
    'क्\u200Dष 👨\u200D👩\u200D👧',
    'क्\u200Dष 👨\u200D👩\u200D👧',
  ],
  ['drops joiners that join nothing', 'wo\u200Drd слово\u200C, של\u200Cום', 'word слово, שלום'],
  ['drops direction marks from text of one direction only', 'a\u200Eb. שלום\u200F!', 'a\u200Eb. שלום\u200F!'],
  [
    'puts letters and their accents together',
    'cafe\u0301, и\u0306, ε\u0301, か\u3099, \u1112\u1161\u11AB',
    'café, й, έ, が, 한',
  ],
  ['leaves letters that only exist apart', 'क\u093C м̄', 'क\u093C м̄'],
  ['puts ligatures apart', 'oﬃce ﬂow \uFE8D\uFEDF\uFEA8', 'office flow الخ'],
  [
    'makes low and angle quotes of commas and brackets',
    ",,Ja'', ,,Tę'', <<oui>>",
    '„Ja“, „Tę“, «oui»'.replaceAll('“', '”'),
  ],
  ['closes low quotes as the language does', ",,Ja'', sagte er", '„Ja“, sagte er'],
  ['leaves what programs write', "a << b, f('', ''), x='' >> 2", "a << b, f('', ''), x='' >> 2"],
  ['makes quotes of spaced apostrophes', "he said: '' We agree '', so", 'he said: " We agree ", so'],
  [
    'tells English punctuation from replacement characters',
    'It\uFFFDs \uFFFDfine\uFFFD \uFFFD so',
    'It’s “fine” – so',
  ],
  [
    'leaves replacement characters that may be letters',
    'caf\uFFFD, it\uFFFDs \uFFFD',
    'caf\uFFFD, it\uFFFDs \uFFFD',
  ],
  ['keeps the joiners that Persian needs', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ['makes plain spaces of non-breaking ones', '10\u00A0000\u202Fkm', '10 000 km'],
  ['joins a word that a line end cut', 'the govern-\nment met', 'the government met'],
  ['leaves hyphens that are their own', 'two-\nand three-year plans', 'two-\nand three-year plans'],
  ['folds spaces and empty lines', '  one   two \n\n\n\n three\t ', 'one two\n\nthree'],
  ['leaves inversions cut by a line end', 'dit-il, est-\nil ici', 'dit-il, est-\nil ici'],
  ['leaves code elements alone', 'write <code>&amp;mdash;</code> now', 'write <code>&amp;mdash;</code> now'],
  ['leaves code in backquotes alone', 'write `&amp;mdash;` for &mdash;', 'write `&amp;mdash;` for —'],
  ['leaves an entity that is quoted', 'the entity "&nbsp;" is a space', 'the entity "&nbsp;" is a space'],
  [
    'leaves marked code alone',
    `x ${CODE_MARK}if (a  && b) {\n    c &amp;= ''\n}${CODE_MARK} y`,
    "x if (a  && b) {\n    c &amp;= ''\n} y",
  ],
]

describe('repairing a text', () => {
  it.each(CASES)('%s', (_, damaged, sound) => {
    expect(repairText(damaged).text).toBe(sound)
  })

  it('counts each kind of repair', () => {
    expect(repairText("“a'' &amp; “b'' & ndash; c").repairs).toEqual(['entities: 2', 'quotes: 2'])
    expect(repairText('nothing to do').repairs).toEqual([])
  })

  it('changes nothing the second time', () => {
    const piece = fc.constantFrom(
      '&',
      'amp;',
      ' mdash;',
      'Ã',
      '©',
      'â€',
      '™',
      "''",
      '“',
      '”',
      '`',
      '-\n',
      'ab',
      '\u00A0',
      '\u200B',
      '#39;',
      'Â',
      ' ',
      '\n',
      'É',
      '»',
      'Р',
      'ё',
      'вЂ',
      '”',
      'Г',
    )
    const texts = fc.array(piece, { maxLength: 14 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(texts, text => {
        const once = repairText(text).text
        expect(repairText(once).text).toBe(once)
      }),
      { seed: 4, numRuns: 3_000 },
    )
  })

  it('takes linear time on text made to be slow', () => {
    const started = process.cpuUsage()
    const pieces = ["''`", '&', '& ', 'Ã', 'â€', '`', '“&a', ' \n', '-\n', '&amp;', 'ÃƒÂ', 'Ã©é', 'ƒ', 'Ã ']
    for (const piece of pieces) repairText(piece.repeat(30_000))
    repairText(`Ãƒ${'ƒ'.repeat(60_000)}`)
    const { user } = process.cpuUsage(started)
    expect(user / 1000).toBeLessThan(8_000)
  })
})
