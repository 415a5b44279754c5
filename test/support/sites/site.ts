import { randomOf } from '../release-text.ts'
import { type Piece, SHAPES, type Shape, type Slot } from './furniture.ts'
import { LANGUAGES, type SiteLanguage } from './languages.ts'
import { type Dice, diceOf, paragraphOf, sentenceOf, titleOf } from './prose.ts'

/** What an article of the site is made of: its blocks, with the sentences that must not be lost. */
type Part = { kind: 'p' | 'h2' | 'li' | 'quote' | 'lines'; sentences: string[] }

export type SitePage = {
  url: string
  title: string
  html: string
  /** Every sentence, heading and item of the article. */
  sentences: string[]
  /** Every line that is no part of it. */
  furniture: string[]
}

export type Site = { name: string; language: string; kind: Kind; pages: SitePage[] }

/** What the articles of a site are like; the odd ones tempt a reader to take their own words for furniture. */
export type Kind = 'news' | 'speeches' | 'statistics' | 'ministry' | 'short' | 'mixed' | 'sections'
const KINDS: readonly Kind[] = [
  'news',
  'news',
  'news',
  'speeches',
  'statistics',
  'ministry',
  'short',
  'mixed',
  'sections',
]

export type SitePool = {
  languages: readonly SiteLanguage[]
  shapes: readonly Shape[]
  frames: readonly Frame[]
}

export type Frame = (page: {
  title: string
  body: string
  at: (slot: Slot) => string
  date: string
  language: string
}) => string
/** How the article's own parts are written. */
type Pen = (part: Part) => string

function partsOf(kind: Kind, dice: Dice, language: SiteLanguage, index: number): Part[] {
  const paragraph = (): Part => ({ kind: 'p', sentences: paragraphOf(dice, language) })
  const paragraphs = (from: number, to: number) => Array.from({ length: dice.number(from, to) }, paragraph)
  const stated = (...sentences: string[]): Part => ({ kind: 'p', sentences })
  switch (kind) {
    case 'news':
      return paragraphs(3, 9)
    case 'short':
      return dice.chance(0.4) ? paragraphs(1, 1) : paragraphs(1, 3)
    case 'speeches':
      return [
        paragraph(),
        { kind: 'lines', sentences: [language.salutation, sentenceOf(dice, language)] },
        ...(dice.chance(0.5) ? [stated(language.salutation)] : []),
        ...paragraphs(3, 6),
        ...(dice.chance(0.7) ? [stated(language.thanks)] : []),
      ]
    case 'statistics': {
      const [first = '', second = '', third = ''] = language.objects
      const { full, gap } = language
      const counted = (what: string) =>
        `${language.subjects[0]} ${language.verbs[3]} ${what}: ${dice.number(20, 999)}${full}`
      return [
        stated(counted(first), counted(second)),
        ...(dice.chance(0.5) ? [stated(sentenceOf(dice, language))] : []),
        stated(counted(third)),
        stated(
          [language.subjects[5], language.verbs[2], language.objects[7], language.tails[0]].join(gap) + full,
        ),
        stated(counted(language.objects[5] ?? '')),
      ]
    }
    case 'ministry':
      return [
        ...paragraphs(3, 6),
        { kind: 'h2', sentences: [language.about] },
        stated(
          [language.subjects[0], language.verbs[4], language.objects[4], language.tails[5]].join(
            language.gap,
          ) + language.full,
        ),
      ]
    case 'mixed':
      return index === 7 || index === 16
        ? [{ kind: 'li', sentences: Array.from({ length: 5 }, () => sentenceOf(dice, language)) }]
        : [...paragraphs(2, 5), { kind: 'quote', sentences: [sentenceOf(dice, language)] }, paragraph()]
    case 'sections':
      return [
        ...paragraphs(2, 3),
        { kind: 'h2', sentences: [language.background] },
        ...paragraphs(2, 3),
        {
          kind: 'li',
          sentences: Array.from({ length: dice.number(2, 5) }, () => sentenceOf(dice, language)),
        },
        ...paragraphs(1, 2),
      ]
  }
}

const PENS: readonly Pen[] = [
  pen('p'),
  pen('div'),
  pen('p', 'class="MsoNormal"'),
  pen('p', '', 'span'),
  pen('div', 'class="par"', 'font'),
]

function pen(tag: string, attributes = '', inline = ''): Pen {
  const open = `<${tag}${attributes && ` ${attributes}`}>${inline && `<${inline}>`}`
  const close = `${inline && `</${inline}>`}</${tag}>`
  return ({ kind, sentences }) => {
    if (kind === 'h2') return `<h2>${sentences.join(' ')}</h2>`
    if (kind === 'li') return `<ul>${sentences.map(item => `<li>${item}</li>`).join('')}</ul>`
    if (kind === 'quote') return `<blockquote><p>${sentences.join(' ')}</p></blockquote>`
    return `${open}${sentences.join(kind === 'lines' ? '<br>' : ' ')}${close}`
  }
}

