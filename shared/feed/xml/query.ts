import type { XmlElement } from './tree.ts'

const NONE: readonly XmlElement[] = []

/** The child elements by name, grouped when first asked for: a reader asks each entry for some sixty names. */
const byName = (element: XmlElement): Map<string, XmlElement[]> => {
  if (element.byName) return element.byName
  const groups = new Map<string, XmlElement[]>()
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const group = groups.get(child.name)
    if (group) group.push(child)
    else groups.set(child.name, [child])
  }
  element.byName = groups
  return groups
}

/** The child elements of these names: in the order of the names, then of the document. */
export const childrenNamed = (element: XmlElement, ...names: readonly string[]): readonly XmlElement[] => {
  const groups = byName(element)
  let found = NONE
  for (const name of names) {
    const group = groups.get(name)
    if (group) found = found === NONE ? group : [...found, ...group]
  }
  return found
}

/** The first child element of the first of `names` that has one. */
export const firstChild = (element: XmlElement, ...names: readonly string[]): XmlElement | undefined => {
  const groups = byName(element)
  for (const name of names) {
    const first = groups.get(name)?.[0]
    if (first) return first
  }
  return undefined
}

/** Value of the attribute, whatever its case and surrounding space; undefined when missing or empty. */
export const attributeOf = (element: XmlElement, name: string): string | undefined => {
  for (const attribute of element.attributes) {
    if (attribute.name === name || attribute.name.toLowerCase() === name)
      return attribute.value.trim() || undefined
  }
  return undefined
}

/** All text inside the element without its markup, trimmed; undefined when there is none. */
export const textOf = (element: XmlElement | undefined): string | undefined => {
  if (!element) return undefined
  const [only] = element.children
  if (element.children.length === 1 && typeof only === 'string') return only.trim() || undefined
  const parts: string[] = []
  collectText(element, parts)
  return parts.join('').trim() || undefined
}

const collectText = (element: XmlElement, parts: string[]): void => {
  for (const child of element.children) {
    if (typeof child === 'string') parts.push(child)
    else collectText(child, parts)
  }
}

/** Text of the first child of the first of `names` that has text. */
export const childText = (element: XmlElement, ...names: readonly string[]): string | undefined => {
  const groups = byName(element)
  for (const name of names) {
    for (const child of groups.get(name) ?? NONE) {
      const text = textOf(child)
      if (text !== undefined) return text
    }
  }
  return undefined
}

/** Whether the element has elements inside, so that its text alone would lose markup. */
export const hasMarkup = (element: XmlElement): boolean => {
  for (const child of element.children) if (typeof child !== 'string') return true
  return false
}
