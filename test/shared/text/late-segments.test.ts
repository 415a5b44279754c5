import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../shared/text/extract.ts'
import { parsePage } from '../../../shared/text/parse-tree.ts'

const URL = 'https://a.example/1'
const textOf = (html: string) => parsePage(html, URL).document.body.textContent.replace(/\s+/g, ' ').trim()
const hiddenIn = (html: string) =>
  parsePage(html, URL)
    .document.getElementsByTagName('div')
    .filter(element => element.hasAttribute('hidden')).length

describe('parts of a page that its server streamed late', () => {
  it('stand where the page holds a place for them', () => {
    const html =
      '<main>First. <template id="B:0"></template></main><footer>Last.</footer><div hidden id="S:0">Second. <template id="P:1"></template></div><div hidden id="S:1">Third. </div>'
    expect(textOf(html)).toBe('First. Second. Third. Last.')
    expect(hiddenIn(html)).toBe(0)
  })

  it('stay where they are, in sight, when nothing waits for them', () => {
    expect(textOf('<p>First.</p><div hidden id="S:9">Second.</div>')).toBe('First.Second.')
  })

  it('are never moved into themselves', () => {
    expect(textOf('<div hidden id="S:1">Text <template id="B:1"></template></div>')).toBe('Text')
    const crossed =
      '<div hidden id="S:1">One <template id="B:2"></template></div><div hidden id="S:2">Two <template id="B:1"></template></div>'
    expect(textOf(crossed)).toMatch(/Two/)
  })

  it('leave alone what the page itself hides', () => {
    expect(hiddenIn('<div hidden id="menu">Menu</div><div hidden id="S:0">Text</div>')).toBe(1)
  })

  it('give an article its text', () => {
    const prose =
      '<p>The council met on Monday and agreed, after a long debate, that the bridge will be rebuilt by spring.</p>'
    const html = `<h1>Bridge</h1><main><template id="B:0"></template></main><footer>Imprint</footer><div hidden id="S:0"><article>${prose.repeat(6)}</article></div><script>$RC("B:0","S:0")</script>`
    expect(extractArticle(html, { url: URL }).text).toContain('The council met')
  })
})
