/** What 0x80 to 0x9F mean in windows-1252; the five codes it leaves free are kept. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Names in use that the WHATWG table lacks. */
const ALIASES: Record<string, string> = {
  'cp-1251': 'windows-1251',
  'win-1251': 'windows-1251',
  windows1251: 'windows-1251',
  'windows-31j': 'shift_jis',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  gb_2312: 'gbk',
  'big5-hkscs': 'big5',
  koi8: 'koi8-r',
  'tis-620': 'windows-874',
}

/** The decoder's name for a charset label, undefined when no decoder knows the label. */
export const charsetNamed = (label: string | undefined): string | undefined => {
  const name = label
    ?.trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
  if (name === undefined || !/^[a-z0-9_:.-]{2,40}$/.test(name)) return undefined
  const known = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name
  try {
    return new TextDecoder(known).encoding
  } catch {
    return undefined
  }
}

/** The charset parameter of a Content-Type header. */
export const charsetOfHeader = (contentType: string | undefined): string | undefined =>
  charsetNamed(/charset\s{0,9}=\s{0,9}["']?([^\s"';,]{1,40})/i.exec(contentType?.slice(0, 500) ?? '')?.[1])

/** Text from bytes of that charset; what stands for no character becomes U+FFFD. */
export const decodeAs = (bytes: Uint8Array, charset: string): string => new TextDecoder(charset).decode(bytes)

/**
 * Text with U+0080 to U+009F replaced by what windows-1252 has at these codes, and without other control
 * characters. Works on code units, as a regular expression with a callback takes seconds on a flood of them.
 */
export const repairControls = (text: string): string => {
  const units = new Uint16Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x80 && unit < 0xa0) units[length++] = C1.charCodeAt(unit - 0x80)
    else if (unit >= 0x20 ? unit !== 0x7f : unit === 0x09 || unit === 0x0a || unit === 0x0d)
      units[length++] = unit
  }
  return new TextDecoder('utf-16le').decode(units.subarray(0, length))
}

/** The byte that windows-1252 writes this character with, undefined when it has none. */
export const windows1252Byte = (character: string): number | undefined => {
  const code = character.charCodeAt(0)
  if (code < 0x80 || (code > 0x9f && code < 0x100)) return code
  const at = C1.indexOf(character)
  return at === -1 ? undefined : at + 0x80
}

/** Text from strict UTF-8, undefined when the bytes are not UTF-8. */
export const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
