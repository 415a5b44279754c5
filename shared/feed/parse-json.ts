import { MAX_ENTRIES } from './model.ts'

/** Deeper documents are attacks: an 8 MB run of brackets costs JSON.parse half a gigabyte. */
const MAX_DEPTH = 128

/**
 * The value of a JSON document, undefined when it is no JSON or nested more than 128 deep. An array keeps one
 * element more than a document may have entries, so that its reader can tell that it was longer.
 */
export const parseJson = (text: string): unknown => {
  const cut = withoutLongTails(text)
  if (cut === undefined) return undefined
  try {
    return JSON.parse(cut.charCodeAt(0) === 0xfeff ? cut.slice(1) : cut)
  } catch {
    return undefined
  }
}

/**
 * The text without what stands in any array after its first elements: 8 MB of `{},` are three million objects
 * and 400 MB. One pass; undefined for what is nested too deep.
 */
const withoutLongTails = (text: string): string | undefined => {
  const kept: string[] = []
  const commas: number[] = []
  let keptUntil = 0
  let cutDepth = 0
  let cutAt = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c && inString) at++
    else if (code === 0x22) inString = !inString
    else if (inString) continue
    else if (code === 0x5b || code === 0x7b) {
      // An object's commas part its fields and are not counted.
      if (commas.push(code === 0x5b ? 0 : Number.NEGATIVE_INFINITY) > MAX_DEPTH) return undefined
    } else if (code === 0x2c && cutDepth === 0) {
      const depth = commas.length
      const count = (commas[depth - 1] ?? 0) + 1
      if (depth > 0) commas[depth - 1] = count
      if (depth > 0 && count > MAX_ENTRIES) {
        cutDepth = depth
        cutAt = at
      }
    } else if (code === 0x5d || code === 0x7d) {
      if (commas.length === cutDepth && cutDepth > 0) {
        kept.push(text.slice(keptUntil, cutAt))
        keptUntil = at
        cutDepth = 0
      }
      commas.pop()
    }
  }
  return kept.length === 0 ? text : kept.join('') + text.slice(keptUntil)
}
