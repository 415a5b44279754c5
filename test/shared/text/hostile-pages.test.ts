import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../shared/text/extract.ts'

const P =
  '<p>The council met on Monday and agreed, after a long debate, that the bridge will be rebuilt by spring.</p>'
const PAGES: Readonly<Record<string, string>> = {
  'divs nested 100,000 deep': '<div>'.repeat(100_000) + P.repeat(5),
  'inline elements nested 100,000 deep': '<b>'.repeat(100_000) + P.repeat(5),
  'a million empty elements': '<i></i>'.repeat(1_000_000) + P.repeat(5),
  'paragraphs of 8 MB': P.repeat(70_000),
  'list items never closed': '<ul><li>a<li>b'.repeat(300_000) + P,
  'closing tags alone': '</x></div></p>'.repeat(400_000) + P,
  'line breaks alone': 'word<br>'.repeat(500_000),
  'one word of 8 MB': `<p>${'x'.repeat(8_000_000)}</p>`,
  'less-than signs': '<'.repeat(2_000_000),
  'scripts opened and never closed': P + '<script>'.repeat(200_000),
  'JSON-LD nested beyond reason': `<script type="application/ld+json">${'['.repeat(500_000)}</script>${P}`,
  'a title of separators': `<title>${' - '.repeat(500_000)}</title>${P}`,
  'no markup at all': 'Just a line.',
  nothing: '',
}

describe('any page is survived', () => {
  extractArticle(P.repeat(20), { url: 'https://a.example/warm' })

  it.each(Object.entries(PAGES))('%s', (_, html) => {
    const started = process.cpuUsage()
    const { text } = extractArticle(html, { url: 'https://a.example/1' })
    const { user } = process.cpuUsage(started)
    expect(text.length).toBeLessThanOrEqual(300_000)
    // Four times the promise of one second, as tests share a machine.
    expect(user / 1000).toBeLessThan(4_000)
  })
})
