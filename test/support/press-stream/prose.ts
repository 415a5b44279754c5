import { releaseIn, type Script } from '../release-text.ts'
import { type Draw, drawOf } from './draw.ts'

const LINKS = ['the', 'of', 'and', 'in', 'to', 'with', 'for', 'a'] as const
const STOCK_PHRASES = 400

/** What every press office writes: turns of speech that thousands of releases share. */
const stockPhrases = Array.from({ length: STOCK_PHRASES }, (_, index) => {
  const draw = drawOf(500_000 + index)
  return words(draw, draw.number(5, 9))
})

function words(draw: Draw, count: number): string {
  return Array.from({ length: count }, () => (draw.chance(35) ? draw.pick(LINKS) : draw.word())).join(' ')
}

function sentence(draw: Draw): string {
  const said = words(draw, draw.number(9, 20))
  const stock = draw.chance(30) ? ` ${stockPhrases[Math.floor(draw.share() ** 2 * STOCK_PHRASES)]}` : ''
  const figure = draw.chance(20) ? ` ${draw.number(2, 9_000)}` : ''
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${figure}${stock}.`
}

/** Paragraphs of so many sentences in all. */
export function prose(draw: Draw, sentences: number): string {
  const all = Array.from({ length: sentences }, () => sentence(draw))
  const paragraphs: string[] = []
  while (all.length > 0) paragraphs.push(all.splice(0, draw.number(2, 4)).join(' '))
  return paragraphs.join('\n\n')
}

export function title(draw: Draw): string {
  const said = words(draw, draw.number(5, 11))
  return `${draw.name()} ${said}`
}

/** The language that a publisher writes: made up in Latin letters, or random letters of another script. */
export type Writing = 'Latin' | Script

export function proseIn(writing: Writing, draw: Draw, sentences: number): string {
  return writing === 'Latin'
    ? prose(draw, sentences)
    : releaseIn(writing, draw.number(0, 1_000_000_000), sentences)
}

export function titleIn(writing: Writing, draw: Draw): string {
  return writing === 'Latin' ? title(draw) : releaseIn(writing, draw.number(0, 1_000_000_000), 1).slice(0, 60)
}
