import { datelineOf } from './dateline.ts'
import { embargoEnd, endsPart, findEndMark, isEmbargo, isForImmediateRelease } from './release-marks.ts'
import { type ReleaseSections, readSections } from './release-sections.ts'

/** The parts of a press release that are not its story, as its author marks them. Absent when not marked. */
export type ReleaseAnatomy = ReleaseSections & {
  /** "YEREVAN, Armenia, 21 November 2026" */
  dateline?: string
  /** The line that forbids publication, as it stands, and when that ends as far as it is certain. */
  embargo?: string
  embargoedUntil?: string
  /** "FOR IMMEDIATE RELEASE" or its like stands above the text. */
  forImmediateRelease: boolean
  /** The mark behind the last line of the story: ###, -30-, ENDS. */
  endMark?: string
}

/** A house has the same marks on each release, as furniture has, and some set them outside of the text. */
export type AroundText = {
  language?: string | undefined
  /** The text with what was left out of it. */
  whole?: string
  /** Lines right above and below it that are no part of it. */
  beside?: readonly string[]
}

const OPENING_LINES = 12
const BARE_DATELINE_LINES = 4
const MAX_PARAGRAPHS = 2_000

/**
 * Finds the customary parts of a press release in its clean text (paragraphs parted by empty lines). The text
 * itself stays as it is: these are pointers for a reader who wants the story alone.
 */
export function readAnatomy(
  text: string,
  { language, whole = text, beside = [] }: AroundText = {},
): ReleaseAnatomy {
  const paragraphs = paragraphsOf(text)
  const all = whole === text ? paragraphs : paragraphsOf(whole)
  const opening = all
    .slice(0, OPENING_LINES)
    .flatMap(paragraph => paragraph.split('\n', OPENING_LINES))
    .slice(0, OPENING_LINES)
  const dateline = firstOf(opening, (line, at) =>
    datelineOf(line, { language, mayBeBare: at < BARE_DATELINE_LINES }),
  )
  const marks = [...opening, ...beside]
  const embargo = marks.find(isEmbargo)?.trim()
  const embargoedUntil = embargo === undefined ? undefined : embargoEnd(embargo, language)
  const endMark = findEndMark([...all.flatMap(paragraph => paragraph.split('\n')), ...beside])
  return {
    forImmediateRelease: marks.some(isForImmediateRelease),
    ...(dateline !== undefined && { dateline }),
    ...(embargo !== undefined && { embargo }),
    ...(embargoedUntil !== undefined && { embargoedUntil }),
    ...readSections(paragraphs, endsPart),
    ...(endMark !== undefined && { endMark }),
  }
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n{2,}/).slice(0, MAX_PARAGRAPHS)
}

function firstOf<Found>(
  lines: readonly string[],
  find: (line: string, at: number) => Found | undefined,
): Found | undefined {
  for (const [at, line] of lines.entries()) {
    const found = find(line, at)
    if (found !== undefined) return found
  }
  return undefined
}
