import { CUT_WORD } from '../repair/repair.ts'

/** Mail and old editors wrap between these columns. */
const MIN_COLUMNS = 50
const MAX_COLUMNS = 100

/** Whether the next word had no room in a line, which is why it stands in the next one. */
function isFull(line: string, next: string, columns: number): boolean {
  const [word = ''] = next.trimStart().split(' ', 1)
  return line.length + 1 + word.length > columns
}

function joined(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(CUT_WORD, '')
    .replace(/(?<=\p{L})([-\u2010])\n/gu, '$1')
    .replaceAll('\n', ' ')
}

/**
 * Joins the lines of paragraphs that were wrapped at a column: where all lines of a paragraph but its last are as full
 * as the next word allows. Lines that end earlier were meant to.
 */
export function unwrapLines(text: string): string {
  const lines = text.split('\n')
  const columns = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0)
  if (columns < MIN_COLUMNS || columns > MAX_COLUMNS) return text
  return text
    .split(/\n(?:[ \t]*\n)+/)
    .map(paragraph => {
      const wrapped = paragraph.split('\n').map(line => line.trimEnd())
      const isWrapped = wrapped.slice(0, -1).every((line, at) => isFull(line, wrapped[at + 1] ?? '', columns))
      return isWrapped && wrapped.length > 1 ? joined(wrapped) : paragraph
    })
    .join('\n\n')
}
