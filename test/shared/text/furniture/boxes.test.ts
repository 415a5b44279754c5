import { describe, expect, it } from 'vitest'
import { readPage } from '../../../../shared/text/extract.ts'
import { takeBoxes } from '../../../../shared/text/furniture/boxes.ts'
import { evidenceOf } from '../../../../shared/text/furniture/evidence.ts'
import { learnFurniture, NO_FURNITURE } from '../../../../shared/text/furniture/learned.ts'
import { isOwnQuote } from '../../../../shared/text/furniture/own-lines.ts'
import type { PageLine } from '../../../../shared/text/furniture/page-line.ts'

const PLACES =
  'Ardmouth Belwick Carrow Denby Elford Farley Garth Holme Ivory Jarrow Kelso Lorne Melby Norton Oakham'.split(
    ' ',
  )
const WORKS =
  'bridge harbour school library tramway reservoir market theatre depot footpath canal clinic'.split(' ')
const pick = (list: readonly string[], at: number) => list[at % list.length] ?? ''

/** Sentences that share words, as those of one newsroom do, and are yet each another. */
const sentence = (page: number, at: number) =>
  `${pick(['Engineers', 'Residents', 'Councillors', 'Teachers', 'Traders'], page + at)} of ${pick(PLACES, page * 3 + at)} ${pick(['inspected', 'discussed', 'measured', 'welcomed'], page * 2 + at)} the ${pick(WORKS, page * 5 + at)} near ${pick(PLACES, page * 7 + at * 2 + 1)}, where work on the ${pick(WORKS, page + at * 3 + 2)} had stopped in ${1950 + page * 4 + at}.`
const paragraph = (page: number, at: number) => [0, 1, 2].map(i => sentence(page, at * 3 + i)).join(' ')

const COMMENTS = [
  'Typical, they never ask us',
  'Good news for once',
  'Who is going to pay for that',
  'Same in our street',
]
const comments = (page: number) =>
  `<div class=talk><p class=head>What readers say: ${page + 2}</p>${[0, 1, 2]
    .map(
      i =>
        `<div class=entry><div class=by>${pick(['Ann', 'Bo', 'Cy', 'Di'], page + i)} ${pick(PLACES, page + i)} wrote ${page + i + 2} hours ago</div><p>${pick(COMMENTS, page + i)}, and ${pick(COMMENTS, page * 3 + i + 1)} in ${pick(PLACES, page * 11 + i)}</p></div>`,
    )
    .join('')}</div>`

const TITLE = (page: number) => `${pick(PLACES, page)} looks after its ${pick(WORKS, page)}`
const site = (middle: (page: number) => string, end: (page: number) => string) =>
  Array.from({ length: 12 }, (_, page) => ({
    url: `https://gazette.example/${page}`,
    html: `<title>${TITLE(page)} | Gazette</title><h1>${TITLE(page)}</h1><article class=story><p>${paragraph(page, 0)}</p>${middle(page)}<p>${paragraph(page, 1)}</p><p>${paragraph(page, 2)}</p>${end(page)}</article>`,
  }))

/** The text of the last page of a site, by what all of them have in common. */
function lastText(pages: readonly { url: string; html: string }[]): string {
  const read = pages.map(({ url, html }) => readPage(html, { url }))
  const state = learnFurniture(
    NO_FURNITURE,
    read.map(({ learnt }) => learnt),
  )
  return read.at(-1)?.articleBy(state).text ?? ''
}

const LAST = 11
const prose = [0, 1, 2].map(at => paragraph(LAST, at))

describe('a box that opens with a line such as other pages have', () => {
  it('goes with the comments that readers left in it, each of them another', () => {
    const text = lastText(site(() => '', comments))
    for (const own of prose) expect(text).toContain(own)
    expect(text).not.toContain('readers say')
    expect(text).not.toContain('hours ago')
    expect(text).not.toContain(pick(COMMENTS, LAST))
  })

  it('stays if what it says is its own: a section of the article below a heading that recurs', () => {
    const section = (page: number) => `<section><h2>Background</h2><p>${paragraph(page, 5)}</p></section>`
    expect(lastText(site(() => '', section))).toContain(paragraph(LAST, 5))
  })

  it('is no table of which only the head recurs', () => {
    const table = (page: number) =>
      `<table class=figures><tr><th>Project</th><th>Cost</th></tr>${[0, 1, 2].map(i => `<tr><td>${pick(WORKS, page + i)} in ${pick(PLACES, page * 3 + i)}</td><td>${page + i} million</td></tr>`).join('')}</table>`
    const text = lastText(site(table, () => ''))
    for (const i of [0, 1, 2])
      expect(text).toContain(`${pick(WORKS, LAST + i)} in ${pick(PLACES, LAST * 3 + i)}`)
  })
})

