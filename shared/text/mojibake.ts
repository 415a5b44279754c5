/** The byte that windows-1252 shows as this character, for the 27 places where it differs from Latin-1. */
const BYTE_OF_MARK: ReadonlyMap<string, number> = new Map(
  [...'\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D'].map((mark, i) => [
    mark,
    [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e][i] ?? 0,
  ]),
)
const LATER_MARKS: ReadonlyMap<string, number> = new Map(
  [...'\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178'].map(
    (mark, i) => [
      mark,
      [0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f][i] ?? 0,
    ],
  ),
)
const MARK_OF_BYTE: ReadonlyMap<number, string> = new Map(
  [...BYTE_OF_MARK, ...LATER_MARKS].map(([mark, byte]) => [byte, mark]),
)
const CONTINUATION = `\\u0080-\\u00BF${[...BYTE_OF_MARK.keys(), ...LATER_MARKS.keys()].join('')}`
/** Characters of lead bytes and of continuation bytes never overlap, so this is linear on any text. */
const RUN = new RegExp(`(?:[\\u00C2-\\u00F4][${CONTINUATION}]{1,3})+`, 'g')
/** Marks that also follow a word in sound text: “CAFÉ” shows É and ” side by side, which are the bytes of ɔ. */
const CLOSING =
  /^[\u2019\u201D\u00BB\u203A\u2026\u2013\u2014\u00A0\u00B0\u00AA\u00BA\u2022\u2122\u00AE\u00A9\u201A\u201E\u00AB\u2039]+$/
const LOST_QUOTE = new RegExp(`\\u00E2\\u20AC(?![${CONTINUATION}])`, 'g')
const STRICT = new TextDecoder('utf-8', { fatal: true })

function bytesOf(run: string): Uint8Array {
  return Uint8Array.from(run, char => BYTE_OF_MARK.get(char) ?? LATER_MARKS.get(char) ?? char.charCodeAt(0))
}

function decodeRun(run: string): string | undefined {
  try {
    return STRICT.decode(bytesOf(run))
  } catch {
    return undefined
  }
}

/** Whether this run can hardly be sound text that merely looks like bytes. */
function isCertain(run: string, before: string, after: string): boolean {
  if (run.startsWith('\u00E2\u20AC')) return true
  const sequences = run.match(/[\u00C2-\u00F4]/g)?.length ?? 0
  if (sequences > 1) return true
  const tail = run.slice(1)
  if (!CLOSING.test(tail)) return true
  const lead = run.charAt(0)
  return lead !== lead.toLowerCase() && (/\p{Ll}/u.test(before) || /\p{Ll}/u.test(after))
}

/**
 * Undoes UTF-8 that was read as windows-1252 or Latin-1, as often as it was done, run by run: sound parts of the
 * text stay. A run that could be sound is only touched beside one that could not.
 * @returns the text and how many runs were mended.
 */
export function repairMojibake(text: string): { text: string; count: number } {
  let count = 0
  let current = text
  let certain = false
  while (true) {
    const pass = repairOnce(current, certain)
    certain = certain || pass.certain
    const more = certain && pass.text === current ? repairLosses(pass) : pass
    count += more.count
    if (more.text === current) break
    current = more.text
  }
  return { text: current, count }
}

function repairOnce(text: string, known: boolean): { text: string; count: number; certain: boolean } {
  const certain =
    known ||
    [...text.matchAll(RUN)].some(
      ({ 0: run, index }) =>
        isCertain(run, text.charAt(index - 1), text.charAt(index + run.length)) &&
        decodeRun(run) !== undefined,
    )
  if (!certain) return { text, count: 0, certain }
  let count = 0
  const repaired = text.replace(RUN, run => {
    const decoded = decodeRun(run)
    if (decoded === undefined) return run
    count++
    return decoded
  })
  return { text: repaired, count, certain }
}

/** Bytes that a second hand lost: the right quote's unassigned 0x9D, and à's 0xA0 that became a plain space. */
function repairLosses(pass: { text: string; count: number }): { text: string; count: number } {
  let { count } = pass
  const text = pass.text
    .replace(LOST_QUOTE, () => {
      count++
      return '\u201D'
    })
    .replace(/(?<=[\p{Ll}\s])\u00C3(?= )/gu, () => {
      count++
      return '\u00E0'
    })
  return { text, count }
}

/** C1 controls, which no text has, are windows-1252 marks that were labelled Latin-1. */
export function repairControls(text: string): { text: string; count: number } {
  let count = 0
  const repaired = text.replace(/[\u0080-\u009F]/g, control => {
    count++
    return MARK_OF_BYTE.get(control.charCodeAt(0)) ?? ''
  })
  return { text: repaired, count }
}
