import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../../shared/text/extract.ts'
import { readAssignedData } from '../../../../shared/text/state/assigned-data.ts'

const PROSE =
  'The council met on Monday and agreed, after a long debate, that the bridge will be rebuilt by spring. '
const article = { props: { article: { title: 'Bridge', body: `<p>${PROSE.repeat(5)}</p>` } } }
const page = (script: string) =>
  extractArticle(`<div id=root></div>${script}<script src=app.js></script>`, { url: 'https://a.example/1' })

describe('a page whose text is only in the state that it ships', () => {
  it.each([
    ['as JSON', `<script id=__NEXT_DATA__ type="application/json">${JSON.stringify(article)}</script>`],
    ['set on window', `<script>window.__STATE__ = ${JSON.stringify(article)}; start()</script>`],
    ['set by key', `<script>window["__STATE__"]=${JSON.stringify(article)}</script>`],
    ['in a variable', `<script>var state = ${JSON.stringify(article)};</script>`],
    ['as a string', `<script>window.S = JSON.parse(${JSON.stringify(JSON.stringify(article))})</script>`],
  ])('is read from there: %s', (_, script) => {
    const { text, method } = page(script)
    expect(method).toBe('state')
    expect(text).toBe(PROSE.repeat(5).trim())
  })

  const PARAGRAPHS = [1, 2, 3, 4, 5].map(n => `${n}. ${PROSE}`.trim())
  const teaser = (n: number) => ({
    title: `Other ${n}`,
    url: `/other/${n}`,
    body: `<p>${'Another story is told here. '.repeat(30)}</p>`,
  })
  const flattened = [
    { data: 1 },
    { article: 2, more: 6 },
    { title: 3, body: 4, self: 5 },
    'Bridge',
    `<p>${PROSE.repeat(5)}</p>`,
    ['Reactive', 2],
    [1],
  ]
  const streamed = (text: string) => `<script>self.__next_f.push([1,${JSON.stringify(text)}])</script>`
  const textRow = (number: number, text: string) =>
    `${number}:T${Buffer.byteLength(text).toString(16)},${text}`
  const rows = `1:["$","div",null,{"children":"$L2"}]\n${textRow(3, 'Über uns')}${textRow(4, `<p>Ünser ${PROSE.repeat(5)}</p>`)}5:{"a":1}\n`

  it.each([
    [
      'after the name was made',
      `<script>window.App=window.App||{};App.site="a";App.state=${JSON.stringify(article)};App.more={"a":1};</script>`,
    ],
    [
      'escaped as Angular does',
      `<script id=serverApp-state type="application/json">${JSON.stringify(article).replaceAll('"', '&q;').replaceAll('<', '&l;').replaceAll('>', '&g;')}</script>`,
    ],
    [
      'in one flat list',
      `<script type="application/json" id=__NUXT_DATA__>${JSON.stringify(flattened)}</script>`,
    ],
    [
      'as an argument of a call',
      `<script>window.__NUXT__=(function(a,b){return {data:[{title:b,body:a}]}}("<p>${PROSE.repeat(5)}</p>","Bridge"));</script>`,
    ],
    [
      'inside a call',
      `<script>window.__NUXT__=(function(a){return {data:[{title:a,body:"\\u003Cp\\u003E${PROSE.repeat(5)}"}]}}("Bridge"));</script>`,
    ],
  ])('is read however it is written: %s', (_, script) => {
    expect(page(script).text).toBe(PROSE.repeat(5).trim())
  })

  it('is put together from a stream, text rows by their length in bytes', () => {
    const half = Math.floor(rows.length / 2)
    const { text } = page(streamed(rows.slice(0, half)) + streamed(rows.slice(half)))
    expect(text).toBe(`Ünser ${PROSE.repeat(5)}`.trim())
  })

  it.each([
    [
      'markup by the piece',
      { content_elements: PARAGRAPHS.map(content => ({ type: 'text', content: `<p>${content}</p>` })) },
    ],
    [
      'spans in blocks',
      {
        body: PARAGRAPHS.map(text => ({
          _type: 'block',
          style: 'normal',
          children: [{ _type: 'span', text: text.slice(0, 9) }, { text: text.slice(9) }],
        })),
      },
    ],
    [
      'a document of nodes',
      {
        body: {
          nodeType: 'document',
          content: PARAGRAPHS.map(value => ({
            nodeType: 'paragraph',
            content: [{ nodeType: 'text', value }],
          })),
        },
      },
    ],
    ['data in blocks', { blocks: PARAGRAPHS.map(text => ({ id: 'x', type: 'paragraph', data: { text } })) }],
    ['plain paragraphs', { paragraphs: PARAGRAPHS }],
  ])('is read from what editors make of paragraphs: %s', (_, body) => {
    const { text } = page(
      `<script>window.S=${JSON.stringify({ story: { headline: 'Bridge', ...body }, more: [1, 2, 3].map(teaser) })}</script><title>Bridge | Gazette</title>`,
    )
    expect(text).toBe(PARAGRAPHS.join('\n\n'))
  })

  it('is no list of teasers, however much they say together', () => {
    const short = [1, 2, 3, 4].map(n => ({ title: `Other ${n}`, url: `/${n}`, text: PROSE.repeat(3) }))
    const script = `<script>window.S=${JSON.stringify({ content: short, body: PROSE.repeat(5) })}</script>`
    expect(page(script).text).toBe(PROSE.repeat(5).trim())
  })

  it('is the one below the headline of the page, however long the others are', () => {
    const own = { title: 'Bridge', body: `<p>${PROSE.repeat(5)}</p>` }
    const script = `<script>window.S=${JSON.stringify({ list: [teaser(1), own, teaser(2)] })}</script>`
    expect(page(`<title>Bridge - Gazette</title>${script}`).text).toBe(PROSE.repeat(5).trim())
  })

  it('is said to need script when the state holds no text', () => {
    expect(page('<script>window.S = {"a":1}</script>')).toMatchObject({ text: '', obstacle: 'script-only' })
  })

  it('is not read from program that only looks like data', () => {
    expect(readAssignedData('var a = {b: function() { return 1 }}')).toEqual([])
    expect(readAssignedData('window.a = {"b":undefined,"c":"}"}; more()')).toEqual([{ b: null, c: '}' }])
    expect(readAssignedData('window.a = JSON.parse(\'{"b":"it\\\'s"}\')')).toEqual([{ b: "it's" }])
    expect(readAssignedData('window.a = {"b":')).toEqual([])
  })
})