const head = (title: string, language: string) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head>`
const MENU =
  '<ul><li><a href="/a">A–D</a></li><li><a href="/b">E–K</a></li><li><a href="/c">L–Z</a></li></ul>'

export const FRAMES: readonly Frame[] = [
  ({ title, body, at, date, language }) =>
    `${head(title, language)}<body>${at('top')}<header><nav>${MENU}</nav></header><main><article>${at('above')}<h1>${title}</h1><time datetime="${date}">${date}</time>${at('below')}${body}${at('end')}</article>${at('after')}</main><aside>${at('aside')}</aside><footer>${at('foot')}<p>© 2026</p></footer></body></html>`,
  ({ title, body, at, date, language }) =>
    `${head(title, language)}<body><div id="wrap">${at('top')}<div class="menu">${MENU}</div><div class="content">${at('above')}<h1>${title}</h1><div class="date">${date}</div>${at('below')}<div class="news-text">${body}${at('end')}</div>${at('after')}</div><div class="right">${at('aside')}</div><div class="footer">${at('foot')}</div></div></body></html>`,
  ({ title, body, at, date, language }) =>
    `${head(title, language)}<body>${at('top')}<table><tr><td>${MENU}</td><td>${at('above')}<h2>${title}</h2><p>${date}</p>${at('below')}${body}${at('end')}${at('after')}</td><td>${at('aside')}</td></tr></table>${at('foot')}</body></html>`,
  ({ title, body, at, date, language }) =>
    `${head(title, language)}<body><div>${at('top')}<div>${MENU}</div><div>${at('above')}<h1>${title}</h1><div>${date}</div>${at('below')}${body}${at('end')}</div><div>${at('after')}</div><div>${at('aside')}</div><div>${at('foot')}</div></div></body></html>`,
  ({ title, body, at, date, language }) =>
    `${head(title, language)}<body>${at('top')}<nav>${MENU}</nav><section class="page"><div class="inner">${at('above')}<h1 class="ttl">${title}</h1><span class="dt">${date}</span>${at('below')}<div class="editor">${body}</div>${at('end')}</div>${at('after')}</section><div class="side">${at('aside')}</div>${at('foot')}</body></html>`,
]

function pageOf(site: SitePlan, index: number): SitePage {
  const dice = diceOf(randomOf(site.seed * 1_000 + index))
  const title = titleOf(dice, site.language)
  const parts = partsOf(site.kind, dice, site.language, index)
  const lines: string[] = []
  const shown = new Map<Slot, string[]>()
  for (const { slot, show, onPages } of site.pieces) {
    if (!dice.chance(onPages)) continue
    const piece = show(dice)
    lines.push(...piece.lines)
    shown.set(slot, [...(shown.get(slot) ?? []), piece.html])
  }
  const at = (slot: Slot) => (shown.get(slot) ?? []).join('\n')
  const middle = Math.ceil(parts.length / 2)
  const written = parts.map(site.pen)
  const body = [...written.slice(0, middle), at('inside'), ...written.slice(middle)].join('\n')
  const date = `2026-11-${String(1 + (index % 28)).padStart(2, '0')}`
  return {
    url: `https://${site.name}.example/news/${index + 100}.html`,
    title,
    html: site.frame({ title, body, at, date, language: site.language.tag }),
    sentences: parts.flatMap(part => part.sentences),
    furniture: lines,
  }
}

type SitePlan = {
  seed: number
  name: string
  kind: Kind
  language: SiteLanguage
  pieces: Piece[]
  frame: Frame
  pen: Pen
}

export const POOL: SitePool = { languages: LANGUAGES, shapes: SHAPES, frames: FRAMES }

/** An invented site of 25 pages: its own language, layout, kind of articles, and five to nine pieces of furniture. */
export function siteOf(seed: number, { languages, shapes, frames }: SitePool = POOL): Site {
  const dice = diceOf(randomOf(seed * 7_919))
  const language = dice.pick(languages)
  const chosen = [...shapes]
    .map(shape => ({ shape, rank: dice.number(0, 1_000_000) }))
    .sort((a, b) => a.rank - b.rank)
  const pieces = chosen.slice(0, dice.number(5, 9)).map(({ shape }) => shape(dice, language))
  const kind = dice.pick(KINDS)
  const plan: SitePlan = {
    seed,
    name: `site-${seed}`,
    kind,
    language,
    pieces,
    frame: dice.pick(frames),
    pen: dice.pick(PENS),
  }
  return {
    name: plan.name,
    language: language.tag,
    kind,
    pages: Array.from({ length: 25 }, (_, index) => pageOf(plan, index)),
  }
}
