import { coreWords, withSpeltSigns } from './fingerprint.ts'
import { ownLines } from './furniture.ts'
import { smallestShingles } from './shingles.ts'
import { wordHashes, wordsOf } from './words.ts'

/** A revision as it is compared. */
export type Wording = { title: string; text: string }

/**
 * What became of an article. `unchanged` and `cosmetic` are no revision: not a letter, or only furniture and
 * typography. `minor` mends words; `material` changes what is said, in particular any number or name. `replaced`
 * is another article at the same address.
 */
export type RevisionKind = 'unchanged' | 'cosmetic' | 'minor' | 'material' | 'replaced'

export type Comparison = {
  kind: RevisionKind
  isTitleChanged: boolean
  isTextChanged: boolean
  /** Words that one has and the other has not, or less often, as they are written there; at most forty each. */
  added: string[]
  removed: string[]
  /** Of the shingles of both texts, the share that both have. It grades a change and never decides if there is one. */
  resemblance: number
}

/** More than any article has, so that the sample is everything. */
const ALL_SHINGLES = 20_000
const MAX_LISTED = 40
const MINOR_RESEMBLANCE = 0.95
const REPLACED_RESEMBLANCE = 0.1
const REPLACED_TITLE = 0.2

function shared(one: Uint32Array, other: Uint32Array): number {
  if (one.length === 0 && other.length === 0) return 1
  const others = new Set(other)
  const both = new Set(one.filter(hash => others.has(hash))).size
  return both / (new Set(one).size + others.size - both)
}

/** The words of both lists that the first has more often, in its order and spelling; digits apart from letters. */
function surplus(said: string, than: string): string[] {
  const words = (text: string) => text.normalize('NFKC').match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of words(than)) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
  return words(said).filter(word => {
    const left = counts.get(word.toLowerCase()) ?? 0
    counts.set(word.toLowerCase(), left - 1)
    return left <= 0
  })
}

/** A number, its sign, or a word with a capital: what a reader would be told about. */
function isTelling(word: string): boolean {
  return /^(?:[\p{N}\p{Lu}]|minus$|percent$)/u.test(word)
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index])
}

/** Whether two headlines have hardly a word in common. By itself that tells nothing: headlines are rewritten. */
export function isOtherTitle(one: string, other: string): boolean {
  return shared(wordHashes(one), wordHashes(other)) < REPLACED_TITLE
}

/**
 * Compares two states of one article. Any difference in a word is a revision, however alike the texts are: a
 * court hearing moved from 15:20 to 15:45 leaves 98% of the text.
 */
export function compareRevisions(before: Wording, after: Wording): Comparison {
  const isTitleChanged = !sameWords(wordsOf(before.title), wordsOf(after.title))
  const isTextChanged = !sameWords(coreWords(before.text), coreWords(after.text))
  if (!isTitleChanged && !isTextChanged) {
    const isSame = before.title === after.title && before.text === after.text
    const kind = isSame ? 'unchanged' : 'cosmetic'
    return { kind, isTitleChanged, isTextChanged, added: [], removed: [], resemblance: 1 }
  }
  const [own, theirs] = [before, after].map(({ title, text }) =>
    withSpeltSigns([title, ...ownLines(text)].join('\n')),
  )
  const added = surplus(theirs ?? '', own ?? '')
  const removed = surplus(own ?? '', theirs ?? '')
  const resemblance = shared(
    smallestShingles(ownLines(before.text).join('\n'), ALL_SHINGLES),
    smallestShingles(ownLines(after.text).join('\n'), ALL_SHINGLES),
  )
  const isReplaced = resemblance < REPLACED_RESEMBLANCE && isOtherTitle(before.title, after.title)
  const isMinor = resemblance >= MINOR_RESEMBLANCE && ![...added, ...removed].some(isTelling)
  return {
    kind: isReplaced ? 'replaced' : isMinor ? 'minor' : 'material',
    isTitleChanged,
    isTextChanged,
    added: added.slice(0, MAX_LISTED),
    removed: removed.slice(0, MAX_LISTED),
    resemblance,
  }
}
