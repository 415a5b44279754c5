/** Words of a text as the public benchmark counts them. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? []
}

function shingleSet(tokens: readonly string[]): Set<string> {
  return new Set(
    tokens.slice(0, Math.max(0, tokens.length - 3)).map((_, i) => tokens.slice(i, i + 4).join(' ')),
  )
}

/** Blocks of fewer words are matched together with their neighbours: alone they occur anywhere. */
const LONG = 6
const REACH = 8

function shareFound(tokens: readonly string[], truth: ReadonlySet<string>): number {
  const shingles = tokens.slice(0, tokens.length - 3).map((_, i) => tokens.slice(i, i + 4).join(' '))
  return shingles.filter(shingle => truth.has(shingle)).length / shingles.length
}

function nearest(belongs: readonly (boolean | undefined)[], from: number, step: 1 | -1): number | undefined {
  for (let n = 1; n < REACH; n++) if (belongs[from + n * step]) return from + n * step
  return undefined
}

/**
 * Which blocks of a page belong to its true text; undefined for blocks without words. `readable` tells how much
 * of each block Readability kept and decides between copies of one paragraph.
 */
export function labelBlocks(
  texts: readonly string[],
  readable: readonly number[],
  truthText: string,
): (boolean | undefined)[] {
  const truthTokens = tokensOf(truthText)
  const truth = shingleSet(truthTokens)
  const flat = ` ${truthTokens.join(' ')} `
  const tokens = texts.map(tokensOf)
  const long = tokens.map(block => (block.length >= LONG ? shareFound(block, truth) > 0.5 : undefined))
  const labels = [...long]
  tokens.forEach((block, i) => {
    if (labels[i] !== undefined || block.length === 0) return
    labels[i] = shortBelongs(block, i, { labels, long, tokens, flat })
  })
  dropCopies(tokens, labels, readable, flat)
  return labels
}

type Surroundings = {
  labels: readonly (boolean | undefined)[]
  long: readonly (boolean | undefined)[]
  tokens: readonly (readonly string[])[]
  flat: string
}

function shortBelongs(
  block: readonly string[],
  at: number,
  { labels, long, tokens, flat }: Surroundings,
): boolean {
  const text = block.join(' ')
  const before = nearest(labels, at, -1)
  const after = nearest(long, at, 1)
  const head = before === undefined ? '' : (tokens[before] ?? []).slice(-3).join(' ')
  const tail = after === undefined ? '' : (tokens[after] ?? []).slice(0, 3).join(' ')
  if (head !== '' && flat.includes(` ${head} ${text} `)) return true
  if (tail !== '' && flat.includes(` ${text} ${tail} `)) return true
  return head === '' && tail === '' && block.length >= 4 && flat.includes(` ${text} `)
}

function dropCopies(
  tokens: readonly (readonly string[])[],
  labels: (boolean | undefined)[],
  readable: readonly number[],
  flat: string,
): void {
  const seen = new Map<string, number[]>()
  tokens.forEach((block, i) => {
    if (!labels[i] || block.length < LONG) return
    const text = block.join(' ')
    const earlier = seen.get(text) ?? []
    const first = earlier[0]
    if (first === undefined || flat.split(` ${text} `).length - 1 > earlier.length)
      seen.set(text, [...earlier, i])
    else if ((readable[first] ?? 0) < (readable[i] ?? 0)) labels[first] = false
    else labels[i] = false
  })
}
