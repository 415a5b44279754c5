/** windows-1252 as browsers read it; Node's own decoder keeps C1 controls where it has typographic marks. */
const WINDOWS_1252_MARKS =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

const SNIFFED_BYTES = 4096

/**
 * Bytes of a page to text: a byte order mark wins, then bytes that are valid UTF-8 (few other texts are by
 * chance), then the HTTP label, then the page's own meta element within its first 4 KB, then windows-1252.
 * Never throws: what cannot be read becomes U+FFFD.
 */
export function decodeHtml(bytes: Uint8Array, contentType?: string): string {
  const marked = byteOrderMark(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const utf8 = decodeStrictly(bytes)
  if (utf8 !== undefined) return utf8
  const label = labelOf(contentType) ?? declaredIn(bytes) ?? 'windows-1252'
  return decodeAs(label, bytes)
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  // A page in an East Asian escape encoding is all ASCII and would pass for UTF-8.
  if (bytes.includes(0x1b)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function labelOf(contentType: string | undefined): string | undefined {
  return contentType?.match(/charset\s*=\s*["']?([\w.:-]+)/i)?.[1]
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED_BYTES))
  return head.match(/<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i)?.[1]
}

function decodeAs(label: string, bytes: Uint8Array): string {
  const decoder = decoderFor(label)
  const text = decoder.decode(bytes)
  return decoder.encoding === 'windows-1252' ? withTypographicMarks(text) : text
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label)
  } catch {
    // An unknown label tells nothing; most Western pages that are not UTF-8 are this.
    return new TextDecoder('windows-1252')
  }
}

function withTypographicMarks(text: string): string {
  return text.replace(
    /[\u0080-\u009F]/g,
    control => WINDOWS_1252_MARKS[control.charCodeAt(0) - 0x80] ?? control,
  )
}
