import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readBlocks } from '../../../../shared/text/blocks.ts'
import { readMetadata } from '../../../../shared/text/metadata.ts'
import { parsePage } from '../../../../shared/text/parse-tree.ts'
import { articleTextNodes } from '../../../../shared/text/readability.ts'
import { blockFeatures, FEATURE_NAMES } from '../../../../shared/text/weigh/features.ts'
import { pageSigns } from '../../../../shared/text/weigh/page-signs.ts'
import { probability } from '../../../../shared/text/weigh/trees.ts'
import { type Sample, trainForest } from './boosting.ts'
import { labelBlocks, tokensOf } from './labels.ts'
import { readSampleMarkup, readSamplePages } from './samples.ts'

// Trains the model of shared/text/weigh from pages whose article is known and prints how well it does on pages
// it has not seen: node test/shared/text/training/train.ts --samples DIR [--score]
// DIR holds truth.jsonl and pages/ID.html.gz. --score trains on four fifths and scores the last, writes nothing.

type PageSamples = { id: string; samples: Sample[] }

const READABLE = FEATURE_NAMES.indexOf('readable')

function samplesOf(
  folder: string,
  { id, url, text }: { id: string; url: string; text: string },
): PageSamples {
  const page = parsePage(readSampleMarkup(folder, id), url)
  const metadata = readMetadata(page)
  const { blocks, regions } = readBlocks(page.document.body)
  const rows = blockFeatures(blocks, regions, pageSigns(metadata, articleTextNodes(page)))
  const texts = blocks.map(block => block.text)
  const labels = labelBlocks(
    texts,
    rows.map(row => row?.[READABLE] ?? 0),
    text,
  )
  const truthWords = Math.max(60, tokensOf(text).length)
  const samples = rows.flatMap((row, i) => {
    const label = labels[i]
    if (!row || label === undefined) return []
    return [
      { row, label: Number(label), weight: weightOf(tokensOf(texts[i] ?? '').length, truthWords, label) },
    ]
  })
  return { id, samples }
}

/** A block weighs what a mistake about it costs its page, and at least a little. */
function weightOf(words: number, truthWords: number, belongs: boolean): number {
  const whole = truthWords + (belongs ? 0 : words)
  return Math.min(3, 0.06 + (4 * Math.min(words, 400)) / whole)
}

const { values } = parseArgs({ options: { samples: { type: 'string' }, score: { type: 'boolean' } } })
if (!values.samples) throw new Error('say where the pages are: --samples DIR')
const folder = values.samples
const pages = readSamplePages(folder).map(page => samplesOf(folder, page))
const isHeldOut = ({ id }: PageSamples) =>
  values.score === true && Number.parseInt(id.slice(-2), 16) % 5 === 0
const learnt = pages.filter(page => !isHeldOut(page)).flatMap(page => page.samples)
const forest = trainForest(learnt, FEATURE_NAMES.length, line => console.log(line))
const scored = values.score ? pages.filter(isHeldOut).flatMap(page => page.samples) : learnt
const right = scored.filter(({ row, label }) => Number(probability(forest, row) > 0.5) === label)
const weigh = (samples: Sample[]) => samples.reduce((sum, sample) => sum + sample.weight, 0)
console.log(
  `${pages.length} pages, ${scored.length} blocks scored, right by weight: ${(weigh(right) / weigh(scored)).toFixed(4)}`,
)
if (!values.score) {
  const target = new URL('../../../../shared/text/weigh/block-model.json', import.meta.url)
  writeFileSync(target, `${JSON.stringify(forest)}\n`)
}
