import { resolveUrl } from '../url.ts'
import { knownPrefix } from './namespaces.ts'
import type { Attribute, XmlSink } from './scan.ts'
import { scanXml } from './scan.ts'
import { closesOpenField } from './unclosed.ts'

/**
 * `name` is lower case with the prefix this program knows the namespace by (`dc:creator`, `atom:link`, `title`).
 * `base` and `language` are what xml:base and xml:lang say here or further out. `isClosed` is false when the
 * document ended first.
 */
export type XmlElement = {
  name: string
  source: string
  attributes: Attribute[]
  children: (XmlElement | string)[]
  base: string
  language: string | undefined
  isClosed: boolean
  byName: Map<string, XmlElement[]> | undefined
}

export type XmlDocument = { root: XmlElement | undefined; firstName: string | undefined; notes: string[] }

/** Deeper elements lose their tags and keep their text. */
const MAX_DEPTH = 256

/** 2,000 entries of 60 elements are 120,000; a flood of siblings costs about 150 bytes an element. */
const MAX_ELEMENTS = 300_000

type OpenElement = { element: XmlElement; rawName: string; defaultPrefix: string }
export type TreeOptions = {
  base: string
  isRoot: (name: string) => boolean
  isEnough?: (name: string) => boolean
}

/**
 * Builds the tree below the first element whose name `isRoot` accepts; what stands before it or after it is
 * junk. Reading stops when `isEnough` says so for a name about to open, or at 300,000 elements, with a note.
 */
export const parseXml = (text: string, options: TreeOptions): XmlDocument => {
  const { sink, document } = createTree(options)
  const { truncated } = scanXml(text, sink)
  const result = document()
  if (truncated) result.notes.push('document breaks off')
  return result
}

const createTree = (options: TreeOptions): { sink: XmlSink; document: () => XmlDocument } => {
  const names = createNames()
  const stack: OpenElement[] = []
  const openCount = new Map<string, number>()
  const notes: string[] = []
  let root: XmlElement | undefined
  let firstName: string | undefined
  let tooDeep = 0
  let elements = 0
  let full = false

  const pop = (): void => {
    const top = stack.pop()
    if (!top) return
    openCount.set(top.rawName, (openCount.get(top.rawName) ?? 1) - 1)
    if (stack.length === 0) full = true
  }

  const open = (source: string, attributes: Attribute[], selfClosing: boolean): void => {
    const parent = stack.at(-1)
    const declared = names.declare(attributes, parent?.defaultPrefix ?? '')
    const name = names.canonical(source, declared)
    firstName ??= name
    if (!parent && (root || !options.isRoot(name))) return
    if (options.isEnough?.(name)) {
      notes.push(`only the first entries were read`)
      full = true
      return
    }
    while (stack.length > 1 && closesOpenField(stack.at(-1)?.element.name ?? '', name)) pop()
    if (stack.length >= MAX_DEPTH) {
      if (!selfClosing) tooDeep++
      return
    }
    if (++elements > MAX_ELEMENTS) {
      notes.push('too many elements, the rest was not read')
      full = true
      return
    }
    const container = stack.at(-1)?.element
    const element = createElement(name, source, names.qualify(attributes), container, options.base)
    if (container) container.children.push(element)
    else root = element
    if (selfClosing) {
      if (!container) full = true
      return
    }
    const rawName = source.toLowerCase()
    stack.push({ element, rawName, defaultPrefix: declared })
    openCount.set(rawName, (openCount.get(rawName) ?? 0) + 1)
  }

  const close = (source: string): void => {
    if (tooDeep > 0) {
      tooDeep--
      return
    }
    const rawName = source.toLowerCase()
    if ((openCount.get(rawName) ?? 0) === 0) return
    while (stack.at(-1)?.rawName !== rawName) pop()
    pop()
  }

  const text = (value: string): void => {
    stack.at(-1)?.element.children.push(value)
  }

  return {
    sink: { open, close, text, isFull: () => full },
    document: () => {
      for (const { element } of stack) element.isClosed = false
      return { root, firstName, notes }
    },
  }
}

const createElement = (
  name: string,
  source: string,
  attributes: Attribute[],
  parent: XmlElement | undefined,
  base: string,
): XmlElement => {
  const element: XmlElement = {
    name,
    source,
    attributes,
    children: [],
    base: parent?.base ?? base,
    language: parent?.language,
    isClosed: true,
    byName: undefined,
  }
  for (const attribute of attributes) {
    if (attribute.name === 'xml:base')
      element.base = resolveUrl(attribute.value, element.base) ?? element.base
    if (attribute.name === 'xml:lang') element.language = attribute.value.trim() || undefined
  }
  return element
}

/**
 * Namespace prefixes of one document. A prefix means the same in all of the document, as no publisher was
 * seen to redefine one; only the default namespace follows the nesting.
 */
const createNames = () => {
  const prefixes = new Map<string, string>()
  const seen = new Map<string, string>()

  const declare = (attributes: Attribute[], inherited: string): string => {
    let defaultPrefix = inherited
    for (const { name, value } of attributes) {
      if (!name.startsWith('xmlns')) continue
      const known = knownPrefix(value)
      if (name === 'xmlns') defaultPrefix = known ?? ''
      else if (name.startsWith('xmlns:')) {
        prefixes.set(name.slice(6).toLowerCase(), known ?? name.slice(6).toLowerCase())
        seen.clear()
      }
    }
    return defaultPrefix
  }

  const canonical = (source: string, defaultPrefix: string): string => {
    const key = `${defaultPrefix}|${source}`
    const known = seen.get(key)
    if (known !== undefined) return known
    const lower = source.toLowerCase()
    const colon = lower.indexOf(':')
    const prefix =
      colon === -1 ? defaultPrefix : (prefixes.get(lower.slice(0, colon)) ?? lower.slice(0, colon))
    const local = lower.slice(colon + 1)
    const name = prefix === '' ? local : `${prefix}:${local}`
    seen.set(key, name)
    return name
  }

  const qualify = (attributes: Attribute[]): Attribute[] => {
    for (const attribute of attributes) {
      const colon = attribute.name.indexOf(':')
      if (colon === -1 || attribute.name.startsWith('xmlns:')) continue
      const prefix = prefixes.get(attribute.name.slice(0, colon).toLowerCase())
      if (prefix) attribute.name = `${prefix}${attribute.name.slice(colon)}`
    }
    return attributes
  }

  return { declare, canonical, qualify }
}
