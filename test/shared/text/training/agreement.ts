import { tokensOf } from './labels.ts'

export type Agreement = { precision: number; recall: number }

function shinglesOf(text: string): Map<string, number> {
  const tokens = tokensOf(text)
  const counts = new Map<string, number>()
  for (let i = 0; i < Math.max(1, tokens.length - 3); i++) {
    const shingle = tokens.slice(i, i + 4).join(' ')
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0)

/** How well a text agrees with the true one, over shingles of four words as the article-extraction-benchmark counts. */
export function agreementOf(truth: string, text: string): Agreement {
  const wanted = shinglesOf(truth)
  const got = shinglesOf(text)
  let common = 0
  for (const [shingle, n] of wanted) common += Math.min(n, got.get(shingle) ?? 0)
  return {
    precision: total(got) > 0 ? common / total(got) : Number(total(wanted) === 0),
    recall: total(wanted) > 0 ? common / total(wanted) : Number(total(got) === 0),
  }
}

/** F1 of the means of precision and recall. */
export function f1Of(agreements: readonly Agreement[]): number {
  const mean = (of: (agreement: Agreement) => number) =>
    agreements.reduce((sum, agreement) => sum + of(agreement), 0) / agreements.length
  const precision = mean(agreement => agreement.precision)
  const recall = mean(agreement => agreement.recall)
  return (2 * precision * recall) / (precision + recall)
}
