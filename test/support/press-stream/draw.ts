import { randomOf } from '../release-text.ts'

/** What a story is made of, drawn from a seed: the same seed draws the same. */
export type Draw = {
  /** From 0 up to 1. */
  share: () => number
  /** A whole number between both, which may be either. */
  number: (least: number, most: number) => number
  pick: <T>(list: readonly [T, ...T[]]) => T
  /** True in so many of a hundred. */
  chance: (percent: number) => boolean
  /** A made-up word; the common ones come often, as in any language. */
  word: () => string
  /** A made-up name with a capital. */
  name: () => string
}

const SYLLABLES =
  'bra kel or tam vis lu mer sto fen dal gri hol nor pey quin rus de li mo na ri so ta ve'.split(' ')
const ENDS = ['n', 'rd', 'st', 'ck', 'm', 'th', 'll', 'x', 'sk', 'nt', 'd', 's']
const VOCABULARY = 6_000

function coined(random: () => number): string {
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const syllables = Array.from({ length: 1 + Math.floor(random() * 3) }, () => one(SYLLABLES))
  return syllables.join('') + one(ENDS)
}

const vocabulary = (() => {
  const random = randomOf(77)
  return Array.from({ length: VOCABULARY }, () => coined(random))
})()

export function drawOf(seed: number): Draw {
  const share = randomOf(seed)
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(share() * list.length)] ?? list[0]
  // The third power makes the first hundred words a quarter of all that is said.
  const word = () => vocabulary[Math.floor(share() ** 3 * VOCABULARY)] ?? 'word'
  const rare = () => vocabulary[Math.floor(share() * VOCABULARY)] ?? 'word'
  return {
    share,
    number: (least, most) => least + Math.floor(share() * (most - least + 1)),
    pick,
    chance: percent => share() * 100 < percent,
    word,
    name: () => {
      const said = rare()
      return said.charAt(0).toUpperCase() + said.slice(1)
    },
  }
}
