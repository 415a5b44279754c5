import type { Dice } from '../prose.ts'
import type { Voice } from './tongue.ts'

export type Spot = 'top' | 'above' | 'below' | 'inside' | 'anywhere' | 'end' | 'after' | 'aside' | 'foot'

/** What a page's furniture can speak of. */
export type PageFacts = { title: string; titles: readonly string[]; date: string; index: number }

export type Box = {
  spot: Spot
  onPages: number
  show: (dice: Dice, facts: PageFacts) => { html: string; lines: string[] }
}

type Line = (dice: Dice, facts: PageFacts) => string

const anchor = (text: string) => `<a href="/n/${text.length}">${text}</a>`

/** What one line of a site's furniture says: the same on each page, or what is filled in. */
function lineOf(dice: Dice, voice: Voice): Line {
  const { colon, comma, full, gap } = voice.script
  const label = voice.words(dice, 1, 3)
  const phrase = voice.words(dice, 2, 6)
  const rest = voice.words(dice, 4, 9)
  const said = [voice.sentence(dice), voice.sentence(dice)]
  const turns = Array.from({ length: dice.number(2, 6) }, () => voice.sentence(dice))
  const people = Array.from({ length: dice.pick([1, 3, 5, 9]) }, () => voice.name(dice))
  const topics = Array.from({ length: dice.pick([5, 12]) }, () => voice.words(dice, 1, 2))
  const join = (...parts: string[]) => parts.join(gap)
  return dice.pick<Line>([
    () => phrase,
    () => phrase,
    () => label,
    () => said[0] ?? '',
    () => said[0] ?? '',
    () => said.join(gap),
    each => each.pick(turns),
    each => join(label, String(each.number(2, 90_000))),
    each => join(String(each.number(2, 900)), phrase),
    each => label + colon + each.number(2, 900),
    (_, { date }) => join(label, date),
    each => label + colon + each.pick(people),
    each => join(label, each.pick(people)),
    each => [each.pick(topics), each.pick(topics), each.pick(topics)].join(comma),
    each => label + colon + [each.pick(topics), each.pick(topics)].join(comma),
    (each, { titles }) => label + colon + each.pick(titles),
    (each, { titles }) => each.pick(titles),
    each => join(each.pick(people), rest) + full,
    each => join(each.pick(people), '—', rest),
    each => join(phrase, each.pick(people), `(${each.number(2, 90)})`),
    (each, { date }) => join(each.pick(people), '|', date),
    (_, { title }) => label + colon + title,
    each => join(phrase, each.pick(topics), rest) + full,
  ])
}

/** Things of a box that come several times, each time others. */
function itemsOf(dice: Dice, voice: Voice): (dice: Dice, facts: PageFacts) => string[][] {
  const { gap, full } = voice.script
  const label = voice.words(dice, 1, 2)
  const remarks = Array.from(
    { length: dice.pick([6, 12, 40]) },
    () => voice.words(dice, 3, 12) + dice.pick([full, '', '!']),
  )
  const most = dice.pick([2, 3, 5, 8])
  const least = dice.pick([0, 1, 2])
  const several = (each: Dice) => Array.from({ length: each.number(least, most) }, (_, at) => at)
  return dice.pick([
    (each, { titles }) => several(each).map(() => [each.pick(titles)]),
    (each, { titles, date }) => several(each).map(() => [each.pick(titles), date]),
    (each, { titles }) => several(each).map(() => [each.pick(titles), voice.sentence(each)]),
    (each, { date }) =>
      several(each).map(() => [[voice.name(each), label, date].join(gap), each.pick(remarks)]),
    each => several(each).map(() => [voice.name(each), voice.sentence(each)]),
    each =>
      several(each).map(at => [
        [label, String(at + 1), voice.place(each), `(${voice.name(each)})`].join(gap),
      ]),
    each => several(each).map(() => [voice.words(each, 1, 2)]),
  ])
}

type Wrap = (rows: readonly (readonly string[])[]) => string

