import { decodeHTMLStrict } from 'entities'
import { resolveMarkupUrls } from './markup-urls.ts'
import { escapeXml } from './xml/entities.ts'
import { attributeOf, hasMarkup } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

const VOID = new Set([
  'br',
  'img',
  'hr',
  'input',
  'area',
  'base',
  'col',
  'embed',
  'link',
  'meta',
  'source',
  'wbr',
])
const MARKUP_PREFIXES = new Set(['xhtml', 'svg', 'mathml'])

/**
 * The HTML inside an element, in the order it was written, its relative addresses resolved against the base in
 * force. `escaping` keeps `&lt;` escaped (XHTML); without it text is taken as HTML that was escaped once.
 */
const innerHtml = (element: XmlElement, escaping: boolean): string => {
  const parts: string[] = []
  writeChildren(element, escaping, parts)
  return parts.join('')
}

const writeChildren = (element: XmlElement, escaping: boolean, parts: string[]): void => {
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(escaping ? escapeText(child) : child)
    else writeElement(child, escaping, parts)
  }
}

const writeElement = (element: XmlElement, escaping: boolean, parts: string[]): void => {
  const name = htmlName(element)
  parts.push('<', name)
  for (const { name: attribute, value } of element.attributes) {
    if (attribute.startsWith('xml')) continue
    parts.push(' ', attribute, '="', escapeXml(value), '"')
  }
  parts.push('>')
  if (VOID.has(name) && element.children.length === 0) return
  writeChildren(element, escaping, parts)
  parts.push('</', name, '>')
}

const escapeText = (text: string): string => escapeXml(text).replace(/&quot;/g, '"')

/** XHTML, SVG and MathML lose their prefix, as HTML knows them without one. */
const htmlName = (element: XmlElement): string => {
  const colon = element.name.indexOf(':')
  return colon !== -1 && MARKUP_PREFIXES.has(element.name.slice(0, colon))
    ? element.source.slice(element.source.indexOf(':') + 1)
    : element.source
}

/** A lone div around everything is Atom's wrapper (RFC 4287 §3.1.1.3), not part of the text. */
const loneDiv = (element: XmlElement): XmlElement | undefined => {
  let div: XmlElement | undefined
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') return undefined
    } else if (div || htmlName(child).toLowerCase() !== 'div') return undefined
    else div = child
  }
  return div
}

/** The HTML of an RSS field: escaped HTML, a CDATA section, or markup left naked; undefined when empty. */
export const rssHtml = (element: XmlElement): string | undefined => {
  if (!hasMarkup(element)) return resolved(element.children.join(''), element.base)
  const div = loneDiv(element)
  if (div && !hasMarkup(div)) return resolved(div.children.join(''), div.base)
  return resolved(innerHtml(element, true), element.base)
}

/**
 * The HTML of an Atom text or content construct (RFC 4287 §3.1 and §4.1.3, and `mode` of Atom 0.3). Plain
 * text comes escaped. Undefined when empty, or when the content is a picture or the like.
 */
export const atomHtml = (element: XmlElement): string | undefined => {
  const type = (attributeOf(element, 'type') ?? '').toLowerCase()
  const mode = (attributeOf(element, 'mode') ?? '').toLowerCase()
  if (hasMarkup(element)) {
    const div = loneDiv(element)
    if (type.includes('html') && !type.includes('xhtml') && mode !== 'xml' && div && !hasMarkup(div)) {
      return resolved(div.children.join(''), div.base)
    }
    return resolved(innerHtml(div ?? element, true), (div ?? element).base)
  }
  const text = element.children.join('')
  if (mode === 'base64' || isBinary(type)) return decodeBase64(text)
  if (type === 'html' || type === 'text/html') return resolved(text, element.base)
  if (type === 'xhtml' || type.includes('xhtml') || type.endsWith('xml')) {
    return mode === 'escaped' ? resolved(text, element.base) : escapeText(text).trim() || undefined
  }
  return escapeText(text).trim() || undefined
}

const isBinary = (type: string): boolean =>
  type.includes('/') && !type.startsWith('text/') && !type.endsWith('xml') && !type.includes('html')

/** Base64 of text (RFC 4287 §4.1.3.3 rule 6); what does not decode to text is left as it was written. */
const decodeBase64 = (text: string): string | undefined => {
  const packed = text.replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed)) return text.trim() || undefined
  const decoded = Buffer.from(packed, 'base64').toString('utf8').trim()
  return decoded.includes('\ufffd') ? undefined : decoded || undefined
}

const resolved = (html: string, base: string): string | undefined => {
  const trimmed = html.trim()
  return trimmed === '' ? undefined : resolveMarkupUrls(trimmed, base)
}

/** No headline has more characters, markup included. */
const MAX_TITLE = 10_000

const TITLE_TAGS = new Set(
  'a abbr acronym address article aside b bdi bdo big blockquote br center cite code dd del dfn div dl dt em embed \
font h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li mark nobr object ol p param pre q rp rt ruby s samp script \
section small span strike strong style sub sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  ),
)
const BLOCK_TAGS = new Set('br div p li td th tr h1 h2 h3 h4 h5 h6 dd dt'.split(' '))

/**
 * Plain text of a title that may hold HTML. Only names that HTML has are taken for tags, so that
 * `if a < b` and `the <blink> tag` keep their brackets.
 */
export const plainTitle = (html: string): string | undefined => {
  const short = html.slice(0, MAX_TITLE)
  const text = short.includes('<') ? withoutTags(short) : short
  const decoded = text.includes('&') ? decodeHTMLStrict(text) : text
  return decoded.replace(/\s+/g, ' ').trim() || undefined
}

/** Text without the tags that HTML has; entities stay as they are. */
export const withoutTags = (html: string): string => {
  let out = ''
  let from = 0
  let lt = html.indexOf('<')
  while (lt !== -1) {
    const tag = /^<\/?([a-z][a-z0-9]{0,10})(?=[\s/>])/i.exec(html.slice(lt, lt + 16))
    const name = (tag?.[1] ?? '').toLowerCase()
    const gt = TITLE_TAGS.has(name) ? html.indexOf('>', lt) : -1
    if (TITLE_TAGS.has(name) && gt === -1) break
    if (gt !== -1) {
      out += html.slice(from, lt) + (BLOCK_TAGS.has(name) ? ' ' : '')
      from = gt + 1
    }
    lt = html.indexOf('<', gt === -1 ? lt + 1 : gt + 1)
  }
  return out + html.slice(from)
}

/** Plain text as HTML. */
export const htmlFromText = (text: string): string => escapeText(text)
