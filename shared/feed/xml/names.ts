import { knownPrefix } from './namespaces.ts'
import type { Attribute } from './scan.ts'

/** The feed with the most modules seen declares 24. */
const MAX_PREFIXES = 200

/**
 * Namespace prefixes of one document. A prefix means the same in all of the document, as no publisher was
 * seen to redefine one; only the default namespace follows the nesting.
 */
export const createNames = () => {
  const prefixes = new Map<string, string>()
  const seen = new Map<string, Map<string, string>>()

  const declare = (attributes: Attribute[], inherited: string): string => {
    let defaultPrefix = inherited
    for (const { name, value } of attributes) {
      if (!name.startsWith('xmlns')) continue
      const known = knownPrefix(value)
      if (name === 'xmlns') defaultPrefix = known ?? ''
      else if (name.startsWith('xmlns:') && prefixes.size < MAX_PREFIXES) {
        prefixes.set(name.slice(6).toLowerCase(), known ?? name.slice(6).toLowerCase())
        seen.clear()
      }
    }
    return defaultPrefix
  }

  const canonical = (source: string, defaultPrefix: string): string => {
    const names = seen.get(defaultPrefix) ?? new Map<string, string>()
    const known = names.get(source)
    if (known !== undefined) return known
    const lower = source.toLowerCase()
    const colon = lower.indexOf(':')
    const prefix =
      colon === -1 ? defaultPrefix : (prefixes.get(lower.slice(0, colon)) ?? lower.slice(0, colon))
    const local = lower.slice(colon + 1)
    const name = prefix === '' ? local : `${prefix}:${local}`
    seen.set(defaultPrefix, names.set(source, name))
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
