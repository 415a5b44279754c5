/** The charsets that readers take UTF-8 for. `latin1` shows the bytes 0x80 to 0x9F as control characters. */
export const MISREADINGS = [
  'windows-1252',
  'latin1',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'koi8-r',
  'macintosh',
] as const
export type Misreading = (typeof MISREADINGS)[number]

/** A text whose UTF-8 bytes were read as another charset. */
export function misread(text: string, charset: Misreading): string {
  const bytes = new TextEncoder().encode(text)
  if (charset !== 'latin1') return new TextDecoder(charset).decode(bytes)
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
}

/** A misread text from which a second hand dropped control characters, as many editors and databases do. */
export function withoutControls(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, '')
}

/** A misread text whose white space was folded: 0xA0 is a plain space then. */
export function withFoldedSpaces(text: string): string {
  return text.replace(/\u00A0/g, ' ')
}

/** How many characters two texts differ by, as a share of the longer one: Levenshtein's distance. */
export function distance(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  let row = right.map((_, i) => i + 1)
  left.forEach((mark, i) => {
    let diagonal = i
    let before = i + 1
    row = row.map((above, j) => {
      const cost = Math.min(above + 1, before + 1, diagonal + Number(mark !== right[j]))
      diagonal = above
      before = cost
      return cost
    })
  })
  return (row.at(-1) ?? left.length) / Math.max(1, left.length, right.length)
}
