const SEPARATOR = 1
const LETTER = 2
/** A letter of a script that puts no spaces between words. */
const UNSPACED = 3

const WORD_PART = /[\p{L}\p{M}\p{N}]/u
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** What each UTF-16 unit is, learnt when first met: a table is ten times quicker than a Unicode regex. */
const kinds = new Uint8Array(0x1_0000)

function kindOf(character: string): number {
  if (!WORD_PART.test(character)) return SEPARATOR
  return UNSPACED_SCRIPT.test(character) ? UNSPACED : LETTER
}

function kindAt(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  // Beyond the basic plane are rare ideographs and emoji; half of such a pair means nothing by itself.
  if (unit >= 0xd8_00 && unit <= 0xdb_ff) return kindOf(String.fromCodePoint(text.codePointAt(index) ?? unit))
  if (unit >= 0xdc_00 && unit <= 0xdf_ff) {
    return kindOf(String.fromCodePoint(text.codePointAt(index - 1) ?? unit))
  }
  const known = kinds[unit] ?? 0
  if (known !== 0) return known
  const kind = kindOf(text.charAt(index))
  kinds[unit] = kind
  return kind
}

/** Text as it is compared: compatibility forms folded (NFKC: full-width letters, ligatures), in lower case. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The words of a text, folded: runs of letters, marks and digits. Typography is between them and not kept. */
export function wordsOf(text: string): string[] {
  const letters = folded(text)
  const words: string[] = []
  let start = -1
  for (let index = 0; index < letters.length; index += 1) {
    const isPart = kindAt(letters, index) !== SEPARATOR
    if (isPart && start < 0) start = index
    if (isPart || start < 0) continue
    words.push(letters.slice(start, index))
    start = -1
  }
  if (start >= 0) words.push(letters.slice(start))
  return words
}

const FNV_OFFSET = 0x81_1c_9d_c5
const FNV_PRIME = 0x01_00_01_93

/**
 * One 32-bit hash a word of the text, in order. Scripts without spaces give one hash a pair of neighbouring
 * letters: overlapping pairs find a shifted copy as words do, without a dictionary (a segmenter was measured
 * at seven times the cost of everything else here).
 */
export function wordHashes(text: string): Uint32Array {
  const letters = folded(text)
  const hashes = new Uint32Array(letters.length)
  let count = 0
  let hash = FNV_OFFSET
  let before = SEPARATOR
  for (let index = 0; index < letters.length; index += 1) {
    const unit = letters.charCodeAt(index)
    const kind = kindAt(letters, index)
    if (before === LETTER && kind !== LETTER) hashes[count++] = hash
    if (kind === LETTER) hash = Math.imul((before === LETTER ? hash : FNV_OFFSET) ^ unit, FNV_PRIME)
    if (kind === UNSPACED && before === UNSPACED) {
      hashes[count++] = Math.imul(
        Math.imul(FNV_OFFSET ^ letters.charCodeAt(index - 1), FNV_PRIME) ^ unit,
        FNV_PRIME,
      )
    }
    before = kind
  }
  if (before === LETTER) hashes[count++] = hash
  return hashes.subarray(0, count)
}
