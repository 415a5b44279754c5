import { resolveUrl } from '../url.ts'
import { createNames } from './names.ts'
import type { Attribute, XmlSink } from './scan.ts'
import { scanXml } from './scan.ts'
import { closesOpenField, isWholeOrNothing } from './unclosed.ts'

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

/** 2,000 entries of 60 elements; a flood of siblings costs up to 400 bytes an element. */
const MAX_ELEMENTS = 120_000

const NONE: (XmlElement | string)[] = []

type OpenElement = { element: XmlElement; rawName: string; defaultPrefix: string }
export type TreeOptions = {
  base: string
  isRoot: (name: string) => boolean
  isEnough?: (name: string) => boolean
}

/**
 * Builds the tree below the first element whose name `isRoot` accepts; what stands before it or after it is
 * junk. Reading stops when `isEnough` says so for a name about to open, or at 120,000 elements, with a note.
 */
export const parseXml = (text: string, options: TreeOptions): XmlDocument => {
  const { sink, document } = createTree(options)
  scanXml(text, sink)
  return document()
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
    while (stack.length > 1 && isUnclosed(stack.at(-1), name)) pop()
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
    if (container) append(container, element)
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
    const container = stack.at(-1)?.element
    if (container) append(container, value)
  }

  return {
    sink: { open, close, text, isFull: () => full },
    document: () => {
      for (const { element } of stack) element.isClosed = false
      if (stack.length > 0 && !full) notes.push('document breaks off')
      const cut = stack.at(-1)?.element
      if (cut && isWholeOrNothing(cut.name)) cut.children = NONE
      return { root, firstName, notes }
    },
  }
}

/** A first push would reserve room for seventeen children; most elements have one. */
const append = (container: XmlElement, child: XmlElement | string): void => {
  if (container.children === NONE) container.children = [child]
  else container.children.push(child)
}

const isUnclosed = (open: OpenElement | undefined, next: string): boolean =>
  open !== undefined && closesOpenField(open.element, next)

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
    children: NONE,
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
