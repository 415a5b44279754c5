import type { Charset } from './charsets.ts'
import { lossesOf } from './lost-bytes.ts'
import { type Edit, type Evidence, editOf, runsOf } from './misread-runs.ts'
import { type Sequence, sequencesOf } from './sequences.ts'

/** Edits by one charset, with nothing between them but ASCII. */
export type Chain = { charset: Charset; edits: readonly Edit[]; gain: number }

/** What a chain must gain in soundness: one sign inside a word is worth 4, beside it 2, one capital 2. */
const MIN_GAIN = 2
/** What a single run must gain where other parts of the text were misread alike. */
const MIN_GAIN_OF_KNOWN = 0.9
/** The share of characters beyond ASCII that a text of Latin letters has at most. */
const MAX_OTHERS = 0.2

/**
 * The chains of a text that hardly can be sound, as one charset explains them.
 * @param known the characters that sequences began with elsewhere in the text, when the charset was met there.
 */
export function chainsOf(text: string, charset: Charset, known: ReadonlySet<string> | undefined): Chain[] {
  const losses = lossesOf(text)
  const isLatin = isLatinText(text)
  return stretchesOf(sequencesOf(text, charset)).flatMap(stretch => {
    const evidence = { isLatin, losses, leads: leadsOf(text, stretch) }
    return chainedEdits(text, stretch, charset, evidence)
      .map(edits => (isWorth(edits) ? edits : edits.filter(edit => known && isAlike(text, edit, known))))
      .filter(edits => edits.length > 0)
      .map(edits => ({ charset, edits, gain: sumOf(edits, 'gain') }))
  })
}

function isLatinText(text: string): boolean {
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0
  const others = text.match(/[^\x00-\x7f]/g)?.length ?? 0
  return latin > 0 && others <= (latin + others) * MAX_OTHERS
}

/** Stretches without a sound character, in which stubs are no more than the others: else they are sound letters. */
function stretchesOf(sequences: readonly Sequence[]): Sequence[][] {
  const stretches: Sequence[][] = []
  let open: Sequence[] = []
  const close = () => {
    const wholes = open.filter(({ kind }) => kind === 'whole').length
    if (wholes > 0 && wholes * 2 >= open.length) stretches.push(open)
    else if (wholes > 0) stretches.push(...withoutStubs(open))
    open = []
  }
  for (const sequence of sequences) {
    if (sequence.kind === 'sound') close()
    else open.push(sequence)
  }
  close()
  return stretches
}

function withoutStubs(sequences: readonly Sequence[]): Sequence[][] {
  const stretches: Sequence[][] = [[]]
  for (const sequence of sequences) {
    if (sequence.kind === 'whole') stretches.at(-1)?.push(sequence)
    else stretches.push([])
  }
  return stretches.filter(stretch => stretch.length > 0)
}

function leadsOf(text: string, stretch: readonly Sequence[]): Set<string> {
  const wholes = stretch.filter(({ kind }) => kind === 'whole')
  return new Set(wholes.map(({ from }) => text.charAt(from)).filter(lead => /\p{L}/u.test(lead)))
}

/** The edits of a stretch, parted where one would leave the text odder, without what may be letters of a sound word. */
function chainedEdits(
  text: string,
  stretch: readonly Sequence[],
  charset: Charset,
  evidence: Evidence,
): Edit[][] {
  const chains: Edit[][] = [[]]
  for (const run of runsOf(stretch)) {
    const edit = editOf(text, run, charset, evidence)
    const mayBeSound = edit.count < run.length && edit.sounder <= 0
    if (edit.gain < 0) chains.push([])
    else if (edit.count > 0 && !mayBeSound) chains.at(-1)?.push(edit)
  }
  return chains
}

function sumOf(edits: readonly Edit[], of: 'gain' | 'sounder'): number {
  return edits.reduce((sum, edit) => sum + edit[of], 0)
}

function isWorth(edits: readonly Edit[]): boolean {
  return sumOf(edits, 'gain') >= MIN_GAIN && sumOf(edits, 'sounder') >= MIN_GAIN_OF_KNOWN
}

/** Whether letters that are no bytes go on where a run begins or ends: then it may be of their word. */
function isBesideSound(text: string, { from, to }: Edit): boolean {
  return [text.charAt(from - 1), text.charAt(to)].some(char => char > '\x7f' && /\p{L}/u.test(char))
}

/** Whether a run that could be sound is of a kind with others of the text that could not. */
function isAlike(text: string, edit: Edit, known: ReadonlySet<string>): boolean {
  if (edit.sounder >= MIN_GAIN_OF_KNOWN) return true
  const opensWord = !/\p{L}/u.test(text.charAt(edit.from - 1)) && !isBesideSound(text, edit)
  return opensWord && edit.sounder >= 0 && edit.leads.every(lead => known.has(lead))
}
