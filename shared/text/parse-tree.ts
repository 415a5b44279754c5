import { QuoteType, Tokenizer } from 'htmlparser2'
import { CLOSES_PARAGRAPH, HEAD_ONLY, HEADING, IMPLIED, INLINE, SCOPES, UNREAD, VOID } from './html-tags.ts'
import { ElementNode, TextNode, TreeDocument } from './tree.ts'

/** A script that holds data, not program: JSON-LD, or the state that a framework ships with the page. */
export type DataScript = { type: string; id: string; text: string }

export type ParsedPage = {
  document: TreeDocument
  scripts: DataScript[]
  elementCount: number
  /** Sum of all elements' depths: what a walk from every element to the root costs. */
  depthSum: number
  hasFrameset: boolean
  /** How much program came with the page: a page of program alone is filled in by it. */
  scriptChars: number
  /** What of the page was left out to stay within the limits. */
  cut: 'depth' | 'size' | undefined
}

/** Deeper elements are read as if their tags were absent. Of 831 article pages the deepest has 100 levels. */
const MAX_DEPTH = 140
const MAX_ELEMENTS = 20_000
const MAX_TEXT_CHARS = 1_000_000
const MAX_TITLE_CHARS = 1_000
const MAX_ATTRIBUTE_CHARS = 2_000
/** What a script that is loaded from elsewhere counts for. */
const EXTERNAL_SCRIPT_CHARS = 1_000
const MAX_SCRIPT_CHARS = 1_000_000

/** Builds the tree from the tokens of a page; only this class knows the rules of unclosed and misplaced tags. */
class TreeBuilder {
  readonly document: TreeDocument
  readonly scripts: DataScript[] = []
  private textNodes = 0
  elementCount = 0
  depthSum = 0
  hasFrameset = false
  scriptChars = 0
  cut: 'depth' | 'size' | undefined
  private readonly html: string
  private readonly open: ElementNode[]
  private readonly openCount = new Map<string, number>()
  private pending = ''
  private tag = ''
  private attributes = new Map<string, string>()
  private attributeName = ''
  private attributeValue = ''
  private unread = ''
  private unreadDepth = 0
  private script: DataScript | undefined
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
    const value = quote === QuoteType.NoValue ? '' : this.attributeValue
    if (!this.attributes.has(this.attributeName)) this.attributes.set(this.attributeName, value)
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, end).toLowerCase()
    this.attributes = new Map()
  }

  onopentagend(): void {
    this.opened(this.tag, this.attributes)
  }

  onselfclosingtag(): void {
    // The slash means nothing on an HTML element; only foreign content closes by it.
    if (this.unread && this.tag === this.unread) return
    if (this.tag === 'svg' || this.tag === 'iframe' || this.tag === 'script') return
    this.opened(this.tag, this.attributes)
  }

  onclosetag(start: number, end: number): void {
    this.closed(this.html.slice(start, end).toLowerCase())
  }

  onend(): void {
    this.flush()
  }

  private take(text: string): void {
    if (this.script) {
      if (this.script.text.length < MAX_SCRIPT_CHARS) this.script.text += text
    } else if (this.inTitle) {
      if (this.document.title.length < MAX_TITLE_CHARS) this.document.title += text.slice(0, MAX_TITLE_CHARS)
    } else if (this.unread === 'script') this.scriptChars += text.length
    else if (!this.unread) this.takeVisible(text)
  }

  private takeVisible(text: string): void {
    const room = MAX_TEXT_CHARS - this.textChars
    if (text.length > room) this.cut = 'size'
    if (room <= 0) return
    this.textChars += text.length
    this.pending += text.slice(0, room)
  }

  private top(): ElementNode {
    return this.open[this.open.length - 1] ?? this.document.body
  }

  private flush(): void {
    if (this.pending === '') return
    const node = new TextNode(this.pending, this.textNodes++)
    this.pending = ''
    this.top().appendChild(node)
  }

  private opened(name: string, attributes: Map<string, string>): void {
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
      this.pending += ' '
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
      this.pending += ' '
      return
    }
    this.top().appendChild(element)
    this.depthSum += this.open.length
    if (VOID.has(name)) return
    this.open.push(element)
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + 1)
  }

  private startUnread(name: string, attributes: Map<string, string>): void {
    this.unread = name
    this.unreadDepth = 1
    if (name !== 'script') return
    if (attributes.has('src')) this.scriptChars += EXTERNAL_SCRIPT_CHARS
    const type = (attributes.get('type') ?? '').toLowerCase()
    const id = attributes.get('id') ?? ''
    if (type.includes('json')) this.script = { type, id, text: '' }
  }

  private mergeRoot(name: 'html' | 'body', attributes: Map<string, string>): void {
    const root = name === 'html' ? this.document.documentElement : this.document.body
    for (const [key, value] of attributes) if (!root.attrs.has(key)) root.attrs.set(key, value)
  }

  private closed(name: string): void {
    if (this.unread) {
      if (name !== this.unread || --this.unreadDepth > 0) return
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
      this.opened('br', new Map())
      return
    }
    if (!this.openCount.get(name)) {
      if (!INLINE.has(name)) this.pending += '\n'
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
    const rule = IMPLIED[name]
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
  tokenizer.write(html)
  tokenizer.end()
  const { document, scripts, elementCount, depthSum, hasFrameset, scriptChars, cut } = builder
  return { document, scripts, elementCount, depthSum, hasFrameset, scriptChars, cut }
}
