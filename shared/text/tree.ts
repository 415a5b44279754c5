import { type Content, contentOfElement, contentOfText, tagBit } from './content.ts'
import { MAX_KEPT_NAME_CHARS } from './html-tags.ts'

/**
 * A page as a light tree: just enough of the DOM's surface for Readability, and far cheaper than a full DOM.
 * Siblings are linked, so that moving a node costs the same on a list of ten and of a hundred thousand.
 * Every walk is a loop: depth never becomes stack.
 */

const NO_NODES: readonly TreeNode[] = []

export class TextNode {
  readonly nodeType = 3
  readonly nodeName = '#text'
  readonly childNodes = NO_NODES
  readonly firstChild = null
  data: string
  /** Position among the text nodes of the page, kept when a subtree is copied. */
  readonly ordinal: number
  parentNode: ElementNode | null = null
  previousSibling: TreeNode | null = null
  nextSibling: TreeNode | null = null
  private counted: Content | undefined

  constructor(data: string, ordinal: number) {
    this.data = data
    this.ordinal = ordinal
  }

  get textContent(): string {
    return this.data
  }

  get content(): Content {
    this.counted ??= contentOfText(this.data)
    return this.counted
  }

  get nextElementSibling(): ElementNode | null {
    return elementAtOrAfter(this.nextSibling)
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }
}

class Attribute {
  readonly name: string
  readonly value: string

  constructor(name: string, value: string) {
    this.name = name
    this.value = value
  }

  cloneNode(): Attribute {
    return this
  }
}

export const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

export class ElementNode {
  readonly nodeType = 1
  readonly ELEMENT_NODE = 1
  readonly TEXT_NODE = 3
  localName: string
  /** Attributes that Readability sets on nodes it has scored. */
  readability: unknown
  readonly ownerDocument: TreeDocument
  /** Never changed but replaced, since copies of the element share it. */
  attrs: ReadonlyMap<string, string>
  parentNode: ElementNode | null = null
  previousSibling: TreeNode | null = null
  nextSibling: TreeNode | null = null
  firstChild: TreeNode | null = null
  lastChild: TreeNode | null = null
  private tag: Tag
  private counted: Content | undefined
  private listed: Attribute[] | undefined

  constructor(localName: string, attrs: ReadonlyMap<string, string>, ownerDocument: TreeDocument) {
    this.localName = localName
    this.tag = tagOf(localName)
    this.attrs = attrs
    this.ownerDocument = ownerDocument
  }

  get tagName(): string {
    return this.tag.name
  }

  set tagName(name: string) {
    this.tag = tagOf(name)
    this.parentNode?.recount()
  }

  get nodeName(): string {
    return this.tag.name
  }

  get tagBit(): number {
    return this.tag.bit
  }

  /** Kept until something below changes: whoever has kept it knows that all below have too. */
  get content(): Content {
    this.counted ??= contentOfElement(this)
    return this.counted
  }

  /** To be called when something below has changed. */
  recount(): void {
    for (let at: ElementNode | null = this; at?.counted; at = at.parentNode) at.counted = undefined
  }

  get id(): string {
    return this.attrs.get('id') ?? ''
  }

  set id(value: string) {
    this.setAttribute('id', value)
  }

  get className(): string {
    return this.attrs.get('class') ?? ''
  }

  set className(value: string) {
    this.setAttribute('class', value)
  }

  get src(): string {
    return this.attrs.get('src') ?? ''
  }

  get srcset(): string {
    return this.attrs.get('srcset') ?? ''
  }

  get style(): { display: string; visibility: string } {
    const css = this.attrs.get('style')
    if (css === undefined) return SHOWN
    return {
      display: /(?:^|[;\s])display\s*:\s*none/i.test(css) ? 'none' : '',
      visibility: /(?:^|[;\s])visibility\s*:\s*hidden/i.test(css) ? 'hidden' : '',
    }
  }

  /** Kept, since Readability asks for the list anew for each attribute in it. */
  get attributes(): readonly Attribute[] {
    this.listed ??= Array.from(this.attrs, ([name, value]) => new Attribute(name, value))
    return this.listed
  }

