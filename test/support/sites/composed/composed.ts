import { randomOf } from '../../release-text.ts'
import { type Dice, diceOf } from '../prose.ts'
import type { Site, SitePage } from '../site.ts'
import { articleOf, styleOf } from './article.ts'
import { type Box, boxOf, type PageFacts, type Spot } from './boxes.ts'
import { type Voice, voiceOf } from './tongue.ts'

type Filled = { title: string; date: string; body: string; at: (spot: Spot) => string }
type Frame = (page: Filled) => string

/** Classes as designers name them: by what a thing is, by how it looks, by a tool, or not at all. */
function namerOf(dice: Dice): (meaning: string) => string {
  const words: Record<string, readonly string[]> = {
    box: ['widget', 'promo', 'meta', 'share', 'note', 'related', 'comments', 'tools', 'author'],
    item: ['item', 'card', 'entry', 'comment', 'row'],
    list: ['related', 'sidebar-box', 'more', 'comments', 'block', 'latest'],
  }
  const kind = dice.pick(['meaning', 'look', 'tool', 'none'])
  return meaning => {
    if (kind === 'none') return dice.chance(0.8) ? '' : ' class="x"'
    if (kind === 'tool') return ` class="c-${dice.number(100, 999)}"`
    if (kind === 'look')
      return ` class="${dice.pick(['mt-3 small', 'col-12', 'grey', 'bold-text', 'pad10', 'wrap'])}"`
    return ` class="${dice.pick(words[meaning] ?? ['part'])}"`
  }
}

function frameOf(dice: Dice, { tag }: Voice, menu: string): Frame {
  const main = dice.pick(['article', 'div', 'section', 'main', 'div class="content"', 'div id="main"'])
  const text = dice.pick([
    '',
    '',
    'div class="text"',
    'div',
    'div class="entry-content"',
    'section class="c-7"',
  ])
  const isEndWithin = dice.chance(0.6)
  const headline = dice.pick(['h1', 'h1', 'h2', 'h1 class="title"', 'div class="h1"'])
  const date = dice.pick(['time', 'div class="date"', 'p', 'span'])
  const element = (open: string, inner: string) =>
    open === '' ? inner : `<${open}>${inner}</${open.split(' ')[0]}>`
  const isTable = dice.chance(0.1)
  const suffix = dice.chance(0.5) ? ' | Site' : ''
  return ({ title, date: day, body, at }) => {
    const head = `${at('above')}${element(headline, title)}${element(date, day)}${at('below')}`
    const whole = isEndWithin ? element(text, body + at('end')) : element(text, body) + at('end')
    const content = element(main, head + whole) + at('after')
    const middle = isTable
      ? `<table><tr><td>${menu}</td><td>${content}</td><td>${at('aside')}</td></tr></table>`
      : `<div>${menu}</div>${content}<aside>${at('aside')}</aside>`
    return `<!doctype html><html lang="${tag}"><head><meta charset="utf-8"><title>${title}${suffix}</title></head><body>${at('top')}${middle}<footer>${at('foot')}</footer></body></html>`
  }
}

/** Shorter lines stand in texts by chance: they are no evidence that furniture was left. */
const isTelling = (line: string) => line.length >= (/\p{Script=Han}/u.test(line) ? 6 : 12)

function pageOf(
  dice: Dice,
  { voice, frame, boxes, style, facts, url }: SitePlan & { facts: PageFacts; url: string },
): SitePage {
  const parts = articleOf(dice, voice, style)
  const body = parts.map(part => part.html)
  const said = parts.flatMap(part => part.lines)
  const furniture: string[] = []
  const shown = new Map<Spot, string[]>()
  for (const { spot, onPages, show } of boxes) {
    if (!dice.chance(onPages)) continue
    const { html, lines } = show(dice, facts)
    furniture.push(...lines)
    const at = spot === 'inside' ? Math.ceil(body.length / 2) : dice.number(1, Math.max(1, body.length - 1))
    if (spot === 'inside' || spot === 'anywhere') body.splice(at, 0, html)
    else shown.set(spot, [...(shown.get(spot) ?? []), html])
  }
  const html = frame({ ...facts, body: body.join('\n'), at: spot => (shown.get(spot) ?? []).join('\n') })
  const own = said.join('\n')
  return {
    url,
    title: facts.title,
    html,
    sentences: said,
    furniture: furniture.filter(
      line => isTelling(line) && !own.includes(line) && !facts.title.includes(line),
    ),
  }
}

type SitePlan = { voice: Voice; frame: Frame; boxes: Box[]; style: ReturnType<typeof styleOf> }

/** An invented site put together by chance from the ground up, its language included: 25 pages. */
export function composedSiteOf(seed: number, pageCount = 25): Site {
  const dice = diceOf(randomOf(seed * 15_485_863 + 29))
  const voice = voiceOf(dice)
  const className = namerOf(dice)
  const style = styleOf(dice, voice)
  const menu = Array.from(
    { length: dice.number(3, 7) },
    () => `<a href="/s">${voice.words(dice, 1, 2)}</a>`,
  ).join(' ')
  const boxes = Array.from({ length: dice.number(4, 12) }, () =>
    boxOf(dice, voice, className, style.isBroken),
  )
  const frame = frameOf(dice, voice, menu)
  const known = Array.from({ length: 60 }, () => voice.title(dice))
  const name = `composed-${seed}`
  const pages = Array.from({ length: pageCount }, (_, index) => {
    const each = diceOf(randomOf(seed * 32_452_843 + index * 97 + 3))
    const date = `${String(1 + index).padStart(2, '0')}.10.2026`
    const facts = { title: known[index] ?? '', titles: known.filter((_, at) => at !== index), date, index }
    return pageOf(each, { voice, frame, boxes, style, facts, url: `https://${name}.example/n/${index + 1}` })
  })
  return { name, language: voice.tag, kind: 'mixed', pages }
}
