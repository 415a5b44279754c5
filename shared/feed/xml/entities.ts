import { decodeHTMLStrict } from 'entities'
import { createTextBuilder } from '../text-builder.ts'

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
  const out = createTextBuilder()
  let from = 0
  while (amp !== -1) {
    const end = referenceEnd(text, amp)
    if (end !== -1) {
      if (amp > from) out.add(text.slice(from, amp))
      out.add(decodeReference(text, amp, end))
      from = end + 1
    }
    amp = text.indexOf('&', end === -1 ? amp + 1 : end + 1)
  }
  out.add(text.slice(from))
  return out.text()
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
  const code = text.charCodeAt(amp + 1) === 0x23 ? decimalCode(text, amp + 2, end) : 0
  if (code > 0x1f && (code < 0x80 || code > 0x9f)) return String.fromCharCode(code)
  const name = text.slice(amp + 1, end)
  if (Object.hasOwn(COMMON, name)) return COMMON[name] ?? ''
  const decoded = decodeHTMLStrict(`&${name};`)
  return isForbidden(decoded.charCodeAt(0)) ? '' : decoded
}

/** The number of a decimal reference of up to four digits, else 0: most references in the wild are such. */
const decimalCode = (text: string, from: number, end: number): number => {
  if (end - from > 4) return 0
  let code = 0
  for (let at = from; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return 0
    code = code * 10 + digit
  }
  return code
}

/** Control characters, which XML forbids even as references, and what stands for a zero. */
const isForbidden = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0xfffd

/** Text as it must be written inside an element or a double-quoted attribute. */
export const escapeXml = (text: string): string =>
  /[&<>"]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    : text
