import type { DateHints } from './written-date.ts'

/** Whether day or month comes first in a pattern such as `dd.MM.yyyy`. */
export function formatOrder(dateFormat: string | undefined): DateHints['order'] {
  if (dateFormat === undefined) return undefined
  const letters = dateFormat.replace(/[^dMy]/g, '')
  return letters.startsWith('y') ? 'ymd' : letters.startsWith('M') ? 'mdy' : 'dmy'
}