describe('what is the article’s own though others write alike', () => {
  it('are the items of a list under one label or another', () => {
    const list = (page: number) =>
      `<ul>${[0, 1, 2].map(i => `<li>${pick(WORKS, i)}: ${page * 3 + i + 2} million for works in ${pick(PLACES, page * 3 + i)}</li>`).join('')}</ul>`
    const text = lastText(site(list, () => ''))
    for (const i of [0, 1, 2]) expect(text).toContain(`${LAST * 3 + i + 2} million for works in`)
  })

  it('are quotations that end in one turn of phrase', () => {
    const quote = (page: number) =>
      `<blockquote>“The ${pick(WORKS, page)} in ${pick(PLACES, page)} opens in May, and this is only the beginning.”</blockquote>`
    expect(lastText(site(quote, () => ''))).toContain(
      `“The ${pick(WORKS, LAST)} in ${pick(PLACES, LAST)} opens`,
    )
  })

  it('is a lead in a slot that is otherwise furniture’s', () => {
    const pages = site(
      () => '',
      page => `<div class=note><p>Read ${page * 7 + 20} times today</p></div>`,
    ).map(({ url, html }, page) => ({
      url,
      html: html.replace('<article', `<div class=note><p>${sentence(page, 20)}</p></div><article`),
    }))
    const text = lastText(pages)
    expect(text).toContain(sentence(LAST, 20))
    expect(text).not.toContain('times today')
  })
})

const line = (text: string, more: Partial<PageLine> = {}): PageLine => ({
  text,
  heading: false,
  linkShare: 0,
  place: 'article.story>p.',
  isKept: true,
  isDoubtful: true,
  ...more,
})
const asked = (page: number) => [
  line('Press office', { place: 'article.story>div.kind' }),
  line(sentence(page, 0)),
  line(sentence(page, 1)),
  line(`What readers say: ${page}`, { place: 'div.talk>p.head' }),
  line(`A reader from ${pick(PLACES, page)} wrote this at ${page}:30`, { place: 'div.talk>div.by' }),
  line(`The same here with the ${pick(WORKS, page)}`, { place: 'div.talk>p.' }),
]
const url = (page: number) => `https://gazette.example/${page}`
const known = learnFurniture(
  NO_FURNITURE,
  Array.from({ length: 11 }, (_, page) => ({ url: url(page), lines: asked(page) })),
)
const evidence = evidenceOf(known, { url: url(LAST), lines: asked(LAST) })

describe('what was told of the line that opens a box', () => {
  const taken = (stays: boolean[], boxes: readonly number[][]) => {
    takeBoxes(stays, { lines: asked(LAST), evidence }, boxes)
    return stays
  }

  it('holds for the box: what a reader wrote goes with its head, though no other page has it', () => {
    const boxes = [[1], [2], [3], [6], [5], [6]]
    expect(taken([true, true, true, false, true, true], boxes)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    expect(taken([true, true, true, true, true, true], boxes)).not.toContain(false)
  })

  it('does not for the element that holds the text as well', () => {
    const around = asked(LAST).map(() => [6])
    expect(taken([false, true, true, true, true, true], around)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ])
  })
})

describe('a quotation', () => {
  it('is the article’s own, unless other pages have the same', () => {
    const [, own, , , again] = evidence
    if (own === undefined || again === undefined) throw new Error('no evidence')
    const quote = line('“We owe the people of this town a bridge, and this is only the beginning.”')
    expect(isOwnQuote(quote, own)).toBe(true)
    expect(isOwnQuote(quote, { ...again, share: 0.5 })).toBe(false)
    expect(isOwnQuote(line('We owe the people of this town a bridge.'), own)).toBe(false)
  })
})
