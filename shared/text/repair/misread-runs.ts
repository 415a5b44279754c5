import { type Charset, suspectedCharsets } from './charsets.ts'
import { type Losses, lostCharacter } from './lost-bytes.ts'
import { oddness } from './oddness.ts'
import { type Sequence, sequencesOf } from './sequences.ts'

/** What becomes of one run of sequences. */
export type Edit = {
  from: number
  to: number
  text: string
  /** How many characters were restored. */
  count: number
  /** How much less odd the text is for it. */
  sounder: number
  /** The same, with what the length of the run says. */
  gain: number
  /** The characters that its sequences begin with. */
  leads: readonly string[]
}

/** What each further sequence side by side with others is worth: sound text has no such neighbours. */
const NEIGHBOUR_GAIN = 2
const CONTEXT = 2
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]/u
const FOREIGN_GAIN = 2

/** Sequences side by side, without even ASCII between them. */
export function runsOf(stretch: readonly Sequence[]): Sequence[][] {
  const runs: Sequence[][] = []
  for (const sequence of stretch) {
    const run = runs.at(-1)
    if (run && run.at(-1)?.to === sequence.from) run.push(sequence)
    else runs.push([sequence])
  }
  return runs
}

/** What a text says of all its sequences. */
export type Evidence = {
  /** Nearly all letters are of ASCII. */
  isLatin: boolean
  losses: Losses
  /** The letters that whole sequences begin with. A stub that begins with another one may be that very letter. */
  leads: ReadonlySet<string>
}

type Decoded = { text: string; count: number; to: number }

function decodeRun(text: string, run: readonly Sequence[], charset: Charset, evidence: Evidence): Decoded {
  const from = run[0]?.from ?? 0
  let tail = text.slice(Math.max(0, from - CONTEXT), from)
  let to = run.at(-1)?.to ?? from
  let count = 0
  const parts: string[] = []
  const mayLose = !hasSound(text, run, evidence)
  for (const [at, sequence] of run.entries()) {
    const shown = text.slice(sequence.from, sequence.to)
    const lost =
      sequence.kind === 'stub' && mayLose
        ? lostIn(text, sequence, tail, run[at + 1], charset, evidence)
        : undefined
    const put = sequence.kind === 'whole' ? sequence.text : (lost?.text ?? shown)
    if (sequence.kind === 'whole' || lost) count++
    if (lost?.takesBlank) to = sequence.to + 1
    parts.push(put)
    tail = (tail + put).slice(-CONTEXT)
  }
  return { text: parts.join(''), count, to }
}

/** Whether a run is part of a word whose letters are none of bytes: then its stubs are such letters too. */
function hasSound(text: string, run: readonly Sequence[], { leads }: Evidence): boolean {
  const around = text.charAt((run[0]?.from ?? 0) - 1) + text.charAt(run.at(-1)?.to ?? text.length)
  if (/[^\x00-\x7f]/.test(around) && /\p{L}/u.test(around.replace(/[\x00-\x7f]/g, ''))) return true
  return run.some(({ kind, from, to }) => {
    if (kind !== 'stub' || leads.has(text.charAt(from))) return false
    return oddness(text.slice(Math.max(0, from - 1), to)) === 0
  })
}

function lostIn(
  text: string,
  stub: Sequence & { kind: 'stub' },
  before: string,
  next: Sequence | undefined,
  charset: Charset,
  { losses }: Evidence,
): { text: string; takesBlank: boolean } | undefined {
  const after = next?.kind === 'whole' ? next.text : text.slice(stub.to, stub.to + CONTEXT + 1)
  return lostCharacter({ bytes: stub.bytes, before, after, charset, losses })
}

/** A run as a charset's bytes decode it. */
export function editOf(text: string, run: readonly Sequence[], charset: Charset, evidence: Evidence): Edit {
  const from = run[0]?.from ?? 0
  const end = run.at(-1)?.to ?? from
  const { text: decoded, count, to } = decodeRun(text, run, charset, evidence)
  const before = text.slice(Math.max(0, from - CONTEXT), from)
  // Behind a blank that was a byte the word goes on in characters that are still to be decoded.
  const after = to > end ? '' : text.slice(to, to + CONTEXT)
  const left = isMisreadAgain(decoded) ? 0 : oddness(before + decoded + after)
  const shown = text.slice(from, to)
  const sounder = oddness(before + shown + after) - left + foreignness(shown, decoded, evidence)
  return {
    from,
    to,
    text: decoded,
    count,
    sounder,
    gain: sounder + NEIGHBOUR_GAIN * Math.max(0, count - 1),
    leads: run.map(sequence => text.charAt(sequence.from)),
  }
}

/** In a text of Latin letters those of another script are odd by themselves. */
function foreignness(shown: string, decoded: string, { isLatin }: Evidence): number {
  return isLatin && FOREIGN.test(shown) && !FOREIGN.test(decoded) ? FOREIGN_GAIN : 0
}

/** Whether what a run was decoded to is in turn nothing but bytes that some charset shows: it was misread twice. */
function isMisreadAgain(decoded: string): boolean {
  return suspectedCharsets(decoded).some(charset =>
    sequencesOf(decoded, charset).every(({ kind }) => kind !== 'sound'),
  )
}
