import { QuoteType, Tokenizer } from 'htmlparser2'
import {
  CLOSES_PARAGRAPH,
  HEAD_ONLY,
  HEADING,
  IMPLIED,
  INLINE,
  SCOPES,
  tagName,
  UNREAD,
  VOID,
} from './html-tags.ts'
import { LateSegments } from './late-segments.ts'
import { ElementNode, NO_ATTRIBUTES, TextNode, TreeDocument, type TreeNode } from './tree.ts'

/**
 * A script that holds data, not program: JSON-LD, or the state that a framework ships with the page. `type` is
 * "assigned" for program that does nothing but set names to data, as in `window.state = {...}`, and "streamed" for a
 * piece of a stream that React puts together.
 */
export type DataScript = { type: string; id: string; text: string }

export type ParsedPage = {
  document: TreeDocument
  scripts: DataScript[]
  elementCount: number
  /** Sum of all elements' depths: what a walk from every element to the root costs. */
  depthSum: number
  hasFrameset: boolean
  /** Sum over all characters of the depth they stand at: what reading every element's text costs. */
  charDepthSum: number
  /** How much program came with the page: a page of program alone is filled in by it. */
  scriptChars: number
  /** What of the page was left out to stay within the limits. */
  cut: 'depth' | 'size' | undefined
}

/** Deeper elements are read as if their tags were absent. Of 831 article pages the deepest has 100 levels. */
const MAX_DEPTH = 140
/** Of 831 article pages the largest has 3,900. */
const MAX_ELEMENTS = 12_000
const MAX_TEXT_CHARS = 500_000
const MAX_TITLE_CHARS = 1_000
/** A text of a million pieces, parted by tags that are left out, is kept in nodes of so many. */
const MAX_PIECES = 4_096
const MAX_ATTRIBUTES = 100
const MAX_ATTRIBUTE_CHARS = 2_000
/** What a script that is loaded from elsewhere counts for. */
const EXTERNAL_SCRIPT_CHARS = 1_000
const MAX_SCRIPT_CHARS = 1_000_000
const MAX_ASSIGNED_NAME_CHARS = 200

/**
 * Program that sets a name to data: `window.__STATE__ = {`, `var page = JSON.parse(`; also where the name is made first
 * (`window.App = window.App || {}; App.state = {`) or the data comes out of a call of its own (`= (function(a,b){return {`).
 */
