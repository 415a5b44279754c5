import { decodeHTMLStrict } from 'entities'

const COMMON: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' }

/** The longest HTML entity name (CounterClockwiseContourIntegral) has 31 characters. */
const LONGEST_NAME = 33

/**
 * Replaces character references once. Feeds use HTML's names without declaring them, so all of these are
 * known; an unknown name and a bare ampersand stay as written. Entities that a DOCTYPE declares are never
 * expanded, which is what makes entity bombs harmless. References to the C1 range mean windows-1252.
 */
export const decodeEntities = (text: string): string => {
  let amp = text.indexOf('&')
  if (amp === -1) return text
  let out = ''
  let from = 0
  while (amp !== -1) {
    const end = referenceEnd(text, amp)
    if (end !== -1) {
      out += text.slice(from, amp) + decodeReference(text, amp, end)
      from = end + 1
    }
    amp = text.indexOf('&', end === -1 ? amp + 1 : end + 1)
  }
  return out + text.slice(from)
}

const referenceEnd = (text: string, amp: number): number => {
  const limit = Math.min(text.length, amp + LONGEST_NAME)
  for (let at = amp + 1; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3b) return at
    const isWord =
      (code > 0x2f && code < 0x3a) || (code > 0x40 && code < 0x5b) || (code > 0x60 && code < 0x7b)
    if (!isWord && code !== 0x23) return -1
  }
  return -1
}

const decodeReference = (text: string, amp: number, end: number): string => {
  const name = text.slice(amp + 1, end)
  return Object.hasOwn(COMMON, name) ? (COMMON[name] ?? '') : decodeHTMLStrict(`&${name};`)
}

/** Text as it must be written inside an element or a double-quoted attribute. */
export const escapeXml = (text: string): string =>
  /[&<>"]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    : text
