import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { extractArticle } from '../../shared/text/extract.ts'
import { type ArticlePage, readArticlePages } from './article-pages.ts'
import { type Contender, takeTurns } from './cpu-time.ts'
import { mean, median, quantile } from './statistics.ts'
import { table } from './table.ts'
import { wholePages } from './whole-pages.ts'

const MADE_UP_PAGES = 40

/** Pages that are read before the clock counts: by then the compiler has seen enough of both. */
const WARM_UP_PAGES = 60

/** A page is read as often as it takes to come near this many characters, for the clock is too coarse for less. */
const WORK_CHARS = 40_000

/**
 * Prints the CPU time a page of extractArticle and of Readability over linkedom, on the pages below `folder` or,
 * without one, on made-up pages with the make-up of real ones. Both get decoded markup; a page's time is the median of its rounds. Pages
 * that Readability over linkedom throws on are left out and counted.
 */
export async function benchText(rounds = 5, folder?: string): Promise<void> {
  const found = folder === undefined ? wholePages(MADE_UP_PAGES) : readArticlePages(folder)
  const pages = found.filter(isReadable)
  if (pages.length === 0) throw new Error('Readability threw on every page')
  const warmUp = Math.ceil(WARM_UP_PAGES / pages.length)
  for (const page of pages.slice(0, WARM_UP_PAGES)) await readPage(page, warmUp)
  const ours: number[] = []
  const theirs: number[] = []
  for (const page of pages) {
    const [our = Number.NaN, their = Number.NaN] = await readPage(page, rounds)
    ours.push(our)
    theirs.push(their)
  }
  const chars = pages.reduce((sum, { html }) => sum + html.length, 0)
  console.log(
    `\n${pages.length} pages of ${(chars / pages.length / 1_000).toFixed(1)} thousand characters on average, ${rounds} rounds\n`,
  )
  const leftOut = found.length - pages.length
  if (leftOut > 0) console.log(`${leftOut} ${leftOut === 1 ? 'page' : 'pages'} left out: Readability threw\n`)
  console.log(
    table([
      ['', 'CPU ms a page, mean', 'median', 'slowest tenth from', 'ratio of means'],
      summary('Readability over linkedom', theirs, theirs),
      summary('extractArticle', ours, theirs),
    ]),
  )
}

const readPage = async (page: ArticlePage, rounds: number): Promise<number[]> => {
  const repeats = Math.ceil(WORK_CHARS / (page.html.length + 1))
  const timings = await takeTurns(contendersFor(page), { rounds, warmUp: 1, repeats })
  return timings.map(({ ms }) => median(ms))
}

/** Whether linkedom and Readability get through a page: nesting of thousands of levels overflows their stack. */
const isReadable = ({ html }: ArticlePage): boolean => {
  try {
    readWithReadability(html)
    return true
  } catch {
    return false
  }
}

/** As this project calls Readability itself: the elements that it found, not their HTML. */
const readWithReadability = (html: string): unknown =>
  new Readability(parseHTML(html).document, { serializer: node => node, keepClasses: true }).parse()

const contendersFor = ({ html, url }: ArticlePage): Contender[] => [
  { name: 'extractArticle', work: () => extractArticle(html, { url }) },
  { name: 'Readability over linkedom', work: () => readWithReadability(html) },
]

const summary = (name: string, times: readonly number[], base: readonly number[]): string[] => [
  name,
  mean(times).toFixed(1),
  median(times).toFixed(1),
  quantile(times, 0.9).toFixed(1),
  (mean(times) / mean(base)).toFixed(2),
]
