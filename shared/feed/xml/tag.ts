import { decodeEntities } from './entities.ts'
import type { Attribute, Finder } from './scan.ts'

export type TagReading =
  | { kind: 'tag'; name: string; attributes: Attribute[]; selfClosing: boolean; end: number }
  | { kind: 'text' }
  | { kind: 'truncated' }

/** More attributes than this on one element are ignored: the longest seen on a media:content has 14. */
const MAX_ATTRIBUTES = 128
const NONE: Attribute[] = []

const isSpace = (code: number): boolean => code === 0x20 || (code > 0x08 && code < 0x0e)

/**
 * Reads a start tag whose name begins at `start`. A `<` before the closing `>` shows that the first one was
 * text. Values may be unquoted or missing (`<rss version=2.0>`, `<guid isPermaLink>`).
 */
export const readTag = (text: string, start: number, find: Finder): TagReading => {
  const { length } = text
  let at = nameEnd(text, start)
  const name = text.slice(start, at)
  let attributes = NONE
  while (at < length) {
    const code = text.charCodeAt(at)
    if (code === 0x3e) return { kind: 'tag', name, attributes, selfClosing: false, end: at + 1 }
    if (code === 0x3c) return { kind: 'text' }
    if (code === 0x2f && text.charCodeAt(at + 1) === 0x3e) {
      return { kind: 'tag', name, attributes, selfClosing: true, end: at + 2 }
    }
    if (isSpace(code) || code === 0x2f || code === 0x22 || code === 0x27 || code === 0x3d) {
      at++
      continue
    }
    const from = at
    at = nameEnd(text, at)
    const attribute = text.slice(from, at)
    const value = readValue(text, at, find)
    at = value.end
    if (attributes === NONE) attributes = []
    if (attributes.length < MAX_ATTRIBUTES)
      attributes.push({ name: attribute, value: decodeEntities(value.text) })
  }
  return { kind: 'truncated' }
}

const nameEnd = (text: string, start: number): number => {
  let at = start
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isSpace(code) || code === 0x3e || code === 0x3c || code === 0x3d) break
    if (code === 0x2f && text.charCodeAt(at + 1) === 0x3e) break
  }
  return at
}

const readValue = (text: string, from: number, find: Finder): { text: string; end: number } => {
  let at = from
  while (isSpace(text.charCodeAt(at))) at++
  if (text.charCodeAt(at) !== 0x3d) return { text: '', end: Math.max(at, from) }
  at++
  while (isSpace(text.charCodeAt(at))) at++
  const quote = text.charAt(at)
  if (quote === '"' || quote === "'") {
    const close = find(quote, at + 1)
    if (close !== -1 && !swallowsMarkup(text, at + 1, close) && !swallowsAttribute(text, at + 1, close)) {
      return { text: text.slice(at + 1, close), end: close + 1 }
    }
    at++
  }
  let end = at
  while (end < text.length && !isSpace(text.charCodeAt(end)) && text.charAt(end) !== '>') end++
  if (text.charAt(end) === '>' && text.charAt(end - 1) === '/' && end - 1 > at) end--
  return { text: text.slice(at, end), end }
}

/** A quoted value that runs over the end of its tag into the next one has lost its closing quote. */
const swallowsMarkup = (text: string, from: number, close: number): boolean => {
  for (let at = from, ended = false; at < close; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3e) ended = true
    else if (code === 0x3c && ended) return true
  }
  return false
}

/** `url="http://a/1.mp3 type="audio/mpeg"`: the value ends where the next attribute begins. */
const swallowsAttribute = (text: string, from: number, close: number): boolean =>
  text.charCodeAt(close - 1) === 0x3d &&
  /^[^\s"'/>]/.test(text.charAt(close + 1)) &&
  /\s[\w:-]{1,30}=$/.test(text.slice(Math.max(from, close - 32), close))
