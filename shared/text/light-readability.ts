import { Readability } from '@mozilla/readability'
import { isAnchor, squeezedChars, tagBit } from './content.ts'
import type { ElementNode, TreeNode } from './tree.ts'

const BYLINE = /byline|author|dateline|writtenby|p-author/i
const MAX_BYLINE_CHARS = 100
const ANCHOR_WEIGHT = 0.3
const BLOCKS = 'BLOCKQUOTE DL DIV IMG OL P PRE TABLE UL'
  .split(' ')
  .reduce((bits, tag) => bits | tagBit(tag), 0)

/**
 * Readability on our tree. It asks the same few questions about the text of every element again and again; here the
 * tree's own counts answer them. The answers are the same: what Readability takes for the article is none of this
 * class's business, and where a new release asks under other names it is only slower.
 */
export class LightReadability<Content> extends Readability<Content> {
  _getAllNodesWithTag(root: Pick<ElementNode, 'elementsNamed'>, tagNames: readonly string[]): ElementNode[] {
    return root.elementsNamed(tagNames)
  }

  _getInnerText(node: TreeNode, isSqueezed = true): string {
    if (!isSqueezed) return node.textContent.trim()
    const { content } = node
    content.squeezed ??= squeeze(node.textContent.trim(), squeezedChars(content))
    return content.squeezed
  }

  _getCharCount(element: ElementNode): number {
    return element.content.commas
  }

  _getLinkDensity(element: ElementNode): number {
    const { content } = element
    const chars = squeezedChars(content)
    if (chars === 0) return 0
    if (content.anchorChars === 0) return content.linkChars / chars
    let linkChars = 0
    for (const link of element.elementsNamed(['a']))
      linkChars += squeezedChars(link.content) * (isAnchor(link) ? ANCHOR_WEIGHT : 1)
    return linkChars / chars
  }

  _getTextDensity(element: ElementNode, tagNames: readonly string[]): number {
    const chars = squeezedChars(element.content)
    if (chars === 0) return 0
    let inner = 0
    for (const child of element.elementsNamed(tagNames)) inner += squeezedChars(child.content)
    return inner / chars
  }

  _isElementWithoutContent(node: ElementNode): boolean {
    if (node.content.solid > 0) return false
    const { length } = node.children
    return length === 0 || length === node.elementsNamed(['br', 'hr']).length
  }

  /** Text counts where it does not end in white space: so does Readability count it. */
  _hasSingleTagInsideElement({ firstChild, firstElementChild }: ElementNode, tagName: string): boolean {
    if (firstElementChild?.tagName !== tagName || firstElementChild.nextElementSibling) return false
    for (let node = firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3 && node.data !== '' && !node.content.endsWithSpace) return false
    }
    return true
  }

  _isValidByline(node: ElementNode, names: string): boolean {
    const isNamed =
      node.getAttribute('rel') === 'author' ||
      node.getAttribute('itemprop')?.includes('author') === true ||
      BYLINE.test(names)
    if (!isNamed || node.content.solid === 0) return false
    return node.content.solid < MAX_BYLINE_CHARS && node.textContent.trim().length < MAX_BYLINE_CHARS
  }

  _hasChildBlockElement(element: ElementNode): boolean {
    return (element.content.tags & BLOCKS) !== 0
  }

  /** Where links lead is of no use here; only what leads nowhere is made text, as Readability does. */
  _fixRelativeUris(article: ElementNode): void {
    for (const link of article.elementsNamed(['a'])) {
      const isProgram = link.getAttribute('href')?.startsWith('javascript:') === true
      if (!isProgram || link.firstChild?.nodeType !== 3 || link.firstChild.nextSibling) continue
      link.parentNode?.replaceChild(link.ownerDocument.createTextNode(link.textContent), link)
    }
  }

  /** Nothing but the look of an article hangs on its styles. */
  _cleanStyles(): void {}
}

function squeeze(text: string, chars: number): string {
  return text.length > chars ? text.replace(/\s{2,}/g, ' ') : text
}
