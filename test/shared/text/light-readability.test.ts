import { Readability } from '@mozilla/readability'
import { describe, expect, it } from 'vitest'
import { LightReadability } from '../../../shared/text/light-readability.ts'
import { parsePage } from '../../../shared/text/parse-tree.ts'
import { ElementNode, following } from '../../../shared/text/tree.ts'
import { wholePages } from '../../bench/whole-pages.ts'

const OPTIONS = { serializer: (node: unknown) => node, keepClasses: true, disableJSONLD: true }

/** What a reader takes: its text, and which of the page's text nodes that is made of. */
const takenBy = (Reader: typeof Readability, html: string) => {
  const { document } = parsePage(html, 'https://a.example/1')
  const root = new Reader<unknown>(document, OPTIONS).parse()?.content
  if (!(root instanceof ElementNode)) return undefined
  const ordinals: number[] = []
  for (let node = following(root, root); node; node = following(node, root)) {
    if (node.nodeType === 3) ordinals.push(node.ordinal)
  }
  return { text: root.textContent, ordinals }
}

const LINE =
  'The council met on Monday, and after a long debate it agreed that the bridge will be rebuilt by spring.'
const paragraphs = (count: number) => `<p>${LINE}</p>`.repeat(count)

const PAGES: Readonly<Record<string, string>> = {
  'a page too short to be an article at once': `<div class="sidebar"><p>${LINE}</p></div><div>Two lines.<br><br>${LINE}</div>`,
  'a page of links to places in itself': `<div>${paragraphs(6)}<ul><li><a href="#one">One place on it</a>, <a href="#two">two</a> and words</ul></div>`,
  'lists, one of them of links': `<article>${paragraphs(6)}<ul><li>First, one.<li>Then another.</ul><ul class=more><li><a href=/1>Read this too</a><li><a href=/2>And this</a></ul></article>`,
  'a byline, a hidden part and an empty box': `<main><div class="byline">By  Ann Lee</div><div hidden>${paragraphs(3)}</div><div> <br> </div>${paragraphs(7)}</main>`,
  'tables of data and of layout': `<table><tr><td>${paragraphs(6)}<table><tr><th>Year<th>Sum<tr><td>2025<td>3,000<tr><td>2026<td>4,000</table></table>`,
  'text parted by line breaks': `<div>${LINE}<br><br>${LINE}<br>${LINE}<br> <br>${LINE}<p>${LINE}</p>${LINE}</div>`,
  'pictures, forms and headings': `<div>${paragraphs(5)}<form><input><input>Your mail</form><h2>  Next steps </h2><figure><img src=/a.jpg><figcaption>The bridge,\n now</figcaption></figure>${paragraphs(3)}<div><img src=/1.png><img src=/2.png><p>x</div></div>`,
  'links to programs': `<div>${paragraphs(5)}<p>Or <a href="javascript:print()">print it</a>, <a href="javascript:send()"><b>send</b> it</a> or <a href="/x">keep it</a>.</p></div>`,
  'boxes of one box': `<div><div> <p>${LINE}</p> </div><div>Words <p>${LINE}</p></div><div>words<p>${LINE}</p></div><div><div>${LINE}</div></div>${paragraphs(4)}</div>`,
  'spaces of every kind': `<div>${paragraphs(5)}<p>\u00A0 \n</p><div>\u2003</div><p>One\u00A0\u00A0two\t\tthree\uFEFF</p></div>`,
}

/** What a reader answers on an element, asked by the name of its method. */
const answer = (reader: object, method: string, ...question: unknown[]): unknown =>
  Reflect.apply(Reflect.get(reader, method), reader, question)

const QUESTIONS: [string, ...unknown[]][] = [
  ['_getInnerText'],
  ['_getInnerText', false],
  ['_getCharCount', ','],
  ['_getLinkDensity'],
  ['_getTextDensity', ['SPAN', 'LI', 'P']],
  ['_getAllNodesWithTag', ['ul', 'p', 'img']],
  ['_hasChildBlockElement'],
  ['_hasSingleTagInsideElement', 'P'],
  ['_hasSingleTagInsideElement', 'DIV'],
  ['_isElementWithoutContent'],
]

describe("Readability's questions have the same answers with our counts as without", () => {
  it.each(QUESTIONS)('%s', (method, ...rest) => {
    for (const html of [...Object.values(PAGES), ...wholePages(1).map(page => page.html)]) {
      const { document } = parsePage(html, 'https://a.example/1')
      const [light, own] = [new LightReadability(document), new Readability(document)]
      for (const element of document.querySelectorAll('*'))
        expect(answer(light, method, element, ...rest)).toEqual(answer(own, method, element, ...rest))
    }
  })

  it.each([
    '<p class=byline>Ann',
    '<p rel=author>Ann',
    '<p itemprop="author name">Ann',
    '<p rel=me itemprop=name>Ann',
    '<p class=byline> ',
    `<p class=author>${'Ann '.repeat(25)}`,
    `<p class=author>${'Ann '.repeat(24)}`,
    `<p class=author>Ann${' '.repeat(120)}Lee`,
  ])('_isValidByline %s', html => {
    const { document } = parsePage(html, 'https://a.example/1')
    const [light, own] = [new LightReadability(document), new Readability(document)]
    const [element] = document.querySelectorAll('p')
    const names = `${element?.className} `
    expect(Boolean(answer(light, '_isValidByline', element, names))).toBe(
      Boolean(answer(own, '_isValidByline', element, names)),
    )
  })
})

describe('Readability takes the same text with our counts as without', () => {
  it.each(Object.entries(PAGES))('%s', (_, html) => {
    const taken = takenBy(LightReadability, html)
    expect(taken?.text).toContain('The council met')
    expect(taken).toEqual(takenBy(Readability, html))
  })

  it('whole pages', () => {
    for (const { html } of wholePages(5))
      expect(takenBy(LightReadability, html)).toEqual(takenBy(Readability, html))
  })
})
