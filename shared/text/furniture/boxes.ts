import type { Region } from '../blocks.ts'
import { LINKED, type LineEvidence } from './evidence.ts'
import { isSentence, type PageLine } from './page-line.ts'

const MAX_LEVELS = 12

/**
 * For each line the boxes that open with it, the innermost first: each as the place behind its last line. Lines are given
 * as the elements that hold them, in the order of the page.
 */
export function boxesOf(lines: readonly Region[]): number[][] {
  const chains = lines.map(chainOf)
  return chains.map((chain, i) => {
    const above = new Set(chains[i - 1])
    const opened = chain.filter(region => !above.has(region))
    return opened.map(region => {
      let end = i + 1
      while (chains[end]?.includes(region)) end++
      return end
    })
  })
}

function chainOf(region: Region): Region[] {
  const chain: Region[] = []
  for (let at: Region | undefined = region; at && chain.length < MAX_LEVELS; at = at.parent) chain.push(at)
  return chain
}

/** Of a box's lines so many must have something in common with other pages', or lead elsewhere; more where it holds the text's slot. */
const BOX_SHARE = 0.3
const FOREIGN_SHARE = 0.5
const KNOWN_SHARE = 0.15
/** Longer than what readers and teasers say. */
const PROSE_CHARS = 160

type Page = { lines: readonly PageLine[]; evidence: readonly LineEvidence[] }

/**
 * A box that opens with a line such as other pages have, and of whose other lines enough are like theirs, is theirs with
 * all that is in it: readers' comments, teasers. Sections of an article open with headings that recur, too, but then
 * say what is their own.
 */
export function takeBoxes(
  stays: boolean[],
  { lines, evidence }: Page,
  boxes: readonly (readonly number[])[],
): void {
  const firstOwn = evidence.findIndex(({ isMain, share }) => isMain && share === 0)
  const isLikeOthers = (i: number) => {
    const [line, each] = [lines[i], evidence[i]]
    if (line === undefined || each === undefined) return false
    const { share, formShare, longTailShare, labelShare, tailShare, headShare } = each
    const whole = Math.max(share, formShare, longTailShare)
    // Sentences of one house begin and end alike; of those it takes all but a name.
    const isProse = isSentence(line.text) && (each.isMain || line.text.length >= PROSE_CHARS)
    const most = isProse ? whole : Math.max(whole, labelShare, tailShare, headShare)
    return most >= KNOWN_SHARE || line.linkShare >= LINKED
  }
  const mainChars = (from: number, to: number) =>
    lines
      .slice(from, to)
      .reduce((sum, { text }, at) => sum + (evidence[from + at]?.isMain ? text.length : 0), 0)
  lines.forEach((line, i) => {
    if (stays[i] || isSentence(line.text) || (evidence[i]?.share ?? 0) < KNOWN_SHARE) return
    // A row's first cell opens its table as well: that recurs because tables of a kind do.
    const opened = boxes[i] ?? []
    for (const end of /(?:^|>)t[dh]\.[^>]*$/.test(line.place) ? opened.slice(0, 1) : opened) {
      const inside = lines.slice(i + 1, end)
      if (inside.length === 0) continue
      const holdsText = evidence.slice(i + 1, end).some(({ isMain }) => isMain)
      if (holdsText && (i < firstOwn || mainChars(i, end) > mainChars(0, i))) break
      const alike = inside.filter((_, at) => isLikeOthers(i + 1 + at)).length
      if (alike >= inside.length * (holdsText ? FOREIGN_SHARE : BOX_SHARE)) stays.fill(false, i, end)
    }
  })
}
