import { windows1252Byte } from './charset.ts'
import type { ReadableFeed } from './model.ts'
import { present } from './present.ts'

/**
 * Sequences that UTF-8 leaves when it was read as windows-1252: `Ã©` for é, `â€™` for ’, two Cyrillic letters
 * or more (`Ð¿Ñ€`). Lead bytes that start a word in some language (ß, é) are left alone.
 */
const TAIL = '[\\u00a0-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\\u0081\\u008d\\u008f\\u0090\\u009d]'
const SEQUENCE = new RegExp(
  `(?:[ÂÃ]${TAIL}|â[€„]${TAIL}|â‚¬|ï»¿|(?:[ÐÑ]${TAIL}){2}){1,400}(?:[ÂÃÐÑ]${TAIL}|â[€„]${TAIL}){0,400}`,
  'g',
)
const LEAD = /[ÂÃâÐÑ]|&(?:[aA]circ|Atilde|ETH|Ntilde|#(?:19[45]|20[89]|226)|#x(?:c[23]|d[01]|e2));/i

/** Text that was encoded as UTF-8 twice, decoded once more; everything else stays as it is. */
export const repairDoubleEncoding = (text: string): string => text.replace(SEQUENCE, decoded)

/** Whether a document has, as letters or as references, what double encoding leaves. */
export const mayBeDoubleEncoded = (document: string): boolean => LEAD.test(document)

/** The feed with every text of its entries and its own decoded once more where it was encoded twice. */
export const repairFeed = (read: ReadableFeed): ReadableFeed => {
  let repairs = 0
  const repair = (text: string | undefined): string | undefined => {
    const repaired = text && repairDoubleEncoding(text)
    if (repaired !== text) repairs++
    return repaired
  }
  const feed = present({
    ...read.feed,
    title: repair(read.feed.title),
    description: repair(read.feed.description),
  })
  const entries = read.entries.map(entry =>
    present({
      ...entry,
      title: repair(entry.title),
      summary: repair(entry.summary),
      content: repair(entry.content),
      authors: entry.authors.map(repairDoubleEncoding),
      categories: entry.categories.map(repairDoubleEncoding),
    }),
  )
  return {
    ...read,
    feed,
    entries,
    notes: repairs > 0 ? [...read.notes, 'double-encoded text was repaired'] : read.notes,
  }
}

const decoded = (sequence: string): string => {
  const bytes = new Uint8Array(sequence.length)
  for (let at = 0; at < sequence.length; at++) {
    const byte = windows1252Byte(sequence.charAt(at))
    if (byte === undefined) return sequence
    bytes[at] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return sequence
  }
}
