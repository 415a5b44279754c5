import type { Block, Region } from './blocks.ts'
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
const MAX_LABEL_CHARS = 30
const MAX_DATES = 3
const BESIDE = /\b(?:comment|sidebar|related|recommend|widget|footer|copyright|latest|popular|teaser|recent)/i

/** Whether a block is neither hidden nor in a box beside the article; a box around the headline is none. */
function isMain({ region }: Block, headline: number): boolean {
  for (let at: Region | undefined = region; at; at = at.parent) {
    if (at.first <= headline && headline < at.end) break
    if (at.tag === 'aside' || at.tag === 'footer' || at.tag === 'nav') return false
    if (BESIDE.test(`${at.className} ${at.id}`)) return false
  }
  return !region.hidden
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/**
 * A line and how to read the dates in it, which is done once and only when asked: most pages are dated by a few lines.
 * Prose has none but those that it says are of publication or of a change.
 */
export type DatedLine = { block: Block; dates: () => readonly WrittenDate[] }

/** The words of the line before, when all it does is to say what this one is the date of: "Last updated:". */
function labelBefore(blocks: readonly Block[], at: number): string {
  const { text = '' } = blocks[at - 1] ?? {}
  return text.length <= MAX_LABEL_CHARS && !/\d/.test(text) ? `${text} ` : ''
}

/** The lines of a page with the dates in each. */
export function datedLines(blocks: readonly Block[]): DatedLine[] {
  return blocks.map((block, at) => {
    let read: WrittenDate[] | undefined
    return {
      block,
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

/** The lines beside the headline, nearest first, those below it up to where the story has begun. */
function linesBeside(lines: readonly DatedLine[], at: number): DatedLine[] {
  const below: DatedLine[] = []
  let prose = 0
  for (const line of lines.slice(at + 1, at + 1 + AFTER_HEADLINE)) {
    if (line.block.text.length > MAX_LINE_CHARS && ++prose > MAX_PROSE) break
    below.push(line)
  }
  const above = lines.slice(Math.max(0, at - BEFORE_HEADLINE), at).reverse()
  return [...below.slice(0, NEAREST), ...above, ...below.slice(NEAREST)]
}

function datesIn(lines: readonly DatedLine[], wanted: WrittenDate['purpose']): string[] {
  return lines.flatMap(({ dates }) =>
    dates()
      .filter(({ purpose }) => purpose === wanted)
      .map(({ raw }) => raw),
  )
}

function headlineIn(lines: readonly DatedLine[], title: string | undefined): number {
  const wanted = plain(title ?? '')
  const headings = lines.filter(({ block }) => block.heading > 0)
  const own = headings.find(({ block }) => wanted !== '' && plain(block.text) === wanted)
  const found = own ?? headings.find(({ block }) => block.heading === 1)
  return found === undefined ? -1 : lines.indexOf(found)
}

/** Dates in the lines beside the headline, nearest first, those that are said to be of publication before the others. */
export function datesNearHeadline(lines: readonly DatedLine[], title: string | undefined): string[] {
  const at = headlineIn(lines, title)
  const beside = at < 0 ? [] : linesBeside(lines, at)
  const main = beside.filter(line => isMain(line.block, at))
  return [main, beside].flatMap(of => [...datesIn(of, 'published'), ...datesIn(of, undefined)])
}

/** Dates that any line of the page says are of publication, then those that stand in the page's first short lines. */
export function datesAnywhere(lines: readonly DatedLine[], title: string | undefined): string[] {
  const at = headlineIn(lines, title)
  const short = lines.filter(({ block }) => block.text.length <= MAX_BARE_CHARS && isMain(block, at))
  return [...datesIn(lines, 'published'), ...datesIn(short.slice(0, MAX_FIRST_LINES), undefined)]
}

/** Dates that lines of the page say are of its last change. */
export function datesOfChange(lines: readonly DatedLine[]): string[] {
  return datesIn(lines, 'changed')
}
