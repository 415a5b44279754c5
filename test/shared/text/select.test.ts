import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../shared/text/parse-tree.ts'
import { select } from '../../../shared/text/select.ts'

const PAGE =
  '<div id=top class="page wide"><ul class=list><li data-kind="a b"><b>one</b></li><li>two</li></ul><section><p class=x>three</p><div><p class=x>four</p></div></section></div>'
const found = (selector: string) =>
  select(parsePage(PAGE, 'https://a.example/').document.documentElement, selector).map(
    element => element.textContent,
  )

describe('the selectors of a source', () => {
  it.each([
    ['.list', ['onetwo']],
    ['#top li', ['one', 'two']],
    ['ul.list > li:first-child', ['one']],
    ['li:last-child', ['two']],
    ['[data-kind~="b"]', ['one']],
    ['[data-kind^=a] b, .x', ['one', 'three', 'four']],
    ['section > p.x', ['three']],
    ['div.page.wide section', ['threefour']],
    ['p:hover', []],
    ['.missing', []],
  ])('%s', (selector, texts) => {
    expect(found(selector)).toEqual(texts)
  })

  it('gives no element twice that lies in another', () => {
    expect(found('section, section p')).toEqual(['threefour'])
  })
})
