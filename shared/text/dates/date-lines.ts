import type { Block, Region } from '../blocks.ts'
import { headlineAt } from '../headline.ts'
import { isOfAnswers, isOfOthers } from './beside.ts'
import { isOfFirst } from './date-speech.ts'
import { type WrittenDate, writtenDates } from './written-dates.ts'

const BEFORE_HEADLINE = 4
const AFTER_HEADLINE = 12
/** Lines below the headline that are nearer to it than any above. */
const NEAREST = 4
const MAX_LINE_CHARS = 250
/** A longer line is prose, and its dates are what it tells of, unless it says that they are of publication. */
const MAX_BARE_CHARS = 120
/** With this many lines of prose behind it a date belongs to the story. */
const MAX_PROSE = 2
/** The lines that a page opens with, its menus among them. */
const MAX_FIRST_LINES = 60
/** Notes on a first publication are short. */
const MAX_TOLD_CHARS = 400
const MAX_LABEL_CHARS = 30
const MAX_DATES = 3
const BESIDE = new Set(['aside', 'nav', 'figcaption'])
const SECTIONS = new Set(['article', 'section', 'main'])

/** Whether a footer ends the article that the headline opens, and not the page. */
function endsArticle(footer: Region, headline: number): boolean {
  let at: Region | undefined = footer.parent
  while (at && !SECTIONS.has(at.tag)) at = at.parent
  return at !== undefined && at.first <= headline && headline < at.end
}

type Place = 'main' | 'beside' | 'answers'

/**
 * Where regions stand: in the article's part of the page, in a box beside it, or among readers' answers. A box around
 * the headline is neither. Each region is judged once, since the lines of a list share theirs.
 */
function placesBy(headline: number): (region: Region) => Place {
  const known = new Map<Region, Place>()
  const judge = (region: Region): Place => {
    const { parent, tag } = region
    if (tag === 'body' || (region.first <= headline && headline < region.end)) return 'main'
    const outer = parent === undefined ? 'main' : placeOf(parent)
    const classes = `${region.className} ${region.id}`
    if (outer === 'answers' || isOfAnswers(classes)) return 'answers'
    if (BESIDE.has(tag) || isOfOthers(classes)) return 'beside'
    return tag === 'footer' && !endsArticle(region, headline) ? 'beside' : outer
  }
  const placeOf = (region: Region): Place => {
    const place = known.get(region) ?? judge(region)
    known.set(region, place)
    return place
  }
  return region => (region.hidden ? 'beside' : placeOf(region))
}

/**
 * A line and how to read the dates in it, which is done once and only when asked: most pages are dated by a few lines.
 * Prose has none but those that it says are of publication or of a change.
 */
type DatedLine = { block: Block; at: number; dates: () => readonly WrittenDate[] }

/** The words of the line before, when all it does is to say what this one is the date of: "Last updated:". */
function labelBefore(blocks: readonly Block[], at: number): string {
  const { text = '' } = blocks[at - 1] ?? {}
  return text.length <= MAX_LABEL_CHARS && !/\d/.test(text) ? `${text} ` : ''
}

/** The lines of a page with the dates in each. */
function datedLines(blocks: readonly Block[]): DatedLine[] {
  return blocks.map((block, at) => {
    let read: WrittenDate[] | undefined
    return {
      block,
      at,
      dates: () => {
        read ??= datesOf(blocks, block, at)
        return read
      },
    }
  })
}

function datesOf(blocks: readonly Block[], { text }: Block, at: number): WrittenDate[] {
  if (!/\d/.test(text)) return []
  const isBare = text.length <= MAX_BARE_CHARS
  const line = (isBare ? labelBefore(blocks, at) : '') + text.slice(0, MAX_LINE_CHARS)
  return writtenDates(line, MAX_DATES).filter(({ purpose }) => isBare || purpose !== undefined)
}

const MAX_BESIDE_DATE = 12

/** Whether a line holds a date and no more than a weekday, a preposition or an hour besides. */
function isDateAlone({ block, dates }: DatedLine): boolean {
  const [only] = dates()
  return only !== undefined && block.text.length - only.raw.length <= MAX_BESIDE_DATE
}

