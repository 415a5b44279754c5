import type { Document } from './stream.ts'

export type Share = { right: number; all: number }

/** Pairs of documents that are one story, and pairs that were taken for one. */
export type Scores = {
  precision: number
  recall: number
  f1: number
  /** Of pairs of two sources alone. */
  crossRecall: Share
  /** Pairs found, by what was done to the later of both. */
  recallBy: Map<string, Share>
  /** Pairs that are two stories, by what both are. */
  wrongBy: Map<string, number>
}

function* pairsOf(groups: Iterable<readonly Document[]>): Generator<[Document, Document]> {
  for (const group of groups) {
    for (const [index, one] of group.entries()) for (const other of group.slice(0, index)) yield [other, one]
  }
}

const nameOf = (one: Document) =>
  one.kind === 'series' ? one.as : `${one.kind} ${one.as === 'original' ? '' : one.as}`.trim()

/** Compares clusters with the truth. Stress edits count for precision only, what is ignored for nothing. */
export function scoresOf(documents: readonly Document[], clusterIds: ReadonlyMap<string, string>): Scores {
  const scored = documents.filter(document => !document.isIgnored)
  const recallBy = new Map<string, Share>()
  const crossRecall = { right: 0, all: 0 }
  const all = { right: 0, all: 0 }
  const add = (share: Share, isRight: boolean) => {
    share.all += 1
    share.right += isRight ? 1 : 0
  }
  for (const [one, other] of pairsOf(Map.groupBy(scored, document => document.story).values())) {
    const isFound = clusterIds.get(one.id) === clusterIds.get(other.id)
    const names =
      one.kind === 'series' ? [one.as] : [one.as, other.as].filter(as => as !== 'original').map(as => `${as}`)
    const name = names.length > 1 ? 'two copies' : (names[0] ?? 'original')
    for (const key of [name, ...(names.length > 1 ? [] : [`(${one.kind})`])]) {
      const share = recallBy.get(key) ?? { right: 0, all: 0 }
      recallBy.set(key, share)
      add(share, isFound)
    }
    if (one.isStress || other.isStress) continue
    add(all, isFound)
    if (one.source !== other.source) add(crossRecall, isFound)
  }
  const wrongBy = new Map<string, number>()
  let wrong = 0
  for (const [one, other] of pairsOf(Map.groupBy(scored, document => clusterIds.get(document.id)).values())) {
    if (one.story === other.story) continue
    wrong += 1
    const names = [nameOf(one), nameOf(other)].toSorted().join(' + ')
    wrongBy.set(names, (wrongBy.get(names) ?? 0) + 1)
  }
  const precision = all.right / (all.right + wrong)
  const recall = all.right / all.all
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    crossRecall,
    recallBy,
    wrongBy,
  }
}