const ASSIGNS_DATA =
  /^\s*(?:(?:window|self|globalThis)\s*(?:\.\s*|\[\s*["'])[\w$]+(?:["']\s*\])?|(?:var|let|const)\s+[\w$]+)\s*=\s*(?:\{|JSON\.parse\(|\(function\(|[\w$.]+\s*\|\|\s*\{\s*\}\s*[;,]\s*[\w$.]+\s*=\s*[{"'])/
/** One piece of what React's server components stream: `self.__next_f.push([1,"`. */
const STREAMS_DATA = /^\s*(?:self|window)\.__next_f\.push\(\s*\[\s*1\s*,\s*"/

/** Builds the tree from the tokens of a page; only this class knows the rules of unclosed and misplaced tags. */
class TreeBuilder {
  readonly document: TreeDocument
  readonly scripts: DataScript[] = []
  private textNodes = 0
  elementCount = 0
  depthSum = 0
  charDepthSum = 0
  hasFrameset = false
  scriptChars = 0
  cut: 'depth' | 'size' | undefined
  /** Called when there is no room for anything more. */
  onfull: () => void = () => {}
  private readonly html: string
  private readonly open: ElementNode[]
  private readonly openCount = new Map<string, number>()
  private pending: string[] = []
  private endsInBreak = false
  private tag = ''
  private attributes: Map<string, string> | undefined
  private readonly unkept = new Map<string, string>()
  private attributeName = ''
  private attributeValue = ''
  private unread = ''
  private unreadDepth = 0
  private script: DataScript | undefined
  private isFreshProgram = false
  private readonly late = new LateSegments()
  private inTitle = false
  private textChars = 0

  constructor(html: string, url: string) {
    this.html = html
    this.document = new TreeDocument(url)
    this.open = [this.document.body]
  }

  isInForeignContext(): boolean {
    return false
  }

  ontext(start: number, end: number): void {
    this.take(this.html.slice(start, end))
  }

  ontextentity(codepoint: number): void {
    this.take(String.fromCodePoint(codepoint))
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.take(this.html.slice(start, end - endOffset))
  }

  /** Whether nothing that follows could still be taken in. */
  get isFull(): boolean {
    return this.elementCount >= MAX_ELEMENTS && this.textChars >= MAX_TEXT_CHARS
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  onattribname(start: number, end: number): void {
    this.attributeName = this.html.slice(start, end).toLowerCase()
    this.attributeValue = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.attributeValue.length <= MAX_ATTRIBUTE_CHARS) {
      this.attributeValue += this.html.slice(start, Math.min(end, start + MAX_ATTRIBUTE_CHARS + 1))
    }
  }

  onattribentity(codepoint: number): void {
    this.attributeValue += String.fromCodePoint(codepoint)
  }

  onattribend(quote: QuoteType): void {
    if (this.attributeValue.length > MAX_ATTRIBUTE_CHARS) return
    this.attributes ??= this.roomForAttributes()
    if (this.attributes.size >= MAX_ATTRIBUTES || this.attributes.has(this.attributeName)) return
    this.attributes.set(this.attributeName, quote === QuoteType.NoValue ? '' : this.attributeValue)
  }

  /** Nobody keeps the attributes of an element that is left out: a million maps are a third of the memory. */
  private roomForAttributes(): Map<string, string> {
    if (this.elementCount < MAX_ELEMENTS) return new Map()
    this.unkept.clear()
    return this.unkept
  }

  onopentagname(start: number, end: number): void {
    this.tag = tagName(this.html.slice(start, end))
    this.attributes = undefined
  }

  onopentagend(): void {
    this.opened(this.tag, this.attributes ?? NO_ATTRIBUTES)
  }

  onselfclosingtag(): void {
    // The slash means nothing on an HTML element; only foreign content closes by it.
    if (this.unread && this.tag === this.unread) return
    if (this.tag === 'svg' || this.tag === 'iframe' || this.tag === 'script') return
    this.opened(this.tag, this.attributes ?? NO_ATTRIBUTES)
  }

  onclosetag(start: number, end: number): void {
    this.closed(tagName(this.html.slice(start, end)))
  }

  onend(): void {
    this.flush()
    if (this.late.settle()) this.depthSum = sumOfDepths(this.document.body)
  }

  private take(text: string): void {
    if (this.isFreshProgram) this.judgeProgram(text)
    if (this.script) {
      if (this.script.text.length < MAX_SCRIPT_CHARS) this.script.text += text
    } else if (this.inTitle) {
      if (this.document.title.length < MAX_TITLE_CHARS) this.document.title += text.slice(0, MAX_TITLE_CHARS)
    } else if (this.unread === 'script') this.scriptChars += text.length
    else if (!this.unread) this.takeVisible(text)
  }

  private judgeProgram(text: string): void {
    this.isFreshProgram = false
    const start = text.slice(0, MAX_ASSIGNED_NAME_CHARS)
    const type = ASSIGNS_DATA.test(start) ? 'assigned' : STREAMS_DATA.test(start) ? 'streamed' : undefined
    if (type === undefined) return
    this.scriptChars += EXTERNAL_SCRIPT_CHARS
    this.script = { type, id: '', text: '' }
  }

  private takeVisible(text: string): void {
    const room = MAX_TEXT_CHARS - this.textChars
    if (text.length > room) this.cut = 'size'
    if (this.isFull) this.onfull()
    if (room <= 0) return
    this.textChars += text.length
    this.charDepthSum += Math.min(room, text.length) * this.open.length
    this.pending.push(text.slice(0, room))
    this.endsInBreak = false
    if (this.pending.length >= MAX_PIECES) this.flush()
  }

  /** Keeps words apart where a tag is left out; a run of such tags is one break. */
  private breakWord(mark: ' ' | '\n'): void {
    if (!this.endsInBreak) this.pending.push(mark)
    this.endsInBreak = true
  }

  private top(): ElementNode {
    return this.open[this.open.length - 1] ?? this.document.body
  }

  private flush(): void {
    this.endsInBreak = false
    if (this.pending.length === 0) return
    const node = new TextNode(this.pending.join(''), this.textNodes++)
    this.pending = []
    this.top().appendChild(node)
  }

  private opened(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.unread) {
      if (name === this.unread) this.unreadDepth++
      return
    }
    if (name === 'frameset') this.hasFrameset = true
    if (UNREAD.has(name)) {
      this.startUnread(name, attributes)
      return
    }
    if (name === 'html' || name === 'body') {
      this.mergeRoot(name, attributes)
      return
    }
    if (name === 'head') return
    if (name === 'title') {
      this.inTitle = this.document.title === ''
      return
    }
    if (this.elementCount >= MAX_ELEMENTS) {
      // The text of what follows is kept; a break keeps its words apart.
      this.cut = 'size'
      this.breakWord(' ')
      return
    }
    this.flush()
    this.elementCount++
    if (HEAD_ONLY.has(name)) {
      this.document.head.appendChild(new ElementNode(name, attributes, this.document))
      return
    }
    this.closeImplied(name)
    const element = new ElementNode(name === 'image' ? 'img' : name, attributes, this.document)
    if (this.open.length > MAX_DEPTH && !VOID.has(name)) {
      this.cut ??= 'depth'
      this.breakWord(' ')
      return
    }
    this.top().appendChild(element)
    this.depthSum += this.open.length
    if (name === 'div') this.late.addSegment(element)
    if (VOID.has(name)) return
    this.open.push(element)
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + 1)
  }

  private startUnread(name: string, attributes: ReadonlyMap<string, string>): void {
    this.unread = name
    this.unreadDepth = 1
    if (name === 'template') this.markPlace(attributes.get('id') ?? '')
    if (name !== 'script') return
    if (attributes.has('src')) this.scriptChars += EXTERNAL_SCRIPT_CHARS
    const type = (attributes.get('type') ?? '').toLowerCase()
    const id = attributes.get('id') ?? ''
    if (type.includes('json')) this.script = { type, id, text: '' }
    else this.isFreshProgram = !attributes.has('src')
  }

  private markPlace(id: string): void {
    if (!this.late.isPlace(id)) return
    this.flush()
    this.late.addPlace(id, this.top().appendChild(new ElementNode('div', NO_ATTRIBUTES, this.document)))
  }

  private mergeRoot(name: 'html' | 'body', attributes: ReadonlyMap<string, string>): void {
    const root = name === 'html' ? this.document.documentElement : this.document.body
    for (const [key, value] of attributes) {
      if (root.attrs.size < MAX_ATTRIBUTES && !root.hasAttribute(key)) root.setAttribute(key, value)
    }
  }

  private closed(name: string): void {
    if (this.unread) {
      if (name !== this.unread || --this.unreadDepth > 0) return
      this.isFreshProgram = false
      if (this.script) this.scripts.push(this.script)
      this.script = undefined
      this.unread = ''
      return
    }
    if (name === 'title') {
      this.inTitle = false
      return
    }
    if (name === 'br') {
      this.opened('br', NO_ATTRIBUTES)
      return
    }
    if (!this.openCount.get(name)) {
      if (!INLINE.has(name)) this.breakWord('\n')
      return
    }
    this.closeThrough(name)
  }

  private closeThrough(name: string): void {
    const inline = INLINE.has(name)
    const table = name === 'table' || name === 'html' || name === 'body'
    for (let i = this.open.length - 1; i > 0; i--) {
      const at = this.open[i]?.localName ?? ''
      if (at === name) {
        this.popTo(i)
        return
      }
      // A stray </b> must not close the paragraph's section, nor a stray </div> the table cell it stands in.
      if (inline && !INLINE.has(at)) return
      if (!table && SCOPES.has(at) && !SCOPES.has(name) && name !== 'tr' && name !== 'tbody') return
    }
  }

  private popTo(depth: number): void {
    this.flush()
    while (this.open.length > depth) {
      const name = this.open.pop()?.localName ?? ''
      this.openCount.set(name, (this.openCount.get(name) ?? 1) - 1)
    }
  }

  private closeImplied(name: string): void {
    if (CLOSES_PARAGRAPH.has(name) && this.openCount.get('p')) this.closeParagraph()
    if (HEADING.test(name) && HEADING.test(this.top().localName)) this.popTo(this.open.length - 1)
    if (name === 'option' && this.top().localName === 'option') this.popTo(this.open.length - 1)
    if (name === 'a' && this.openCount.get('a')) this.closeThrough('a')
    const rule = IMPLIED.get(name)
    if (!rule?.closes.some(tag => this.openCount.get(tag))) return
    for (let i = this.open.length - 1, close = -1; i > 0; i--) {
      const at = this.open[i]?.localName ?? ''
      if (rule.closes.includes(at)) close = i
      const boundary = rule.within.includes(at) || i === 1
      if (boundary && close > 0) {
        this.popTo(close)
        return
      }
      if (boundary) return
    }
  }

  private closeParagraph(): void {
    for (let i = this.open.length - 1; i > 0; i--) {
      const at = this.open[i]?.localName ?? ''
      if (at === 'p') {
        this.popTo(i)
        return
      }
      if (SCOPES.has(at)) return
    }
  }
}

function sumOfDepths(root: ElementNode): number {
  let sum = 0
  let depth = 1
  let node = root.firstChild
  while (node) {
    if (node.nodeType === 1) sum += depth
    if (node.firstChild) {
      node = node.firstChild
      depth++
      continue
    }
    let at: TreeNode | null = node
    while (at && at !== root && !at.nextSibling) {
      at = at.parentNode
      depth--
    }
    node = at && at !== root ? at.nextSibling : null
  }
  return sum
}

/**
 * Reads markup of any quality into a tree. Linear in its length: depth and number of elements are capped,
 * what lies beyond keeps its text. Scripts, styles and embedded documents are left out, scripts that hold
 * data are returned beside the tree.
 */
export function parsePage(html: string, url: string): ParsedPage {
  const builder = new TreeBuilder(html, url)
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true, recognizeSelfClosing: true },
    builder,
  )
  builder.onfull = () => tokenizer.pause()
  tokenizer.write(html)
  if (builder.isFull) builder.onend()
  else tokenizer.end()
  const { document, scripts, elementCount, depthSum, charDepthSum, hasFrameset, scriptChars, cut } = builder
  return { document, scripts, elementCount, depthSum, charDepthSum, hasFrameset, scriptChars, cut }
}
