import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readPage } from '../../../../shared/text/extract.ts'
import { FEATURE_NAMES } from '../../../../shared/text/weigh/features.ts'
import { type Forest, probability } from '../../../../shared/text/weigh/trees.ts'
import { agreementOf, f1Of } from './agreement.ts'
import { binRows } from './bins.ts'
import { type Lesson, trainForest } from './boosting.ts'
import { samplesOf } from './lessons.ts'
import { readSampleMarkup, readSamplePages } from './samples.ts'

// Trains the model of shared/text/weigh from pages whose article is known and prints how well the text comes out
// of pages that were not learnt from: node test/shared/text/training/train.ts --samples DIR [--score]
// DIR holds truth.jsonl and pages/ID.html.gz. --score writes nothing.

const FOLDS = [0, 1, 2, 3, 4]
/** Truths are cut short and annotated by mistake: what pages of the other folds make implausible counts little. */
const IMPLAUSIBLE = 0.9
const IMPLAUSIBLE_WEIGHT = 0.1

const { values } = parseArgs({ options: { samples: { type: 'string' }, score: { type: 'boolean' } } })
if (!values.samples) throw new Error('say where the pages are: --samples DIR')
const folder = values.samples

const pages = readSamplePages(folder)
const samples = pages.flatMap(({ id, url, text }) => {
  const fold = foldOf(id)
  return samplesOf(readSampleMarkup(folder, id), url, text).map(sample => ({ ...sample, fold }))
})
const rows = samples.map(({ row }) => row)
const binned = binRows(rows, FEATURE_NAMES.length)
const lesson: Lesson = {
  label: Float64Array.from(samples, ({ label }) => label),
  weight: Float64Array.from(samples, ({ weight }) => weight),
}
console.log(`${pages.length} pages, ${rows.length} blocks`)

const doubted = doubt(FOLDS.map(fold => trainWithout(fold, lesson)))
for (const line of scoreTexts(FOLDS.map(fold => trainWithout(fold, doubted)))) console.log(line)
if (!values.score) {
  const target = new URL('../../../../shared/text/weigh/block-model.json', import.meta.url)
  writeFileSync(target, `${JSON.stringify(trainWithout(undefined, doubted))}\n`)
}

function foldOf(id: string): number {
  return Number.parseInt(id.slice(-2), 16) % FOLDS.length
}

function trainWithout(fold: number | undefined, from: Lesson): Forest {
  const learnt = samples.flatMap((sample, i) =>
    sample.fold !== fold && (from.weight[i] ?? 0) > 0 ? [i] : [],
  )
  return trainForest(binned, from, Int32Array.from(learnt))
}

/** The lesson with less weight on what forests that have not seen it hold for all but impossible. */
function doubt(forests: readonly Forest[]): Lesson {
  const weight = lesson.weight.map((weight, i) => {
    const { fold = 0, row = [], label = 0 } = samples[i] ?? {}
    const forest = forests[fold]
    const isImplausible = forest && Math.abs(probability(forest, row) - label) > IMPLAUSIBLE
    return isImplausible ? weight * IMPLAUSIBLE_WEIGHT : weight
  })
  return { label: lesson.label, weight }
}

/** For each set of pages the F1 of its texts, each page read with the forest that has not seen it. */
function scoreTexts(forests: readonly Forest[]): string[] {
  const scored = pages.map(({ id, set, url, text }) => {
    const page = readPage(readSampleMarkup(folder, id), { url }, forests[foldOf(id)])
    return { set, fold: foldOf(id), agreement: agreementOf(text, page.articleBy(undefined).text) }
  })
  return [...new Set(scored.map(({ set }) => set))].map(set => {
    const own = scored.filter(page => page.set === set)
    const f1 = (of: typeof own) => f1Of(of.map(({ agreement }) => agreement)).toFixed(4)
    const folds = FOLDS.map(fold => f1(own.filter(page => page.fold === fold)))
    return `${set}: F1 ${f1(own)} over ${own.length} unseen pages; by fold ${folds.join(' ')}`
  })
}
