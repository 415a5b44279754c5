import { parseArgs } from 'node:util'
import { seedsOnAllCores } from './seeds-on-all-cores.ts'
import { simulate } from './simulate.ts'
import { smallestOf } from './smallest.ts'

const HELP = `Proves delivery by simulation: the functions on virtual ground, where all goes wrong that can.

npm run simulate                   a thousand seeds, on all cores
npm run simulate -- --seeds 3000   as many seeds as you like, from 1 on
npm run simulate -- --from 9001    begin at another seed than 1
npm run simulate -- --seed 42      one seed again, told in full, reduced to the fewest mishaps that break a promise
npm run simulate -- --help         this

Exits 1 when a promise was broken.`

const TELL_EVERY_MS = 2_000

function wholeNumber(text: string, option: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0) return number
  console.error(`--${option} wants a whole number of 1 or more, not ${text}`)
  process.exit(2)
}

/** Tells a seed's story; in its smallest form when it breaks a promise. */
async function tellSeed(seed: number): Promise<boolean> {
  const smallest = await smallestOf(seed)
  const { lines, mishaps, violations, fingerprint } = smallest?.outcome ?? (await simulate(seed))
  console.log(lines.join('\n'))
  console.log(`\nseed ${seed}, fingerprint ${fingerprint.slice(0, 16)}`)
  console.log(`what went wrong in the world: ${mishaps.join(', ') || 'nothing'}`)
  for (const { promise, detail } of violations) console.log(`broken: ${promise} (${detail})`)
  if (violations.length === 0) console.log('every promise was kept')
  return violations.length === 0
}

async function runSeeds(from: number, count: number): Promise<boolean> {
  const failed: number[] = []
  const startMs = performance.now()
  let toldMs = startMs
  const tell = (done: number) => {
    const perSecond = (done * 1_000) / (performance.now() - startMs)
    console.log(`${done} of ${count} seeds, ${perSecond.toFixed(1)} seeds/s, ${failed.length} failed`)
  }
  let done = 0
  await seedsOnAllCores(from, count, ({ seed, isKept }) => {
    done += 1
    if (!isKept) failed.push(seed)
    if (performance.now() - toldMs < TELL_EVERY_MS) return
    toldMs = performance.now()
    tell(done)
  })
  failed.sort((a, b) => a - b)
  tell(count)
  const [first] = failed
  if (first === undefined) return true
  await tellSeed(first)
  console.log(`failed: ${failed.join(', ')}\nagain: npm run simulate -- --seed ${first}`)
  return false
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    seed: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) console.log(HELP)
else {
  const isKept =
    values.seed === undefined
      ? await runSeeds(wholeNumber(values.from ?? '1', 'from'), wholeNumber(values.seeds ?? '1000', 'seeds'))
      : await tellSeed(wholeNumber(values.seed, 'seed'))
  process.exitCode = isKept ? 0 : 1
}
