import { EAST_ASIAN, LATIN, type Nature, NO_SCRIPT, natureFor } from './natures.ts'

/** East Asian text has Latin words without a space around them. */
function mixes({ script }: Nature): boolean {
  return script === EAST_ASIAN || script === LATIN
}

/** How odd it is that one character follows another. */
function stepOddness(a: Nature, b: Nature): number {
  const isLetter = a.script !== NO_SCRIPT
  if (b.combines) return isLetter ? 0 : 2
  if (isLetter && b.script !== NO_SCRIPT) {
    if (a.script !== b.script && !(mixes(a) && mixes(b))) return 2
    return a.lower && b.upper ? 2 : 0
  }
  if (isLetter) return b.behind ? (b.behindAscii && !a.ascii ? 0.9 : 0) : 2
  if (b.script !== NO_SCRIPT) return a.ahead ? 0 : 2
  return a.parts || b.parts ? 0 : 0.5
}

/**
 * How unlike any text a stretch of characters is: capitals and signs inside words, letters of two scripts side by
 * side, characters that hardly any text has. Sound text has next to none; the unit is half of a sign that touches a
 * letter. Steps from ASCII to ASCII do not count.
 */
export function oddness(stretch: string): number {
  let cost = 0
  let before: Nature | undefined
  /** Marks since the last letter, unless something parts them from it. */
  let marks: number | undefined
  for (const char of stretch) {
    const nature = natureFor(char)
    cost += nature.rarity
    if (before !== undefined && !(before.ascii && nature.ascii)) cost += stepOddness(before, nature)
    if (nature.script !== NO_SCRIPT) {
      if (marks !== undefined && nature.script !== EAST_ASIAN) cost += 2 * marks
      marks = 0
    } else if (nature.parts) marks = undefined
    else if (marks !== undefined && !nature.between) marks++
    before = nature
  }
  return cost
}
