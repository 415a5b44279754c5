import { type Draw, drawOf } from './draw.ts'
import { prose, proseIn, type Writing } from './prose.ts'
import type { Wording } from './series.ts'

/** A release before an outlet takes it: what it says, and what its publisher puts under everything. */
export type Original = Wording & { about: string; writing: Writing }

export type Edit = (original: Original, draw: Draw, outlet: number) => Wording

const MENU = [
  'Home',
  'Menu',
  'News',
  'Markets',
  'Local',
  'Sports',
  'Obituaries',
  'E-Edition',
  'Search',
  'Lifestyle',
  'Opinion',
  'Weather',
] as const

/** What one outlet prints around everything: its menu, the titles of other stories, its own lines at the end. */
function wrapped(text: string, draw: Draw, outlet: number): string {
  const own = drawOf(60_000 + outlet)
  const menu = Array.from({ length: own.number(4, 12) }, () => own.pick(MENU)).join('\n')
  const elsewhere = Array.from({ length: draw.number(2, 6) }, () => prose(draw, 1)).join('\n')
  return `${menu}\n${own.name()} ${own.name()} Daily\n${text}\n${prose(own, own.number(1, 4))}\nRecent Posts\n${elsewhere}\nCopyright 2026 ${own.name()} Daily`
}

const whole = ({ text, about }: Original) => `${text}\n\n${about}`

const part = (text: string, share: number) => {
  const end = text.lastIndexOf(' ', text.length * share)
  return text.slice(0, end > 0 ? end : Math.floor(text.length * share))
}

/** So many of a hundred words replaced; where there are no spaces, letters. */
function replaced(text: string, { chance, word, share }: Draw, percent: number): string {
  if (/\s\S{1,30}\s\S{1,30}\s/.test(text))
    return text.replace(/\S+/g, said => (chance(percent) ? word() : said))
  return [...text]
    .map(letter => (chance(percent) ? text.charAt(Math.floor(share() * text.length)) : letter))
    .join('')
}

/** So many of a hundred characters misread. */
function misread(text: string, { chance, pick }: Draw, percent: number): string {
  return text.replace(/\p{L}/gu, letter =>
    chance(percent) ? pick(['', 'l', 'rn', '1', `${letter}${letter}`]) : letter,
  )
}

function renamed(text: string, draw: Draw): string {
  const names = [...new Set(text.match(/(?<!^|[.!?]\s)\b\p{Lu}\p{L}{3,}/gu) ?? [])]
  return names.slice(0, 3).reduce((said, name) => said.replaceAll(name, draw.name()), text)
}

function inOtherOrder(text: string, draw: Draw): string {
  const paragraphs = text.split(text.includes('\n\n') ? '\n\n' : '\n')
  return paragraphs
    .map(paragraph => ({ paragraph, at: draw.share() }))
    .sort((a, b) => a.at - b.at)
    .map(({ paragraph }) => paragraph)
    .join('\n\n')
}

const otherAbout = (draw: Draw) => `About ${draw.name()}\n${prose(draw, draw.number(3, 7))}`
const dateline = (draw: Draw) =>
  `${draw.name().toUpperCase()}, ${draw.name()}, ${draw.number(1, 28)} November 2026 (${draw.name()} Wire) -- `

/** What outlets do to a release before they print it, and a recogniser must see through. */
export const CORE_EDITS: Record<string, Edit> = {
  'word for word': original => ({ title: original.title, text: whole(original) }),
  'in a page': (original, draw, outlet) => ({
    title: original.title,
    text: wrapped(whole(original), draw, outlet),
  }),
  'under a dateline': (original, draw) => ({ title: original.title, text: dateline(draw) + whole(original) }),
  'with entities': original => ({
    title: original.title.replaceAll(' ', '&nbsp;'),
    text: whole(original)
      .replaceAll(' the ', ' the&nbsp;')
      .replaceAll(' and ', ' &amp; ')
      .replaceAll('"', '&quot;'),
  }),
  'with other names': (original, draw) => ({ title: original.title, text: renamed(whole(original), draw) }),
  'without about': original => ({ title: original.title, text: original.text }),
  'with another about': (original, draw) => ({
    title: original.title,
    text: `${original.text}\n\n${otherAbout(draw)}`,
  }),
  'cut to half': (original, draw, outlet) => ({
    title: original.title,
    text: draw.chance(50) ? part(whole(original), 0.5) : wrapped(part(original.text, 0.5), draw, outlet),
  }),
  'in other order': (original, draw) => ({
    title: original.title,
    text: inOtherOrder(whole(original), draw),
  }),
  'a word in twenty changed': (original, draw) => ({
    title: original.title,
    text: replaced(whole(original), draw, 5),
  }),
  'a word in ten changed': (original, draw) => ({
    title: original.title,
    text: replaced(whole(original), draw, 10),
  }),
  'three letters of a hundred misread': (original, draw) => ({
    title: misread(original.title, draw, 3),
    text: misread(whole(original), draw, 3),
  }),
  'with another lead': (original, draw) => ({
    title: original.title,
    text: `${proseIn(original.writing, draw, 2)}\n\n${whole(original)
      .split(/(?<=[.。])\s/)
      .slice(2)
      .join(' ')}`,
  }),
  'a third of its own added': (original, draw, outlet) => {
    const sentences = Math.ceil(original.text.length / 330)
    return {
      title: original.title,
      text: wrapped(`${original.text}\n\n${proseIn(original.writing, draw, sentences)}`, draw, outlet),
    }
  },
  'under another title': (original, draw, outlet) => ({
    title: prose(draw, 1).slice(0, 60),
    text: wrapped(whole(original), draw, outlet),
  }),
  'under a longer title': (original, draw, outlet) => ({
    title: `${original.title} | ${draw.name()} Daily`,
    text: wrapped(original.text, draw, outlet),
  }),
  'all together': (original, draw, outlet) => ({
    title: original.title,
    text: wrapped(dateline(draw) + replaced(part(original.text, 0.8), draw, 5), draw, outlet),
  }),
}

/** What no sample of shingles can be held to. */
export const STRESS_EDITS: Record<string, Edit> = {
  'cut to a quarter': (original, draw, outlet) => ({
    title: original.title,
    text: wrapped(part(original.text, 0.25), draw, outlet),
  }),
  'a word in five changed': (original, draw) => ({
    title: original.title,
    text: replaced(whole(original), draw, 20),
  }),
  'eight letters of a hundred misread': (original, draw) => ({
    title: original.title,
    text: misread(whole(original), draw, 8),
  }),
}

/** For those who carry an issue of a series as it is. */
export const carried: Edit = (original, draw, outlet) => ({
  title: original.title,
  text: wrapped(draw.chance(50) ? dateline(draw) + original.text : original.text, draw, outlet),
})
