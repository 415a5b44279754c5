import { parseArgs } from 'node:util'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { extractArticle } from '../../../shared/text/extract.ts'
import { readSampleMarkup, readSamplePages } from './training/samples.ts'

// CPU a page of extractArticle beside that of Readability over linkedom, on the same pages in one run:
// node test/shared/text/bench.ts --samples DIR [--every N]

const WARM_UP_PAGES = 10

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

const { values } = parseArgs({
  options: { samples: { type: 'string' }, every: { type: 'string', default: '4' } },
})
if (!values.samples) throw new Error('say where the pages are: --samples DIR')
const folder = values.samples
const pages = readSamplePages(folder)
  .filter((_, i) => i % Number(values.every) === 1)
  .map(({ id, url }) => ({ url, html: readSampleMarkup(folder, id) }))

const extract = ({ html, url }: { html: string; url: string }) => cpuMs(() => extractArticle(html, { url }))
const readOverLinkedom = ({ html }: { html: string }) =>
  cpuMs(() =>
    new Readability(parseHTML(html).document, { serializer: node => node, keepClasses: true }).parse(),
  )

for (const page of pages.slice(0, WARM_UP_PAGES)) {
  extract(page)
  readOverLinkedom(page)
}
const ours: number[] = []
const theirs: number[] = []
for (const page of pages) {
  ours.push(extract(page))
  theirs.push(readOverLinkedom(page))
}
const show = (name: string, times: readonly number[]) =>
  console.log(`${name}: ${mean(times).toFixed(1)} ms of CPU a page, median ${median(times).toFixed(1)}`)
console.log(`${pages.length} pages`)
show('extractArticle', ours)
show('Readability over linkedom', theirs)
console.log(`ratio ${(mean(ours) / mean(theirs)).toFixed(2)}`)
