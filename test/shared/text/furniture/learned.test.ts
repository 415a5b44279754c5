import { describe, expect, it } from 'vitest'
import { articleLines } from '../../../../shared/text/furniture/judge-lines.ts'
import {
  FurnitureState,
  knowsFurniture,
  learnFurniture,
  NO_FURNITURE,
} from '../../../../shared/text/furniture/learned.ts'
import type { PageLine } from '../../../../shared/text/furniture/page-line.ts'

const line = (text: string, more: Partial<PageLine> = {}): PageLine => ({
  text,
  heading: false,
  linkShare: 0,
  place: 'div.text>p.',
  isKept: true,
  isDoubtful: true,
  ...more,
})
const own = (page: number, at: number) =>
  line(
    `Paragraph ${'abcdefghijklmnopqrstuvwxyz'[at]} of the story about ${'qwertzuiopasdfghjklyxcvbnm'[page]} and what became of it since.`,
  )
const story = (page: number) => [own(page, 0), own(page, 1), own(page, 2), own(page, 3)]
const learn = (pages: readonly PageLine[][]) =>
  learnFurniture(
    NO_FURNITURE,
    pages.map((lines, i) => ({ url: `https://a.example/${i}`, lines })),
  )
const removedOf = (state: FurnitureState, url: string, lines: readonly PageLine[]) => {
  const stays = articleLines(state, { url, lines })
  return lines.filter((_, i) => !stays[i]).map(({ text }) => text)
}
const TEN = Array.from({ length: 10 }, (_, page) => page)

describe('learning what the pages of a source have in common', () => {
  it('takes a line that ends most pages for furniture, whatever number or date it carries', () => {
    const state = learn(
      TEN.map(page => [...story(page), line(`${page + 7} views since ${page + 1} March 2026`)]),
    )
    const page = [...story(12), line('913 views since 20 April 2026')]
    expect(removedOf(state, 'https://a.example/new', page)).toEqual(['913 views since 20 April 2026'])
  })

  it('never takes a line that stood on one page', () => {
    const state = learn(TEN.map(story))
    expect(removedOf(state, 'https://a.example/new', story(3))).toEqual([])
  })

  it('counts a page that is read again once, and not against itself', () => {
    const page = [...story(1), line('Only here, but read ten times over.')]
    const again = TEN.reduce(
      state => learnFurniture(state, [{ url: 'https://a.example/1', lines: page }]),
      NO_FURNITURE,
    )
    expect(again.pages).toHaveLength(1)
    const state = TEN.reduce(
      (known, i) => learnFurniture(known, [{ url: `https://a.example/x${i}`, lines: story(i + 2) }]),
      again,
    )
    expect(removedOf(state, 'https://a.example/1', page)).toEqual([])
  })

  it('finds a box inside the text by its own class on a few pages, a paragraph like others on nearly half', () => {
    const box = line('The best of the week in your inbox.', { place: 'div.text>p.promo' })
    const bare = line('The best of the week in your inbox.')
    const with2 = (added: PageLine) =>
      TEN.map(page => (page < 3 ? [own(page, 0), added, own(page, 1), own(page, 2)] : story(page)))
    const page = (added: PageLine) => [own(20, 0), added, own(20, 1), own(20, 2)]
    expect(removedOf(learn(with2(box)), 'https://a.example/new', page(box))).toEqual([box.text])
    expect(removedOf(learn(with2(bare)), 'https://a.example/new', page(bare))).toEqual([])
  })

  it('keeps the salutation of speeches and a subheading that recurs', () => {
    const salutation = line('Dear colleagues,')
    const background = line('Background', { heading: true, place: 'div.text>h2.' })
    const speech = (page: number) => [own(page, 0), salutation, own(page, 1), background, own(page, 2)]
    expect(
      removedOf(
        learn(TEN.map(page => (page % 2 ? story(page) : speech(page)))),
        'https://a.example/new',
        speech(15),
      ),
    ).toEqual([])
  })

  it('takes the links below a recurring heading along, though each page has others', () => {
    const related = (page: number) => [
      line('More stories', { heading: true, place: 'div.more>h3.' }),
      line(`Another story about ${page}`, { linkShare: 1, place: 'div.more>p.' }),
      line(`And one about ${page * 7}`, { linkShare: 1, place: 'div.more>p.' }),
    ]
    const state = learn(TEN.map(page => [...story(page), ...related(page)]))
    expect(removedOf(state, 'https://a.example/new', [...story(14), ...related(99)])).toHaveLength(3)
  })

  it('takes captions of a numbered gallery, though each names another place and another hand', () => {
    const places = [
      'Oakham',
      'Brill',
      'Tarn',
      'Wexley',
      'Dunmere',
      'Holt',
      'Perrin',
      'Stowe',
      'Lyle',
      'Marsh',
    ]
    const caption = (page: number, at: number) =>
      line(`${at}/3 Crowds in ${places[page % 10]} (archive, Ann ${places[(page + at) % 10]}son)`, {
        place: 'div.text>div.gallery',
      })
    const gallery = (page: number) => [
      own(page, 0),
      caption(page, 1),
      caption(page, 2),
      own(page, 1),
      own(page, 2),
    ]
    const state = learn(TEN.map(page => (page % 2 ? story(page) : gallery(page))))
    expect(removedOf(state, 'https://a.example/new', gallery(17))).toHaveLength(2)
  })

  it('keeps the items of a list between paragraphs, in a slot where other pages have furniture', () => {
    const item = (text: string) => line(text, { place: 'div.text>ul>li.' })
    const links = [item('Send to a friend'), item('Print this page')]
    const state = learn(TEN.map(page => [...story(page), ...links]))
    const lead = line('The plan has two parts:')
    const items = [item('repairs to the lower bridge'), item('a second ferry in summer')]
    const page = [own(20, 0), lead, ...items, own(20, 1), own(20, 2), ...links]
    expect(removedOf(state, 'https://a.example/new', page)).toEqual(links.map(({ text }) => text))
  })

  it('keeps a sentence that begins and ends as others do', () => {
    const price = (page: number) =>
      line(
        `According to the council the ${'qwertzuiop'[page % 10]}${page} project costs more than in the year before.`,
      )
    const state = learn(TEN.map(page => [own(page, 0), price(page), own(page, 1)]))
    expect(removedOf(state, 'https://a.example/new', [own(15, 0), price(18), own(15, 1)])).toEqual([])
  })

  it('keeps figures that are stated each week in the same words', () => {
    const week = (page: number) =>
      ['Ferries', 'Trains', 'Buses', 'Trams'].map((what, at) =>
        line(`${what} carried ${page * 37 + at * 11 + 100} people over the river this week.`),
      )
    const state = learn(TEN.map(week))
    expect(removedOf(state, 'https://a.example/new', week(15))).toEqual([])
  })

  it('leaves a text whole that would lose nearly all of itself', () => {
    const notice = story(5)
    const state = learn(TEN.map(() => notice))
    expect(removedOf(state, 'https://a.example/new', notice)).toEqual([])
  })

  it('stays small and valid however many pages come', () => {
    const pages = Array.from({ length: 60 }, (_, page) =>
      Array.from({ length: 40 }, (_, at) => line(`line ${'x'.repeat(page)} and ${'y'.repeat(at)}`)),
    )
    const state = learn(pages)
    expect(FurnitureState.parse(state)).toEqual(state)
    expect(JSON.stringify(state).length).toBeLessThan(10_000)
    expect(knowsFurniture(state)).toBe(true)
    expect(knowsFurniture(NO_FURNITURE)).toBe(false)
  })
})
