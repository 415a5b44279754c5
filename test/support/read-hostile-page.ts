import { extractArticle } from '../../shared/text/extract.ts'
import { HOSTILE_PAGES } from './hostile-pages.ts'

// Reads one hostile page and prints what that cost: node test/support/read-hostile-page.ts NAME

const page = HOSTILE_PAGES[process.argv[2] ?? '']
if (!page) throw new Error(`no such page: ${process.argv[2]}`)
extractArticle('<p>One short page, so that no module is loaded while the clock counts.</p>', {
  url: 'https://a.example/warm',
})
const html = page()
const before = process.cpuUsage()
const { text, note, obstacle } = extractArticle(html, { url: 'https://a.example/1' })
const { user, system } = process.cpuUsage(before)
const { maxRSS } = process.resourceUsage()
console.log(
  JSON.stringify({
    cpuMs: (user + system) / 1_000,
    maxRssMb: maxRSS / 1_024,
    chars: text.length,
    note,
    obstacle,
  }),
)
