import type { Dice } from '../prose.ts'
import type { Voice } from './tongue.ts'

/** A part of an article, with the lines that must not be lost. */
export type Part = { html: string; lines: string[] }

/** How a site writes its articles. */
export type Style = {
  lengths: readonly [number, number]
  paragraph: (sentences: readonly string[], gap: string) => string
  lists: number
  headings: number
  tables: number
  quotes: number
  heading: string
  /** Subheadings that many of its articles share. */
  usual: string[]
  hasLede: boolean
  /** Sentences that come again in some articles, and how often. */
  stock: string[]
  stockShare: number
  isBroken: boolean
}

export function styleOf(dice: Dice, voice: Voice): Style {
  const name = dice.pick(['', '', '', ' class="par"', ' class="MsoNormal"', ' style="text-align: justify"'])
  const tag = dice.pick(['p', 'p', 'p', 'p', 'div'])
  const isBroken = dice.chance(0.12)
  const often = () => dice.pick([0, 0, 0.15, 0.35])
  const inline = dice.pick(['', '', '', 'span', 'font'])
  const open = inline && `<${inline}>`
  const close = inline && `</${inline}>`
  return {
    lengths: dice.pick([
      [2, 5],
      [3, 9],
      [4, 14],
      [1, 3],
    ] as const),
    paragraph: isBroken
      ? (said, gap) => `${said.join(gap)}<br>${dice.chance(0.5) ? '<br>' : ''}`
      : (said, gap) => `<${tag}${name}>${open}${said.join(gap)}${close}</${tag}>`,
    lists: often(),
    headings: often(),
    tables: dice.pick([0, 0, 0, 0.2]),
    quotes: often(),
    heading: isBroken ? 'b' : dice.pick(['h2', 'h3', 'h4', 'p><strong']),
    usual: dice.chance(0.3) ? [voice.words(dice, 1, 2)] : [],
    hasLede: dice.chance(0.25),
    stock: Array.from({ length: dice.number(1, 3) }, () => voice.sentence(dice)),
    stockShare: dice.pick([0, 0.15, 0.3]),
    isBroken,
  }
}

function closed(tags: string): string {
  return tags
    .split('><')
    .reverse()
    .map(tag => `</${tag}>`)
    .join('')
}

function listOf(dice: Dice, voice: Voice, { isBroken, paragraph }: Style): Part {
  const lead = voice.words(dice, 4, 8) + voice.script.colon.trim()
  const items = Array.from({ length: dice.number(2, 5) }, () => voice.item(dice) + dice.pick(['', '', ';']))
  const tag = dice.pick(['ul', 'ol'])
  const list = isBroken
    ? items.map(item => `- ${item}<br>`).join('')
    : `<${tag}>${items.map(item => `<li>${item}</li>`).join('\n')}</${tag}>`
  return { html: paragraph([lead], ' ') + list, lines: [lead, ...items] }
}

function tableOf(dice: Dice, voice: Voice): Part {
  const rows = Array.from({ length: dice.number(2, 5) }, () => voice.item(dice))
  const cells = rows.map(
    row =>
      `<tr><td>${row}</td><td>${dice.number(2, 99)}</td><td>${dice.number(2, 99)}.${dice.number(0, 9)}</td></tr>`,
  )
  return { html: `<table>${cells.join('\n')}</table>`, lines: rows }
}

/** The parts of one article, in order. */
export function articleOf(dice: Dice, voice: Voice, style: Style): Part[] {
  const { gap } = voice.script
  const parts: Part[] = []
  if (style.hasLede) {
    const lede = voice.sentence(dice)
    parts.push({ html: `<p class="lede">${lede}</p>`, lines: [lede] })
  }
  const count = dice.number(...style.lengths)
  const stockAt = dice.chance(style.stockShare) ? dice.number(1, count) : -1
  for (let at = 0; at < count; at++) {
    if (at > 0 && dice.chance(style.headings)) {
      const heading = dice.chance(0.3) ? (style.usual[0] ?? voice.item(dice)) : voice.item(dice)
      parts.push({ html: `<${style.heading}>${heading}${closed(style.heading)}`, lines: [heading] })
    }
    const said =
      at === stockAt
        ? [dice.pick(style.stock)]
        : Array.from({ length: dice.pick([1, 2, 2, 3, 4]) }, () => voice.sentence(dice))
    parts.push({ html: style.paragraph(said, gap), lines: said })
    if (dice.chance(style.lists / 2)) parts.push(listOf(dice, voice, style))
    if (dice.chance(style.tables / 2)) parts.push(tableOf(dice, voice))
    if (dice.chance(style.quotes / 2)) {
      const quote = voice.sentence(dice)
      parts.push({ html: `<blockquote><p>${quote}</p></blockquote>`, lines: [quote] })
    }
  }
  return parts
}
