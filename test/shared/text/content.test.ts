import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { squeezedChars } from '../../../shared/text/content.ts'
import { parsePage } from '../../../shared/text/parse-tree.ts'
import type { ElementNode } from '../../../shared/text/tree.ts'

const bodyOf = (html: string) => parsePage(html, 'https://a.example/1').document.body

const piece = fc.oneof(
  fc.constantFrom(' ', '\n', '\t ', '\u00A0', '\u2003', '\uFEFF', '\u200B', 'x', 'a, b', '\u00E9,', '\u4E2D'),
  fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<a href="/x">',
    '<a href="#x">',
    '</a>',
    '<br>',
  ),
)
const markup = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''))

/** The same figures as read from the text itself. */
const readAnew = (element: ElementNode) => {
  const text = element.textContent
  const squeezed = (node: ElementNode) => node.textContent.trim().replace(/\s{2,}/g, ' ').length
  const links = element.querySelectorAll('*').filter(({ localName }) => localName === 'a')
  return {
    squeezed: squeezed(element),
    solid: text.replace(/\s/g, '').length,
    commas: text.split(',').length - 1,
    linkChars: links.reduce((sum, link) => sum + squeezed(link), 0),
    anchorChars: links.reduce(
      (sum, link) => sum + (link.getAttribute('href') === '#x' ? squeezed(link) : 0),
      0,
    ),
  }
}

const counted = ({ content }: ElementNode) => {
  const { solid, commas, linkChars, anchorChars } = content
  return { squeezed: squeezedChars(content), solid, commas, linkChars, anchorChars }
}

describe("an element's content", () => {
  it('is counted as its text reads', () => {
    fc.assert(
      fc.property(markup, html => {
        const body = bodyOf(html)
        for (const element of [body, ...body.querySelectorAll('*')])
          expect(counted(element)).toEqual(readAnew(element))
      }),
    )
  })

  it('is counted anew after elements were moved, renamed and taken out', () => {
    const change = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('append', 'remove', 'rename', 'replace'))
    fc.assert(
      fc.property(markup, fc.array(change, { maxLength: 8 }), (html, changes) => {
        const body = bodyOf(html)
        for (const [a, b, kind] of changes) {
          const elements = body.querySelectorAll('*')
          const one = elements[a % Math.max(1, elements.length)]
          const other = elements[b % Math.max(1, elements.length)]
          if (!one || !other || one.querySelectorAll('*').includes(other)) continue
          expect(counted(body)).toEqual(readAnew(body))
          if (kind === 'append' && one !== other) other.appendChild(one)
          if (kind === 'remove') one.remove()
          if (kind === 'rename') one.tagName = other.tagName
          if (kind === 'rename') one.localName = other.localName
          if (kind === 'replace')
            other.parentNode?.replaceChild(body.ownerDocument.createTextNode('new, '), other)
        }
        for (const element of [body, ...body.querySelectorAll('*')])
          expect(counted(element)).toEqual(readAnew(element))
      }),
    )
  })
})

describe('elements are found by their tags', () => {
  it('wherever they stand, in the order of the page', () => {
    const body = bodyOf(
      '<div id=1><section id=2><p id=3>a</p></section></div><p id=4>b<i id=5>c</i></p><article id=6>d',
    )
    const ids = (...tags: string[]) => body.elementsNamed(tags).map(({ id }) => id)
    expect(ids('p')).toEqual(['3', '4'])
    expect(ids('article', 'P', 'section')).toEqual(['2', '3', '4', '6'])
    expect(ids('table', 'header')).toEqual([])
  })

  it('and by the tag that they were given later', () => {
    const body = bodyOf('<main><div id=1>a</div></main>')
    expect(body.elementsNamed(['p'])).toEqual([])
    for (const div of body.elementsNamed(['div'])) div.tagName = 'P'
    expect(body.elementsNamed(['p']).map(({ id }) => id)).toEqual(['1'])
  })
})
