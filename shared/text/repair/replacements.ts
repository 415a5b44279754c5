import { counted, type Step } from './repair-step.ts'

const APOSTROPHE = /(?<=[A-Za-z])\uFFFD(?=(?:s|t|re|ve|ll|d|m)\b)/g
const QUOTED = /(?<![^\s([])\uFFFD(?=\w)([^\uFFFD\n]*[\w.,!?;:])\uFFFD(?!\w)/g
const DASH = /(?<= )\uFFFD(?= )/g

/**
 * Tells the punctuation that U+FFFD stands for in English, whose letters are all ASCII: apostrophes, quotes, dashes.
 * Only where that explains all of them: elsewhere they stand for letters, and which ones cannot be told.
 */
export const repairReplacements: Step = text => {
  if (!text.includes('\uFFFD')) return { text, count: 0 }
  const apostrophes = counted(text, APOSTROPHE, () => '’')
  const quotes = counted(apostrophes.text, QUOTED, (_, quoted) => `“${quoted}”`)
  const dashes = counted(quotes.text, DASH, () => '–')
  if (apostrophes.count === 0 || dashes.text.includes('\uFFFD')) return { text, count: 0 }
  return { text: dashes.text, count: apostrophes.count + quotes.count + dashes.count }
}