function wrapOf(
  dice: Dice,
  className: (meaning: string) => string,
  isLinked: boolean,
  isBroken: boolean,
): Wrap {
  const name = className('box')
  const inner = className('item')
  const show = (text: string, at: number) => (isLinked && at === 0 ? anchor(text) : text)
  const flat = (rows: readonly (readonly string[])[]) => rows.flatMap(row => row.map(show))
  if (isBroken && dice.chance(0.5)) return rows => flat(rows).join('<br>\n') + (rows.length > 0 ? '<br>' : '')
  return dice.pick<Wrap>([
    rows => rows.map(row => `<p${name}>${row.map(show).join(' ')}</p>`).join('\n'),
    rows =>
      flat(rows)
        .map(text => `<p>${text}</p>`)
        .join('\n'),
    rows =>
      `<div${name}>${flat(rows)
        .map(text => `<p>${text}</p>`)
        .join('')}</div>`,
    rows =>
      `<div${name}>${rows.map(row => `<div${inner}>${row.map((text, at) => `<div>${show(text, at)}</div>`).join('')}</div>`).join('')}</div>`,
    rows =>
      `<ul${name}>${rows.map(row => `<li>${row.map((text, at) => `<span>${show(text, at)}</span>`).join(' ')}</li>`).join('\n')}</ul>`,
    rows =>
      `<div${name}><ul>${rows.map(row => `<li${inner}>${row.map((text, at) => (at === 0 ? `<b>${show(text, at)}</b>` : `<p>${text}</p>`)).join('')}</li>`).join('')}</ul></div>`,
    rows =>
      `<table${name}>${rows.map(row => `<tr>${row.map((text, at) => `<td>${show(text, at)}</td>`).join('')}</tr>`).join('')}</table>`,
    rows =>
      `<section${name}>${rows.map(row => row.map((text, at) => (at === 0 && row.length > 1 ? `<h4>${show(text, at)}</h4>` : `<p>${show(text, at)}</p>`)).join('')).join('')}</section>`,
    rows => `<p${name}>${flat(rows).join(' | ')}</p>`,
    rows =>
      flat(rows)
        .map(text => `<p><em>${text}</em></p>`)
        .join(''),
    rows => `<div${name}><div>${flat(rows).join('<br>')}</div></div>`,
  ])
}

const SPOTS: readonly Spot[] = [
  'top',
  'above',
  'below',
  'below',
  'inside',
  'anywhere',
  'end',
  'end',
  'end',
  'after',
  'after',
  'aside',
  'foot',
]

/** A box of furniture as a site has it: the same line or two on many pages, or a heading and what stands below it. */
export function boxOf(
  dice: Dice,
  voice: Voice,
  className: (meaning: string) => string,
  isBroken: boolean,
): Box {
  const spot = dice.pick(SPOTS)
  const onPages = dice.pick([1, 1, 1, 1, 0.8, 0.6, 0.4])
  const isList = dice.chance(0.4)
  const isLinked = dice.chance(isList ? 0.6 : 0.25)
  const wrap = wrapOf(dice, className, isLinked, isBroken && (spot === 'inside' || spot === 'end'))
  if (!isList) {
    const lines = Array.from({ length: dice.pick([1, 1, 1, 2, 3]) }, () => lineOf(dice, voice))
    return {
      spot,
      onPages,
      show: (each, facts) => {
        const said = lines.map(line => line(each, facts))
        return { html: wrap(said.map(text => [text])), lines: said }
      },
    }
  }
  const heading = voice.words(dice, 1, 4)
  const tag = dice.pick(['h2', 'h3', 'h4', 'p', 'strong', 'div', 'b'])
  const items = itemsOf(dice, voice)
  const name = className('list')
  const isBare = dice.chance(0.2)
  const isCounted = dice.chance(0.15)
  const foot = dice.chance(0.3) ? voice.words(dice, 2, 4) : undefined
  return {
    spot,
    onPages,
    show: (each, facts) => {
      const rows = items(each, facts)
      const head = isCounted ? `${rows.length} ${heading}` : heading
      const html = `<${tag}>${head}</${tag}>${wrap(rows)}${foot === undefined ? '' : `<p>${anchor(foot)}</p>`}`
      return {
        html: isBare ? html : `<div${name}>${html}</div>`,
        lines: [head, ...rows.flat(), ...(foot === undefined ? [] : [foot])],
      }
    },
  }
}
