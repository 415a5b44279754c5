import type { XmlElement } from './tree.ts'

/** Fields that hold a line of text: any other field that opens inside one shows that its end tag is missing. */
const LINE_FIELDS = new Set([
  'title',
  'link',
  'guid',
  'id',
  'pubdate',
  'category',
  'comments',
  'updated',
  'published',
  'enclosure',
  'language',
  'dc:date',
  'dc:creator',
  'dc:subject',
])
const BODY_FIELDS = new Set(['description', 'summary', 'content', 'content:encoded', 'tagline', 'subtitle'])
const FIELDS = new Set([...LINE_FIELDS, ...BODY_FIELDS])
/** Names that are never HTML, so that they cannot be markup inside a body. */
const ENDS_BODY = new Set(['guid', 'pubdate', 'content:encoded', 'enclosure'])
const ENTRIES = new Set(['item', 'entry'])

/** Names that HTML has too: they end a body only while it holds nothing but text. */
const ENDS_TEXT = new Set([
  'title',
  'link',
  'author',
  'category',
  'comments',
  'dc:date',
  'dc:creator',
  'dc:subject',
])

/**
 * Whether `open` was never closed, seen that `next` opens inside it: entries do not nest, and neither do their
 * fields. Without this one missing `</title>` swallows the rest of its entry.
 */
export const closesOpenField = (open: XmlElement, next: string): boolean => {
  const outer = withoutAtom(open.name)
  const inner = withoutAtom(next)
  if (ENTRIES.has(outer)) return ENTRIES.has(inner)
  if (LINE_FIELDS.has(outer)) return FIELDS.has(inner) || ENTRIES.has(inner)
  if (!BODY_FIELDS.has(outer)) return false
  return (
    ENTRIES.has(inner) ||
    ENDS_BODY.has(inner) ||
    (ENDS_TEXT.has(inner) && outer === 'description' && isText(open))
  )
}

const isText = (element: XmlElement): boolean =>
  element.children.length > 0 && element.children.every(child => typeof child === 'string')

const withoutAtom = (name: string): string => (name.startsWith('atom:') ? name.slice(5) : name)

/** A field that means nothing, or another thing, when its end is cut off: half an address is another address. */
export const isWholeOrNothing = (name: string): boolean =>
  /^(?:atom:)?(?:link|guid|id|pubdate|updated|published|dc:date|dc:identifier|author|category)$/.test(name)