/** The lines beside the headline, nearest first, those below it up to where the story has begun. */
function linesBeside(lines: readonly DatedLine[], at: number): DatedLine[] {
  const below: DatedLine[] = []
  let prose = 0
  for (const line of lines.slice(at + 1, at + 1 + AFTER_HEADLINE)) {
    if (line.block.text.length > MAX_LINE_CHARS && ++prose > MAX_PROSE) break
    below.push(line)
  }
  const above = lines
    .slice(Math.max(0, at - BEFORE_HEADLINE), at)
    .filter(({ block }) => block.text.length <= MAX_BARE_CHARS)
    .reverse()
  return [...below.slice(0, NEAREST), ...above, ...below.slice(NEAREST)]
}

function datesIn(lines: readonly DatedLine[], wanted: WrittenDate['purpose']): string[] {
  return lines.flatMap(({ dates }) =>
    dates()
      .filter(({ purpose }) => purpose === wanted)
      .map(({ raw }) => raw),
  )
}

/** Dates beside the headline: said to be of publication, and said of nothing, before the story begins and after. */
export type NearDates = {
  spoken: string[]
  bare: string[]
  spokenLater: string[]
  /** In the headline itself: of an issue, or of what it tells. */
  headline: string[]
  bareLater: string[]
  changed: string[]
  /** Those of `bare` that are all their line says. */
  alone: string[]
  /** The short lines themselves, for days without a year. */
  lines: string[]
}

/** Dates of the lines of a page, by what the lines say and where they stand; read when asked. */
export type LineDates = {
  near: () => NearDates
  /** Of lines that tell of a first publication. */
  first: () => string[]
  /** Of any line that says publication, then of the page's first short lines. */
  anywhere: () => string[]
  /** In boxes beside the article, near the headline and on the whole page. */
  beside: () => { near: string[]; all: string[] }
  changed: () => string[]
}

/** The dates of a page's lines, those of readers' answers left out. */
export function lineDates(blocks: readonly Block[], title: string | undefined): LineDates {
  const lines = datedLines(blocks)
  const at = headlineAt(blocks, title)
  const placeOf = placesBy(at)
  const inPlace = (of: readonly DatedLine[], place: Place) =>
    of.filter(({ block }) => placeOf(block.region) === place)
  const isShort = ({ block }: DatedLine) => block.text.length <= MAX_BARE_CHARS
  const storyAt = () => lines.filter(line => line.at > at && !isShort(line))[1]?.at ?? lines.length
  const near = () => {
    const beside = at < 0 ? [] : inPlace(linesBeside(lines, at), 'main')
    const [lead, story = lines.length] = beside
      .filter(line => line.at > at && !isShort(line))
      .map(line => line.at)
    const beforeLead = (line: DatedLine) => line.at < (lead ?? lines.length)
    const beforeStory = (line: DatedLine) => line.at < story
    return {
      spoken: datesIn(beside.filter(beforeLead), 'published'),
      bare: datesIn(beside.filter(beforeStory), undefined),
      spokenLater: datesIn(
        beside.filter(({ block }) => block.region.tag !== 'pre'),
        'published',
      ),
      headline: datesIn(lines.slice(at, at + 1), undefined),
      bareLater: datesIn(beside, undefined),
      changed: datesIn(beside, 'changed'),
      alone: datesIn(beside.filter(beforeStory).filter(isDateAlone), undefined),
      lines: beside.filter(isShort).map(({ block }) => block.text),
    }
  }
  return {
    near,
    first: () => {
      const told = lines.filter(({ block }) => block.text.length <= MAX_TOLD_CHARS && isOfFirst(block.text))
      return told.length === 0 ? [] : datesIn(inPlace(told, 'main'), 'published')
    },
    anywhere: () => {
      const main = inPlace(lines.filter(isShort), 'main')
      const spoken = [
        ...datesIn(inPlace(lines, 'main'), 'published'),
        ...datesIn(inPlace(lines, 'beside'), 'published'),
      ]
      return [...spoken, ...datesIn(main.slice(0, MAX_FIRST_LINES), undefined)]
    },
    beside: () => {
      const near = inPlace(at < 0 ? [] : linesBeside(lines, at), 'beside').filter(line => line.at < storyAt())
      return {
        near: datesIn(near, undefined),
        all: datesIn(inPlace(lines.filter(isShort), 'beside'), undefined),
      }
    },
    changed: () => datesIn(lines, 'changed'),
  }
}
