import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../../shared/text/extract.ts'

/** What stands for `{de}` and the like in the fixtures: a few paragraphs that name no day. */
const STORIES: Record<string, string[]> = {
  de: [
    'Die Stadt hat lange darüber gestritten, und nun ist die Sache endlich entschieden: Das alte Haus am Fluss bleibt stehen und wird saniert.',
    'Viele Bürger kamen in den Saal, um zu hören, was der Rat beschließen würde, und sie gingen erst spät nach Hause.',
    'Die Kosten sind noch nicht bekannt, doch rechnet die Verwaltung mit einer Summe, die sie aus eigenen Mitteln nicht tragen kann.',
    'Wer helfen will, kann sich im Rathaus melden; dort liegen auch die Pläne aus, die jeder einsehen darf.',
  ],
  en: [
    'The town argued about it for a long time, and now the matter is settled: the old house by the river will stay and be restored.',
    'Many people came to the hall to hear what the council would decide, and they did not go home until late in the evening.',
    'The costs are not known yet, but officials expect a sum that the town cannot carry alone, and they will ask the state for help.',
    'Anyone who wants to help can come to the office, where the plans are on display for everybody to see.',
  ],
  fr: [
    'La ville en a longtemps débattu, et la question est enfin tranchée : la vieille maison au bord du fleuve restera et sera restaurée.',
    'De nombreux habitants sont venus dans la salle pour entendre la décision du conseil, et ils sont rentrés tard chez eux.',
    'Les coûts ne sont pas encore connus, mais la mairie attend une somme qu’elle ne pourra pas porter seule.',
    'Ceux qui veulent aider peuvent venir au bureau, où les plans sont exposés pour tout le monde.',
  ],
}

/** Each page of a fixture: `=== name | address | day, or - for none`, then its markup. */
function pagesOf(file: string) {
  const fixture = readFileSync(new URL(`../../../fixtures/text/dates/${file}`, import.meta.url), 'utf8')
  return fixture
    .split(/^=== /m)
    .slice(1)
    .map(page => {
      const [head = '', ...markup] = page.split('\n')
      const [name = '', url = '', day = ''] = head.split(' | ')
      const html = markup
        .join('\n')
        .replace(/\{(\w\w)\}/g, (_, language) =>
          (STORIES[language] ?? []).map(paragraph => `<p>${paragraph}</p>`).join(''),
        )
      return { name, url, day, html }
    })
}

describe('the day of publication', () => {
  it.each(['templates.txt', 'other-templates.txt', 'more-templates.txt'].flatMap(pagesOf))(
    'is found on $name',
    ({ url, day, html }) => {
      expect(extractArticle(html, { url }).publishedAt?.slice(0, 10) ?? '-').toBe(day)
    },
  )
})
