import { isAboutHeading, isContactHeading } from '../release/release-sections.ts'
import { isSentence, type PageLine } from './page-line.ts'

const MAX_CONTACT_LINES = 5
const CONTACT_LINE_CHARS = 160

/** Whether a line opens a part that each release of a house has word for word: about it, and whom to ask. */
export function opensSection(line: string): boolean {
  return isAboutHeading(line) || isContactHeading(line)
}

/** Where the part that opens at `start` ends: after one paragraph about the house, or a few lines of contacts. */
export function sectionEnd(lines: readonly PageLine[], start: number): number {
  const opening = lines[start]
  if (opening === undefined) return start
  if (isAboutHeading(opening.text)) return isSentence(opening.text) ? start + 1 : start + 2
  let end = start + 1
  while (end < lines.length && end <= start + MAX_CONTACT_LINES && isContactLine(lines[end])) end++
  return end
}

function isContactLine(line: PageLine | undefined): boolean {
  return (
    line !== undefined &&
    !line.heading &&
    line.text.length <= CONTACT_LINE_CHARS &&
    /@|\+?\d[\d ()/.-]{5,}\d|^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}$/u.test(line.text)
  )
}