  getAttribute(name: string): string | null {
    return this.attrs.get(name) ?? null
  }

  hasAttribute(name: string): boolean {
    return this.attrs.has(name)
  }

  setAttribute(name: string, value: string): void {
    this.attrs = new Map(this.attrs).set(name, value)
    this.listed = undefined
  }

  setAttributeNode({ name, value }: Attribute): void {
    this.setAttribute(name, value)
  }

  removeAttribute(name: string): void {
    if (!this.attrs.has(name)) return
    const attrs = new Map(this.attrs)
    attrs.delete(name)
    this.attrs = attrs
    this.listed = undefined
  }

  get childNodes(): TreeNode[] {
    const nodes: TreeNode[] = []
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node)
    return nodes
  }

  get children(): ElementNode[] {
    const elements: ElementNode[] = []
    for (let node = this.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 1) elements.push(node)
    }
    return elements
  }

  get firstElementChild(): ElementNode | null {
    return elementAtOrAfter(this.firstChild)
  }

  get nextElementSibling(): ElementNode | null {
    return elementAtOrAfter(this.nextSibling)
  }

  get previousElementSibling(): ElementNode | null {
    let node = this.previousSibling
    while (node && node.nodeType !== 1) node = node.previousSibling
    return node
  }

  get textContent(): string {
    let text = ''
    let node: TreeNode | null = this.firstChild
    while (node) {
      if (node.nodeType === 3) text += node.data
      node = following(node, this)
    }
    return text
  }

  /** The elements below it, all (`*`) or those with one of a list of tags (`p,td`): no more of CSS is understood. */
  querySelectorAll(tagNames: string): ElementNode[] {
    return tagNames === '*' ? this.allElements() : this.elementsNamed(tagNames.split(','))
  }

  getElementsByTagName(name: string): ElementNode[] {
    return name === '*' ? this.allElements() : this.elementsNamed([name])
  }

  /** The elements below it with one of these tags. Looks only where some may be. */
  elementsNamed(names: readonly string[]): ElementNode[] {
    const wanted = names.map(tagOf)
    const bits = wanted.reduce((sum, { bit }) => sum | bit, 0)
    const found: ElementNode[] = []
    if ((this.content.tags & bits) === 0) return found
    let node: TreeNode | null = this.firstChild
    while (node) {
      const mayHold: boolean = node.nodeType === 1 && (node.content.tags & bits) !== 0
      if (node.nodeType === 1 && (node.tagBit & bits) !== 0 && isOneOf(node.tagName, wanted)) found.push(node)
      node = mayHold ? node.firstChild : followingSkippingChildren(node, this)
    }
    return found
  }

  private allElements(): ElementNode[] {
    const found: ElementNode[] = []
    let node: TreeNode | null = this.firstChild
    while (node) {
      if (node.nodeType === 1) found.push(node)
      node = following(node, this)
    }
    return found
  }

  appendChild<Node extends TreeNode>(node: Node): Node {
    node.parentNode?.removeChild(node)
    link(node, this, this.lastChild, null)
    return node
  }

  replaceChild<Node extends TreeNode>(node: TreeNode, old: Node): Node {
    if (node === old) return old
    node.parentNode?.removeChild(node)
    const { previousSibling, nextSibling } = old
    this.removeChild(old)
    link(node, this, previousSibling, nextSibling)
    return old
  }

  removeChild<Node extends TreeNode>(node: Node): Node {
    if (node.parentNode !== this) return node
    this.recount()
    if (node.previousSibling) node.previousSibling.nextSibling = node.nextSibling
    else this.firstChild = node.nextSibling
    if (node.nextSibling) node.nextSibling.previousSibling = node.previousSibling
    else this.lastChild = node.previousSibling
    node.parentNode = node.previousSibling = node.nextSibling = null
    return node
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  /** Not markup but a copy of the children: Readability only ever stores it and puts it back for its next try. */
  get innerHTML(): ElementNode {
    return copy(this)
  }

  set innerHTML(snapshot: ElementNode) {
    while (this.firstChild) this.removeChild(this.firstChild)
    const fresh = copy(snapshot)
    while (fresh.firstChild) this.appendChild(fresh.firstChild)
  }
}

