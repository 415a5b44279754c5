import { escapeXml } from './xml/entities.ts'
import type { Attribute, XmlSink } from './xml/scan.ts'
import { scanXml } from './xml/scan.ts'

/** Deeper tags are left out and their text kept; DOM builders and selector engines are not linear in depth. */
const MAX_DEPTH = 200

/** Twice the elements of the longest list page seen; a DOM costs about 400 bytes an element. */
const MAX_ELEMENTS = 20_000

/** Longer attribute values (inline data, class floods) say nothing about a list. */
const MAX_VALUE = 2_000

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const RAW_TEXT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe'])

/** A start tag of the key ends an open element of these names (HTML's optional end tags). */
const ENDS: Record<string, Set<string>> = {
  li: new Set(['li']),
  dt: new Set(['dt', 'dd']),
  dd: new Set(['dt', 'dd']),
  tr: new Set(['tr', 'td', 'th']),
  td: new Set(['td', 'th']),
  th: new Set(['td', 'th']),
  option: new Set(['option']),
  p: new Set(['p']),
  div: new Set(['p']),
  ul: new Set(['p']),
  table: new Set(['p']),
}

/** The same page with every element closed, nested at most 200 deep, and without scripts and styles. */
export const balancedHtml = (html: string): string => {
  const parts: string[] = []
  const stack: string[] = []
  const openCount = new Map<string, number>()
  let elements = 0

  const pop = (): void => {
    const name = stack.pop() ?? ''
    openCount.set(name, (openCount.get(name) ?? 1) - 1)
    parts.push(`</${name}>`)
  }
  const open = (source: string, attributes: Attribute[]): void => {
    const name = source.toLowerCase()
    if (RAW_TEXT.has(name) || !/^[a-z][a-z0-9:_-]{0,40}$/.test(name) || ++elements > MAX_ELEMENTS) return
    const ends = Object.hasOwn(ENDS, name) ? ENDS[name] : undefined
    while (ends?.has(stack.at(-1) ?? '')) pop()
    if (stack.length >= MAX_DEPTH && !VOID.has(name)) return
    parts.push(`<${name}`)
    for (const attribute of attributes) {
      if (/^[a-z][a-z0-9:_-]{0,40}$/i.test(attribute.name))
        parts.push(` ${attribute.name.toLowerCase()}="${escapeXml(attribute.value.slice(0, MAX_VALUE))}"`)
    }
    parts.push('>')
    if (VOID.has(name)) return
    stack.push(name)
    openCount.set(name, (openCount.get(name) ?? 0) + 1)
  }
  const close = (source: string): void => {
    const name = source.toLowerCase()
    if ((openCount.get(name) ?? 0) === 0) return
    while (stack.at(-1) !== name) pop()
    pop()
  }
  const sink: XmlSink = {
    open,
    close,
    text: text => parts.push(escapeXml(text)),
    isFull: () => elements > MAX_ELEMENTS,
    isRawText: name => RAW_TEXT.has(name.toLowerCase()),
  }
  scanXml(html, sink)
  while (stack.length > 0) pop()
  return parts.join('')
}
