import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killRun } from './kill-run.ts'

const HELP = `Kills the whole pipeline (kill -9) again and again while it takes in articles, and counts what is left.

npm run torture                                       2000 articles, 50 kills, 5 % of all calls to AWS fail
npm run torture -- --articles 200 --kills 5 --faults 0.2 --seed 7
npm run torture -- --help                             this

Publishers and engines are of this machine. Exits 1 when a promise was broken; the data folder then stays.`

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '50' },
    faults: { type: 'string', default: '0.05' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean' },
  },
})

function numberOf(option: 'articles' | 'kills' | 'faults' | 'seed'): number {
  const number = Number(values[option])
  if (Number.isFinite(number) && number >= 0) return number
  console.error(`--${option} wants a number, not ${values[option]}`)
  process.exit(2)
}

if (values.help) console.log(HELP)
else {
  const dataPath = mkdtempSync(join(tmpdir(), 'communique-kill-'))
  const [articles, kills, faults, seed] = [
    numberOf('articles'),
    numberOf('kills'),
    numberOf('faults'),
    numberOf('seed'),
  ]
  const { breaches, rows, published, seconds } = await killRun({
    articles,
    kills,
    faults,
    seed,
    dataPath,
    tell: line => console.log(line),
  })
  console.log(
    `${kills} kills, ${faults * 100} % of calls failed (seed ${seed}): ${rows} rows and ${published} Article Published ` +
      `for ${articles} articles in ${seconds.toFixed(0)} s`,
  )
  for (const breach of breaches) console.log(`broken: ${breach}`)
  if (breaches.length === 0) {
    console.log('every promise was kept')
    rmSync(dataPath, { recursive: true })
  } else {
    console.log(`what was left lies in ${dataPath}`)
    process.exitCode = 1
  }
}
