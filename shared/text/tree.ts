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

  constructor(data: string, ordinal: number) {
    this.data = data
    this.ordinal = ordinal
  }

  get textContent(): string {
    return this.data
  }

  get nextElementSibling(): ElementNode | null {
    return elementAtOrAfter(this.nextSibling)
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }
}

export class ElementNode {
  readonly nodeType = 1
  readonly ELEMENT_NODE = 1
  readonly TEXT_NODE = 3
  localName: string
  tagName: string
  /** Attributes that Readability sets on nodes it has scored. */
  readability: unknown
  readonly ownerDocument: TreeDocument
  readonly attrs: Map<string, string>
  parentNode: ElementNode | null = null
  previousSibling: TreeNode | null = null
  nextSibling: TreeNode | null = null
  firstChild: TreeNode | null = null
  lastChild: TreeNode | null = null
  private text = ''
  /** The state of the document that `text` was read in. */
  private textState = -1

  constructor(localName: string, attrs: Map<string, string>, ownerDocument: TreeDocument) {
    this.localName = localName
    this.tagName = localName.toUpperCase()
    this.attrs = attrs
    this.ownerDocument = ownerDocument
  }

  get nodeName(): string {
    return this.tagName
  }

  get id(): string {
    return this.attrs.get('id') ?? ''
  }

  set id(value: string) {
    this.attrs.set('id', value)
  }

  get className(): string {
    return this.attrs.get('class') ?? ''
  }

  set className(value: string) {
    this.attrs.set('class', value)
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

  get attributes(): { name: string; value: string; cloneNode: () => { name: string; value: string } }[] {
    return [...this.attrs].map(([name, value]) => ({ name, value, cloneNode: () => ({ name, value }) }))
  }

  getAttribute(name: string): string | null {
    return this.attrs.get(name) ?? null
  }

  hasAttribute(name: string): boolean {
    return this.attrs.has(name)
  }

  setAttribute(name: string, value: string): void {
    this.attrs.set(name, value)
  }

  setAttributeNode({ name, value }: { name: string; value: string }): void {
    this.attrs.set(name, value)
  }

  removeAttribute(name: string): void {
    this.attrs.delete(name)
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

  /** Kept until the tree changes: Readability asks for most elements' text several times. */
  get textContent(): string {
    const { state } = this.ownerDocument
    if (this.textState === state) return this.text
    let text = ''
    let node: TreeNode | null = this.firstChild
    while (node) {
      if (node.nodeType === 3) text += node.data
      node = node.firstChild ?? node.nextSibling ?? followingSkippingChildren(node, this)
    }
    this.text = text
    this.textState = state
    return text
  }

  getElementsByTagName(name: string): ElementNode[] {
    const wanted = name.toUpperCase()
    const found: ElementNode[] = []
    let node: TreeNode | null = this.firstChild
    while (node) {
      if (node.nodeType === 1 && (wanted === '*' || node.tagName === wanted)) found.push(node)
      node = node.firstChild ?? node.nextSibling ?? followingSkippingChildren(node, this)
    }
    return found
  }

  /** Understands lists of tag names (`p,td`) and nothing else, which is all that Readability asks for. */
  querySelectorAll(tagNames: string): ElementNode[] {
    const wanted = tagNames.toUpperCase().split(',')
    const found: ElementNode[] = []
    let node: TreeNode | null = this.firstChild
    while (node) {
      if (node.nodeType === 1 && wanted.includes(node.tagName)) found.push(node)
      node = node.firstChild ?? node.nextSibling ?? followingSkippingChildren(node, this)
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
    this.ownerDocument.state++
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
  /** Grows with every change of the tree: what was read in one state holds until the next. */
  state = 0

  constructor(url: string) {
    this.baseURI = url
    this.documentURI = url
    this.documentElement = new ElementNode('html', new Map(), this)
    this.head = this.documentElement.appendChild(new ElementNode('head', new Map(), this))
    this.body = this.documentElement.appendChild(new ElementNode('body', new Map(), this))
  }

  createElement(name: string): ElementNode {
    return new ElementNode(name.toLowerCase(), new Map(), this)
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
}

const SHOWN = { display: '', visibility: '' }

function elementAtOrAfter(from: TreeNode | null): ElementNode | null {
  let node = from
  while (node && node.nodeType !== 1) node = node.nextSibling
  return node
}

function link(node: TreeNode, parent: ElementNode, before: TreeNode | null, after: TreeNode | null): void {
  parent.ownerDocument.state++
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
    : new ElementNode(node.localName, new Map(node.attrs), node.ownerDocument)
}

function copy(root: ElementNode): ElementNode {
  const target = new ElementNode(root.localName, new Map(root.attrs), root.ownerDocument)
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
