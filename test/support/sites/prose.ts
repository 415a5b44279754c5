import type { SiteLanguage } from './languages.ts'

export type Dice = {
  /** A whole number of at least `from` and at most `to`. */
  number: (from: number, to: number) => number
  pick: <Item>(items: readonly Item[]) => Item
  chance: (probability: number) => boolean
}

/** Dice that always fall the same way for the same seed. */
export function diceOf(random: () => number): Dice {
  const number = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  return { number, pick, chance: probability => random() < probability }
}

const NAMES =
  'Tova Brandt|Lena Korvin|Aram Sahak|Milo Dressen|Ines Oltra|Piet Halder|Sona Verdian|Jun Takeda'.split('|')

export const nameOf = (dice: Dice): string => dice.pick(NAMES)

/** A sentence of its own: with so many parts that the same one hardly comes twice. */
export function sentenceOf(dice: Dice, language: SiteLanguage): string {
  const { subjects, verbs, objects, tails, full, gap } = language
  const parts = [dice.pick(subjects), dice.pick(verbs), dice.pick(objects), dice.pick(tails)]
  if (dice.chance(0.5)) parts.push(`(${nameOf(dice)}, ${dice.number(2, 990)})`)
  if (dice.chance(0.3)) parts.splice(2, 0, `«${dice.pick(objects)}»`)
  return parts.join(gap) + full
}

/** What stands in one paragraph, sentence by sentence. */
export function paragraphOf(dice: Dice, language: SiteLanguage): string[] {
  const length = dice.chance(0.25) ? 1 : dice.number(2, 5)
  const sentences = Array.from({ length }, () => sentenceOf(dice, language))
  return dice.chance(0.08) ? [dice.pick(language.stock)] : sentences
}

/** A title without a full stop. */
export function titleOf(dice: Dice, language: SiteLanguage): string {
  const { subjects, verbs, objects, tails, gap } = language
  return [
    dice.pick(subjects),
    dice.pick(verbs),
    dice.pick(objects),
    dice.pick(tails),
    `(${dice.number(2, 99)})`,
  ].join(gap)
}
