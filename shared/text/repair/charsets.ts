/** A single-byte charset that UTF-8 is mistaken for. */
export type Charset = {
  name: string
  /** The byte from 0x80 on that this charset shows as a character (by its code), 0 for all others. */
  byteOf: Uint8Array
  /** Bytes that the charset assigns nothing to; a second hand drops what stood for them. */
  unassigned: readonly number[]
}

const CODES = 0x10000

function charsetOf(name: string): Charset {
  const decoder = new TextDecoder(name)
  const byteOf = new Uint8Array(CODES)
  const unassigned: number[] = []
  for (let byte = 0x80; byte <= 0xff; byte++) {
    const code = decoder.decode(Uint8Array.of(byte)).charCodeAt(0)
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) unassigned.push(byte)
    if (code !== 0xfffd) byteOf[code] = byte
  }
  // Under Latin-1's name, which is windows-1252's other one, all of these bytes are shown as control characters.
  if (name === 'windows-1252') for (let byte = 0x80; byte < 0xa0; byte++) byteOf[byte] = byte
  return { name, byteOf, unassigned }
}

/** The commoner first: of two that explain a text alike the first is believed. */
export const CHARSETS: readonly Charset[] = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'windows-1253',
  'koi8-r',
  'koi8-u',
  'macintosh',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1257',
  'windows-1255',
  'windows-1256',
].map(charsetOf)

/** For each character the charsets, as bits, that take it for the first byte of a sequence, and for a later one. */
const LEADS = new Uint32Array(CODES)
const CONTINUATIONS = new Uint32Array(CODES)
CHARSETS.forEach(({ byteOf }, index) => {
  byteOf.forEach((byte, code) => {
    if (byte >= 0xc2 && byte <= 0xf4) LEADS[code] = (LEADS[code] ?? 0) | (1 << index)
    if (byte >= 0x80 && byte <= 0xbf) CONTINUATIONS[code] = (CONTINUATIONS[code] ?? 0) | (1 << index)
  })
})

/** The charsets by which some two neighbours in a text could be bytes of one character; for sound text mostly none. */
export function suspectedCharsets(text: string): Charset[] {
  let found = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (before > 0x7f && code > 0x7f) found |= (LEADS[before] ?? 0) & (CONTINUATIONS[code] ?? 0)
    before = code
  }
  return found === 0 ? [] : CHARSETS.filter((_, index) => found & (1 << index))
}
