import { writeFileSync } from 'node:fs'
import { randomOf } from '../../../support/release-text.ts'
import { composedSiteOf } from '../../../support/sites/composed/composed.ts'
import { HELD_OUT } from '../../../support/sites/held-out.ts'
import { diceOf } from '../../../support/sites/prose.ts'
import { siteOf } from '../../../support/sites/site.ts'
import { plainSiteOf } from '../../../support/sites/templates.ts'
import { binRows } from './bins.ts'
import { type Settings, trainForest } from './boosting.ts'
import { furnitureSamples } from './furniture-lessons.ts'

// Trains the model of shared/text/furniture from invented sites, of which each line is known to be article or
// furniture: node test/shared/text/training/train-furniture.ts
// Seeds below a thousand are left to the tests.

const FIRST_SEED = 1_001
const SITES = [
  { make: composedSiteOf, count: 100 },
  { make: plainSiteOf, count: 25 },
  { make: siteOf, count: 20 },
  { make: (seed: number) => siteOf(seed, HELD_OUT), count: 15 },
]
const SETTINGS: Settings = {
  trees: 120,
  leaves: 14,
  rate: 0.1,
  rowShare: 0.5,
  featureShare: 0.35,
  minCurvature: 4,
  lambda: 6,
  maxDepth: 6,
}

const dice = diceOf(randomOf(7))
const samples = SITES.flatMap(({ make, count }) =>
  Array.from({ length: count }, (_, at) => furnitureSamples(make(FIRST_SEED + at), dice)).flat(),
)
const rows = samples.map(({ row }) => row)
const forest = trainForest(
  binRows(rows, rows[0]?.length ?? 0),
  {
    label: Float64Array.from(samples, ({ label }) => label),
    weight: Float64Array.from(samples, ({ weight }) => weight),
  },
  Int32Array.from(rows.keys()),
  SETTINGS,
)
const target = new URL('../../../../shared/text/furniture/line-model.json', import.meta.url)
writeFileSync(target, `${JSON.stringify(forest)}\n`)
console.log(`${rows.length} lines, ${forest.roots.length} trees`)
