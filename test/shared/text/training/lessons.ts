import { readBlocks } from '../../../../shared/text/blocks.ts'
import { readMetadata } from '../../../../shared/text/metadata.ts'
import { parsePage } from '../../../../shared/text/parse-tree.ts'
import { articleTextNodes } from '../../../../shared/text/readability.ts'
import { blockFeatures, FEATURE_NAMES } from '../../../../shared/text/weigh/features.ts'
import { pageSigns } from '../../../../shared/text/weigh/page-signs.ts'
import { labelBlocks, tokensOf } from './labels.ts'

export type Sample = { row: number[]; label: number; weight: number }

const READABLE = FEATURE_NAMES.indexOf('readable')
const MIN_TRUTH_WORDS = 60
const MAX_PAGE_WEIGHT = 25
/** A page's blocks must make up about as many words as its truth says: else page and truth are two editions. */
const SAME_EDITION = { atLeast: 0.6, atMost: 1.6 }

/** What one page teaches: its blocks' features, and which of them belong to its true text. */
export function samplesOf(markup: string, url: string, truth: string): Sample[] {
  const page = parsePage(markup, url)
  const metadata = readMetadata(page)
  const { blocks, regions } = readBlocks(page.document.body)
  const rows = blockFeatures(blocks, regions, pageSigns(metadata, articleTextNodes(page)))
  const readable = rows.map(row => row?.[READABLE] ?? 0)
  const texts = blocks.map(block => block.text)
  const labels = labelBlocks(texts, readable, truth)
  const words = texts.map(text => tokensOf(text).length)
  const truthWords = tokensOf(truth).length
  const samples = rows.flatMap((row, i) => {
    const belongs = labels[i]
    if (!row || belongs === undefined) return []
    return [{ row, label: Number(belongs), weight: weightOf(words[i] ?? 0, truthWords, belongs) }]
  })
  const labelled = words.reduce((sum, count, i) => sum + (labels[i] ? count : 0), 0) / Math.max(1, truthWords)
  const isSame = labelled > SAME_EDITION.atLeast && labelled < SAME_EDITION.atMost
  const weight = samples.reduce((sum, sample) => sum + sample.weight, 0)
  const share = isSame ? Math.min(1, MAX_PAGE_WEIGHT / weight) : 0
  return samples.map(sample => ({ ...sample, weight: sample.weight * share }))
}

/** A block weighs what a mistake about it costs its page, and at least a little. */
function weightOf(words: number, truthWords: number, belongs: boolean): number {
  const whole = Math.max(MIN_TRUTH_WORDS, truthWords) + (belongs ? 0 : words)
  return Math.min(3, 0.06 + (4 * Math.min(words, 400)) / whole)
}
