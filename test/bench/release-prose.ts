const WHO = [
  'The Harbour Authority',
  'The Ministry of Public Works',
  'The provincial council',
  'Mayor Zoë Lindqvist',
  'The national archive',
  'The Office for River Navigation',
  'Deputy minister João Almeida',
  'The inspectorate of mines',
]
const DID = [
  'opened a second round of consultation on',
  'published the accounts of',
  'signed a contract worth €4.2 million for',
  'postponed the inspection of',
  'will pay half of the cost of',
  'rejected two of the nine tenders for',
  'thanked the volunteers who looked after',
  'announced new opening hours for',
]
const WHAT = [
  'the ferry terminal at Østerhavn',
  'the valley’s three water works',
  'a footbridge over the mill race',
  'the regional blood bank',
  'the school meals programme',
  'four weather stations on the northern ridge',
  'the line between Brenn and Alt‑Kirchen',
  'the reading rooms, which closed in spring',
]
const HOW = [
  'after a public hearing on Tuesday',
  'despite a shortfall of 12 % in the previous year',
  'and expects first results before the harvest',
  '– a step that residents had asked for since the flood',
  'with the votes of both committees',
  'as part of the plan “Open Shores”',
  'until the auditors have given their opinion',
  'at the request of R&D staff and local firms',
]

/** Numbers in [0, below) that look random and are the same in every run (a linear congruential generator). */
export type Dice = (below: number) => number

/** Dice that fall alike for the same seed. */
export function loadedDice(seed: number): Dice {
  let state = seed >>> 0
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const pick = (words: readonly string[], dice: Dice): string => words[dice(words.length)] ?? ''

/** A headline of a made-up public body, as plain text. */
export const headline = (dice: Dice): string => `${pick(WHO, dice)} ${pick(DID, dice)} ${pick(WHAT, dice)}`

const sentence = (dice: Dice): string => `${headline(dice)} ${pick(HOW, dice)}.`

/** The HTML of a made-up release, at least `length` characters long: paragraphs with links, emphasis, a picture. */
export function releaseHtml(dice: Dice, length: number): string {
  let html = ''
  while (html.length < length) html += block(dice)
  return html
}

function block(dice: Dice): string {
  const text = (sentences: number) =>
    Array.from({ length: sentences }, () => sentence(dice).replaceAll('&', '&amp;')).join(' ')
  switch (dice(6)) {
    case 0:
      return `<p><strong>${text(1)}</strong> ${text(1)}</p>\n`
    case 1:
      return `<p>${text(1)} <a href="https://press.example/papers/${dice(90_000)}?lang=en&amp;page=2">Read the paper</a>. ${text(1)}</p>\n`
    case 2:
      return `<p><img src="https://press.example/pictures/${dice(90_000)}.jpg" alt="${pick(WHAT, dice)}" width="640" height="427" /> ${text(1)}</p>\n`
    default:
      return `<p>${text(2)}</p>\n`
  }
}
