import { decodeHTMLStrict } from 'entities'
import { withoutTags } from './markup.ts'
import { childText, hasMarkup, textOf } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

const MAIL = /[^\s<>()[\],;:"]{1,64}@[^\s<>()[\],;:"]{1,190}/

/** One author as `Name <mail>`, a name or a mail address; undefined when the element names nobody. */
export const personOf = (element: XmlElement): string | undefined => {
  if (!hasMarkup(element)) return person(textOf(element))
  const name = childText(element, 'atom:name', 'name')
  const mail = childText(element, 'atom:email', 'email')
  if (name === undefined && mail === undefined) {
    return childText(element, 'atom:uri', 'uri', 'atom:url', 'url') === undefined
      ? person(textOf(element))
      : undefined
  }
  return written(name, mail)
}

/** A person as RSS writes one: `mail (Name)`, `Name (mail)`, `Name <mail>` or either alone. */
export const person = (raw: string | undefined): string | undefined => {
  const text = raw === undefined ? '' : withoutMarkup(raw.slice(0, 1_000)).replace(/\s+/g, ' ').trim()
  const mail = text.includes('@') ? MAIL.exec(text)?.[0] : undefined
  if (mail === undefined) return text || undefined
  const name = text
    .replace(mail, '')
    .replace(/mailto:/i, '')
    .replace(/[<>()[\]"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return written(name || undefined, mail)
}

const written = (name: string | undefined, mail: string | undefined): string | undefined =>
  name === undefined || name === mail ? (mail ?? name) : mail === undefined ? name : `${name} <${mail}>`

/** Entities are decoded only where no tag comes of it: `&lt;p&gt;` in a name is no markup. */
const withoutMarkup = (text: string): string => {
  const decoded = text.includes('&') ? decodeHTMLStrict(text) : text
  const plain = decoded.includes('<') && !text.includes('<') ? text : decoded
  return plain.includes('<') ? withoutTags(plain) : plain
}

/** The people an element list names, each once. */
export const people = (elements: readonly XmlElement[]): string[] =>
  distinct(elements.slice(0, MAX_VALUES).map(personOf))

/** An entry with more authors or categories is a flood, and would not fit a message. */
const MAX_VALUES = 200

/** The values that are there, each once, in order, at most 200. */
export const distinct = (values: readonly (string | undefined)[]): string[] => {
  const found = new Set<string>()
  for (const value of values) {
    if (found.size >= MAX_VALUES) break
    if (value !== undefined) found.add(value)
  }
  return [...found]
}
