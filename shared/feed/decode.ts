import { charsetNamed, charsetOfHeader, decodeAs, decodeUtf8, repairControls } from './charset.ts'
import { guessCharset } from './guess-charset.ts'

/**
 * Text from the bytes of a document. In this order: byte order mark; UTF-16 and UTF-32 by their zeros; valid
 * UTF-8, whatever a label says; the charset of the HTTP header; that of the XML declaration or HTML meta;
 * UTF-8 with a few broken bytes; a guess from the letters. Labels that say UTF-8 of bytes that are none count
 * for nothing. Characters of the C1 range become what windows-1252 means by them: several releases of Node decode
 * windows-1252 as latin1 (nodejs/node#56542), and UTF-8 feeds carry converted windows-1252 bytes. Other control
 * characters are dropped.
 */
export const decodeDocument = (bytes: Uint8Array, contentType?: string): string => {
  const text = decodeBytes(bytes, contentType)
  return CONTROL.test(text) ? repairControls(text) : text
}

/** Any control character but tab and line ends; the class that V8 searches fastest of those that say so. */
const CONTROL = /[^\P{Cc}\t\n\r]/u

const decodeBytes = (bytes: Uint8Array, contentType: string | undefined): string => {
  const wide = byMark(bytes) ?? byZeros(bytes)
  if (wide !== undefined) return wide
  const header = charsetOfHeader(contentType)
  const declared = declaredCharset(bytes)
  const utf8 = decodeUtf8(bytes)
  if (utf8 !== undefined) {
    const escaped = [header, declared].find(charset => charset === 'iso-2022-jp')
    return escaped === undefined || !utf8.includes('\u001b') ? utf8 : decodeAs(bytes, escaped)
  }
  const label = trustedLabel(header, declared)
  if (label !== undefined) return decodeAs(bytes, label)
  return isBrokenUtf8(bytes) ? new TextDecoder().decode(bytes) : decodeAs(bytes, guessCharset(bytes))
}

/** windows-1252 (latin1) is what servers say by default: a declaration in the document knows better. */
const trustedLabel = (header: string | undefined, declared: string | undefined): string | undefined => {
  const labels = [header, declared].filter(label => label !== undefined && !label.startsWith('utf-'))
  return labels[0] === 'windows-1252' ? (labels[1] ?? labels[0]) : labels[0]
}

const byMark = (bytes: Uint8Array): string | undefined => {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs(bytes, 'utf-8')
  if (a === 0xff && b === 0xfe)
    return c === 0 && d === 0 ? decodeUtf32(bytes.subarray(4), true) : decodeAs(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return decodeAs(bytes, 'utf-16be')
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? decodeUtf32(bytes.subarray(4), false) : undefined
}

/** A document starts with `<` or space; zeros around them tell the width and the order of its characters. */
const byZeros = (bytes: Uint8Array): string | undefined => {
  const [a = 1, b = 1, c = 1, d = 1] = bytes
  if (a === 0 && b === 0 && c === 0 && d !== 0) return decodeUtf32(bytes, false)
  if (a !== 0 && b === 0 && c === 0 && d === 0) return decodeUtf32(bytes, true)
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return decodeAs(bytes, 'utf-16be')
  return a !== 0 && b === 0 && c !== 0 && d === 0 ? decodeAs(bytes, 'utf-16le') : undefined
}

const decodeUtf32 = (bytes: Uint8Array, littleEndian: boolean): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + 3 < bytes.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian)
    parts.push(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code))
  }
  return parts.join('')
}

const declaredCharset = (bytes: Uint8Array): string | undefined => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2_048)).toString(
    'latin1',
  )
  const xml = /<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']?([^\s"'?>]{1,40})/i.exec(head)
  return charsetNamed(
    (xml ?? /<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?([^\s"'/>;]{1,40})/i.exec(head))?.[1],
  )
}

/** UTF-8 that was cut or spliced: far more good sequences than bytes that fit nowhere. */
const isBrokenUtf8 = (bytes: Uint8Array): boolean => {
  let good = 0
  let bad = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0
    let rest = 0
    while (rest < length && ((bytes[at + rest + 1] ?? 0) & 0xc0) === 0x80) rest++
    if (length > 0 && rest === length) good++
    else bad++
    at += rest
  }
  return good > bad * 4
}
