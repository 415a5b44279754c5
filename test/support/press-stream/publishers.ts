import { SCRIPTS } from '../release-text.ts'
import { drawOf } from './draw.ts'
import { proseIn, type Writing } from './prose.ts'

export type Publisher = { source: string; writing: Writing; about: string }

const PUBLISHERS = 160
/** The first twenty belong to ten groups: two publishers each, with one "about" between them. */
const IN_GROUPS = 20

export function publisher(index: number): Publisher {
  const own = index % PUBLISHERS
  const house = own < IN_GROUPS ? own - (own % 2) : own
  const draw = drawOf(700_000 + house)
  const writing: Writing = house % 5 < 3 ? 'Latin' : (SCRIPTS[house % SCRIPTS.length] ?? 'Latin')
  const heading = draw.chance(50) ? `About ${draw.name()}\n` : ''
  return {
    source: `publisher-${own}`,
    writing,
    about: `${heading}${proseIn(writing, draw, draw.number(3, 9))}\n${draw.name()} ${draw.name()}, press office, +374 10 ${draw.number(100_000, 999_999)}`,
  }
}
