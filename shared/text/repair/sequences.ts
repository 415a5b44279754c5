import type { Charset } from './charsets.ts'

/**
 * What a charset's bytes at some place of a text make of it: one whole character, a `stub` of one whose last byte
 * was lost, or `sound`, which no such bytes explain.
 */
export type Sequence =
  | { kind: 'whole'; from: number; to: number; text: string }
  | { kind: 'stub'; from: number; to: number; bytes: readonly number[] }
  | { kind: 'sound'; from: number; to: number }

const REPLACEMENT = 0xfffd
const QUESTION = 0x3f

function lengthOf(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

/** The character of these bytes; undefined for what is no UTF-8, or a character that no text has. */
export function decodeBytes(bytes: readonly number[]): string | undefined {
  const [lead = 0, ...later] = bytes
  const length = lengthOf(lead)
  if (length === 0 || later.length !== length - 1 || later.some(byte => byte < 0x80 || byte > 0xbf))
    return undefined
  let code = lead & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07)
  for (const byte of later) code = (code << 6) | (byte & 0x3f)
  const isOverlong = code < (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000)
  if (isOverlong || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined
  const text = String.fromCodePoint(code)
  return /[\p{Cn}\p{Co}]/u.test(text) ? undefined : text
}

function sequenceAt(text: string, from: number, { byteOf }: Charset): Sequence {
  const lead = byteOf[text.charCodeAt(from)] ?? 0
  const length = lengthOf(lead)
  const bytes = [lead]
  let to = from + 1
  while (bytes.length < length) {
    const byte = byteOf[text.charCodeAt(to)] ?? 0
    if (byte < 0x80 || byte > 0xbf) break
    bytes.push(byte)
    to++
  }
  if (length > 0 && bytes.length === length) {
    const decoded = decodeBytes(bytes)
    return decoded === undefined
      ? { kind: 'sound', from, to: from + 1 }
      : { kind: 'whole', from, to, text: decoded }
  }
  if (length === 0 || bytes.length < length - 1) return { kind: 'sound', from, to: from + 1 }
  return { kind: 'stub', from, to: isLossMarked(text, to, bytes.length) ? to + 1 : to, bytes }
}

/** Whether a character stands for a byte that a second hand could not show; a question mark may also be one. */
function isLossMarked(text: string, at: number, known: number): boolean {
  const code = text.charCodeAt(at)
  return code === REPLACEMENT || (code === QUESTION && (known > 1 || text.charCodeAt(at + 1) > 0x7f))
}

/** All that is not ASCII in a text, as a charset's bytes explain it; sound neighbours are one. */
export function sequencesOf(text: string, charset: Charset): Sequence[] {
  const found: Sequence[] = []
  let at = 0
  while (at < text.length) {
    if (text.charCodeAt(at) < 0x80) {
      at++
      continue
    }
    const sequence = sequenceAt(text, at, charset)
    const last = found.at(-1)
    if (sequence.kind !== 'sound' || last?.kind !== 'sound') found.push(sequence)
    else last.to = sequence.to
    at = sequence.to
  }
  return found
}
