import { kindOf, SPACE } from './characters.ts'
import type { ElementNode } from './tree.ts'

/** What the text and the elements below a node come to. */
export type Content = {
  /** Characters that are no white space. */
  solid: number
  /** Stretches of white space between them. */
  gaps: number
  opensWithSpace: boolean
  endsWithSpace: boolean
  commas: number
  /** Squeezed characters of the links below. */
  linkChars: number
  /** Of these, those in links to a place on the page itself. */
  anchorChars: number
  /** The bits (`tagBit`) of the elements below. */
  tags: number
  /** The text itself, trimmed and with one space for each stretch of more, once it has been asked for. */
  squeezed: string | undefined
}

/** Tags that Readability asks for most have a bit of their own; all others share eight. */
const OWN_BITS = new Map(
  'A P IMG LI INPUT H1 H2 H3 H4 H5 H6 SPAN TD UL OL TABLE BR HR DIV BLOCKQUOTE DL PRE FORM FOOTER'
    .split(' ')
    .map((tag, bit) => [tag, 1 << bit]),
)
const SHARED_BITS = 8

/** The bit of a tag, in capitals. Where it is not set, there is no such element; where it is, there may be. */
export function tagBit(tagName: string): number {
  return (
    OWN_BITS.get(tagName) ?? 1 << (OWN_BITS.size + ((tagName.length + tagName.charCodeAt(0)) % SHARED_BITS))
  )
}

/** The length of a text that is trimmed and has one space for each stretch of white space. */
export function squeezedChars({ solid, gaps }: Content): number {
  return solid + gaps
}

/** What a text comes to, which has no elements. */
export function contentOfText(text: string): Content {
  let solid = 0
  let gaps = 0
  let commas = 0
  let opensWithSpace = false
  let isBehindSpace = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (kindOf(code) & SPACE) {
      isBehindSpace = true
      continue
    }
    if (isBehindSpace) {
      isBehindSpace = false
      if (solid > 0) gaps++
      else opensWithSpace = true
    }
    solid++
    if (code === COMMA) commas++
  }
  opensWithSpace ||= solid === 0 && isBehindSpace
  return {
    solid,
    gaps,
    opensWithSpace,
    endsWithSpace: isBehindSpace,
    commas,
    linkChars: 0,
    anchorChars: 0,
    tags: 0,
    squeezed: undefined,
  }
}

const COMMA = 0x2c

/** What an element comes to, which is put together from its children. As deep as the tree, which is capped. */
export function contentOfElement({ firstChild }: ElementNode): Content {
  const sum = contentOfText('')
  let isBehindSpace = false
  for (let node = firstChild; node; node = node.nextSibling) {
    const { content } = node
    if (content.solid === 0) isBehindSpace ||= content.opensWithSpace
    else {
      if (isBehindSpace || content.opensWithSpace) {
        if (sum.solid > 0) sum.gaps++
        else sum.opensWithSpace = true
      }
      isBehindSpace = content.endsWithSpace
      sum.solid += content.solid
      sum.gaps += content.gaps
      sum.commas += content.commas
    }
    if (node.nodeType === 1) addElement(sum, node)
  }
  sum.endsWithSpace = isBehindSpace
  if (sum.solid === 0) sum.opensWithSpace = isBehindSpace
  return sum
}

function addElement(sum: Content, element: ElementNode): void {
  const { content } = element
  sum.tags |= content.tags | element.tagBit
  sum.linkChars += content.linkChars
  sum.anchorChars += content.anchorChars
  if (element.tagName !== 'A') return
  sum.linkChars += squeezedChars(content)
  if (isAnchor(element)) sum.anchorChars += squeezedChars(content)
}

/** Whether a link leads to a place on the page itself. */
export function isAnchor(link: ElementNode): boolean {
  return /^#./.test(link.getAttribute('href') ?? '')
}
