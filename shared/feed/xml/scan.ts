import { decodeEntities } from './entities.ts'
import { readTag } from './tag.ts'

export type Attribute = { name: string; value: string }

/** Receives the document in order. `open` and `close` get names as written; `text` arrives decoded. */
export type XmlSink = {
  open(name: string, attributes: Attribute[], selfClosing: boolean): void
  close(name: string): void
  text(text: string): void
  isFull(): boolean
  /** Whether what follows this start tag is no markup, as in HTML's script and style. */
  isRawText?(name: string): boolean
}

const isNameStart = (code: number): boolean =>
  (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b) || code === 0x5f || code > 0x7f

/**
 * Reads XML as publishers write it and tells `sink` what it meets. Never throws, takes linear time: a `<` that
 * opens nothing is text, a tag may lack quotes, comments and CDATA sections may lack their end. A DOCTYPE
 * is skipped with all that it declares.
 */
export const scanXml = (text: string, sink: XmlSink): void => {
  const find = createFinder(text)
  let textStart = 0
  let at = 0
  const flush = (end: number): void => {
    if (end > textStart) sink.text(decodeEntities(text.slice(textStart, end)))
  }
  while (!sink.isFull()) {
    const lt = text.indexOf('<', at)
    if (lt === -1) {
      const cut = /<\/?$/.exec(text.slice(-2))?.[0].length ?? 0
      flush(text.length - cut)
      return
    }
    const next = text.charCodeAt(lt + 1)
    let end = -1
    if (isNameStart(next)) {
      const tag = readTag(text, lt + 1, find)
      if (tag.kind === 'truncated') {
        flush(lt)
        return
      }
      if (tag.kind === 'tag') {
        flush(lt)
        sink.open(tag.name, tag.attributes, tag.selfClosing)
        end = sink.isRawText?.(tag.name) && !tag.selfClosing ? rawTextEnd(tag.name, tag.end, find) : tag.end
      }
    } else if (next === 0x2f && isNameStart(text.charCodeAt(lt + 2))) {
      flush(lt)
      end = closeTag(text, lt, sink)
    } else if (next === 0x21 || next === 0x3f) {
      end = declarationEnd(text, lt, find)
      if (end !== -1) flush(lt)
      if (end !== -1 && text.startsWith('<![CDATA[', lt))
        sink.text(text.slice(lt + 9, cdataTextEnd(text, end)))
    }
    if (end === -1) at = lt + 1
    else {
      at = end
      textStart = end
    }
  }
}

/** Finds `needle` from a position; a needle that was not found once is never searched again. */
export type Finder = (needle: string, from: number) => number

const createFinder = (text: string): Finder => {
  const exhausted = new Set<string>()
  return (needle, from) => {
    if (exhausted.has(needle)) return -1
    const found = text.indexOf(needle, from)
    if (found === -1) exhausted.add(needle)
    return found
  }
}

const closeTag = (text: string, lt: number, sink: XmlSink): number => {
  let end = lt + 2
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === 0x3e || code === 0x3c || code === 0x2f || code <= 0x20) break
  }
  sink.close(text.slice(lt + 2, end))
  while (end < text.length && text.charCodeAt(end) !== 0x3e && text.charCodeAt(end) !== 0x3c) end++
  return text.charCodeAt(end) === 0x3e ? end + 1 : end
}

/** Raw text is skipped up to its end tag; without one the rest of the document is markup after all. */
const rawTextEnd = (name: string, from: number, find: Finder): number => {
  const end = find(`</${name}`, from)
  return end === -1 ? from : end
}

const cdataTextEnd = (text: string, end: number): number => (text.startsWith(']]>', end - 3) ? end - 3 : end)

/** Where a comment, CDATA section, processing instruction or DOCTYPE ends; -1 when `<!` or `<?` is mere text. */
const declarationEnd = (text: string, lt: number, find: Finder): number => {
  if (text.startsWith('<![CDATA[', lt)) return after(find(']]>', lt + 9), 3, lt + 9)
  if (text.startsWith('<!--', lt)) return after(find('-->', lt + 4), 3, lt + 4)
  if (text.startsWith('<?', lt)) return after(find('>', lt + 2), 1, lt + 2)
  if (/^<!doctype/i.test(text.slice(lt, lt + 9))) return doctypeEnd(text, lt, find)
  return /[a-z[]/i.test(text.charAt(lt + 2)) ? after(find('>', lt + 2), 1, -1) : -1
}

const after = (found: number, length: number, otherwise: number): number =>
  found === -1 ? otherwise : found + length

const doctypeEnd = (text: string, lt: number, find: Finder): number => {
  const close = find('>', lt)
  if (close === -1) return text.length
  if (!text.slice(lt, close).includes('[')) return close + 1
  const subsetEnd = find(']', lt)
  return after(find('>', subsetEnd === -1 ? lt : subsetEnd), 1, text.length)
}
