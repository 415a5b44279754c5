import { describe, expect, it } from 'vitest'
import { readAssignedData } from '../../../shared/text/assigned-data.ts'
import { extractArticle } from '../../../shared/text/extract.ts'

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

  it('is said to need script when the state holds no text', () => {
    expect(page('<script>window.S = {"a":1}</script>')).toMatchObject({ text: '', obstacle: 'script-only' })
  })

  it('is not read from program that only looks like data', () => {
    expect(readAssignedData('var a = {b: function() { return 1 }}')).toBeUndefined()
    expect(readAssignedData('window.a = {"b":undefined,"c":"}"}; more()')).toEqual({ b: null, c: '}' })
    expect(readAssignedData('window.a = JSON.parse(\'{"b":"it\\\'s"}\')')).toEqual({ b: "it's" })
    expect(readAssignedData('window.a = {"b":')).toBeUndefined()
  })
})
