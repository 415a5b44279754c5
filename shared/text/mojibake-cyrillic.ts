/** The byte that windows-1251 shows as each character; 0x98, which it does not assign, as the control. */
const BYTE_OF: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 0x80 }, (_, i) => [
    new TextDecoder('windows-1251').decode(Uint8Array.of(0x80 + i)),
    0x80 + i,
  ]),
)
const STRICT = new TextDecoder('utf-8', { fatal: true })
/** All but three sequences may be names that sound text has by chance, such as the word “Её”. */
const MIN_SEQUENCES = 3
const NEARLY_ALL = 0.9
const LATIN = /[A-Za-z]/

const isLead = (byte: number | undefined) => byte !== undefined && byte >= 0xc2 && byte <= 0xf4
const isContinuation = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte <= 0xbf

type Sequence = { from: number; to: number; text: string }

function sequenceAt(line: string, from: number): Sequence | undefined {
  const lead = BYTE_OF.get(line.charAt(from))
  if (lead === undefined || !isLead(lead)) return undefined
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  const bytes = [lead]
  for (let at = from + 1; at < from + length; at++) {
    // A page's white space was folded: 0xA0, a non-breaking space here, is a plain one then.
    const byte = line.charAt(at) === ' ' && lead === 0xd0 ? 0xa0 : BYTE_OF.get(line.charAt(at))
    if (byte === undefined || !isContinuation(byte)) return undefined
    bytes.push(byte)
  }
  try {
    return { from, to: from + length, text: STRICT.decode(Uint8Array.from(bytes)) }
  } catch {
    return undefined
  }
}

function sequencesOf(line: string): Sequence[] {
  const found: Sequence[] = []
  for (let at = 0; at < line.length; at++) {
    const sequence = sequenceAt(line, at)
    if (sequence === undefined) continue
    found.push(sequence)
    at = sequence.to - 1
  }
  return found
}

/** Whether a line can hardly be sound: nearly all of it that is not ASCII are bytes of UTF-8, or some stand in Latin words. */
function isCertain(line: string, found: readonly Sequence[]): boolean {
  const covered = found.reduce((sum, { from, to }) => sum + to - from, 0)
  const foreign = line.match(/[^\x00-\x7f]/g)?.length ?? 0
  if (covered < foreign * NEARLY_ALL) return false
  if (found.length >= MIN_SEQUENCES) return true
  return found.some(({ from, to }) => LATIN.test(line.charAt(from - 1)) || LATIN.test(line.charAt(to)))
}

function repairLine(line: string): string {
  if (!/[\u0400-\u04ff]/.test(line)) return line
  const found = sequencesOf(line)
  if (found.length === 0 || !isCertain(line, found)) return line
  let text = ''
  let at = 0
  for (const sequence of found) {
    text += line.slice(at, sequence.from) + sequence.text
    at = sequence.to
  }
  return text + line.slice(at)
}

/**
 * Undoes UTF-8 that was read as windows-1251, line by line: a line of sound Cyrillic has next to no such bytes.
 * @returns the text and how many lines were mended.
 */
export function repairCyrillicMojibake(text: string): { text: string; count: number } {
  let count = 0
  const lines = text.split('\n').map(line => {
    const mended = repairLine(line)
    if (mended !== line) count++
    return mended
  })
  return { text: lines.join('\n'), count }
}