export type TreeNode = TextNode | ElementNode

export class TreeDocument {
  readonly nodeType = 9
  readonly documentElement: ElementNode
  readonly head: ElementNode
  readonly body: ElementNode
  readonly baseURI: string
  readonly documentURI: string
  /** Tells Readability that renaming an element in place is enough: it skips rebuilding it. */
  readonly firstChild = { __JSDOMParser__: true }
  title = ''

  constructor(url: string) {
    this.baseURI = url
    this.documentURI = url
    this.documentElement = new ElementNode('html', NO_ATTRIBUTES, this)
    this.head = this.documentElement.appendChild(new ElementNode('head', NO_ATTRIBUTES, this))
    this.body = this.documentElement.appendChild(new ElementNode('body', NO_ATTRIBUTES, this))
  }

  createElement(name: string): ElementNode {
    return new ElementNode(name.toLowerCase(), NO_ATTRIBUTES, this)
  }

  createTextNode(data: string): TextNode {
    return new TextNode(data, -1)
  }

  getElementsByTagName(name: string): ElementNode[] {
    return this.documentElement.getElementsByTagName(name)
  }

  querySelectorAll(tagNames: string): ElementNode[] {
    return this.documentElement.querySelectorAll(tagNames)
  }

  elementsNamed(names: readonly string[]): ElementNode[] {
    return this.documentElement.elementsNamed(names)
  }
}

type Tag = { name: string; bit: number }

/** One object for each tag, so that comparing names is comparing addresses. */
const TAGS = new Map<string, Tag>()
const MAX_TAGS = 500

/** A tag by its name in letters of either size. */
function tagOf(name: string): Tag {
  const known = TAGS.get(name)
  if (known) return known
  const upper = name.toUpperCase()
  const tag = { name: upper, bit: tagBit(upper) }
  if (TAGS.size < MAX_TAGS && name.length <= MAX_KEPT_NAME_CHARS) TAGS.set(name, tag)
  return tag
}

function isOneOf(name: string, tags: readonly Tag[]): boolean {
  for (const tag of tags) if (tag.name === name) return true
  return false
}

const SHOWN = { display: '', visibility: '' }

function elementAtOrAfter(from: TreeNode | null): ElementNode | null {
  let node = from
  while (node && node.nodeType !== 1) node = node.nextSibling
  return node
}

function link(node: TreeNode, parent: ElementNode, before: TreeNode | null, after: TreeNode | null): void {
  parent.recount()
  node.parentNode = parent
  node.previousSibling = before
  node.nextSibling = after
  if (before) before.nextSibling = node
  else parent.firstChild = node
  if (after) after.previousSibling = node
  else parent.lastChild = node
}

/** The next node in document order within `root`, or null at its end. */
export function following(node: TreeNode, root: ElementNode): TreeNode | null {
  return node.firstChild ?? followingSkippingChildren(node, root)
}

/** The next node in document order within `root` that is not inside `node`, or null at the end of `root`. */
export function followingSkippingChildren(node: TreeNode, root: ElementNode): TreeNode | null {
  let at: TreeNode | null = node
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling
    at = at.parentNode
  }
  return null
}

function copyOne(node: TreeNode): TreeNode {
  return node.nodeType === 3
    ? new TextNode(node.data, node.ordinal)
    : new ElementNode(node.localName, node.attrs, node.ownerDocument)
}

function copy(root: ElementNode): ElementNode {
  const target = new ElementNode(root.localName, root.attrs, root.ownerDocument)
  let into = target
  let from: ElementNode = root
  let node = root.firstChild
  while (true) {
    while (node) {
      const twin = copyOne(node)
      into.appendChild(twin)
      if (node.nodeType === 1 && twin.nodeType === 1) {
        from = node
        into = twin
        node = node.firstChild
      } else {
        node = node.nextSibling
      }
    }
    if (from === root || !from.parentNode || !into.parentNode) return target
    node = from.nextSibling
    from = from.parentNode
    into = into.parentNode
  }
}
