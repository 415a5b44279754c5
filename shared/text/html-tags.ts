/** Elements without an end tag. */
export const VOID = new Set(
  'area base basefont bgsound br col command embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
)
/** What no reader sees as text: program, style, embedded documents, alternatives to script. */
export const UNREAD = new Set(
  'script style noscript template svg iframe select textarea object noframes noembed'.split(' '),
)
/** Elements that belong to the head wherever they stand. */
export const HEAD_ONLY = new Set('title base link meta'.split(' '))
/** Opening tags that end a paragraph (HTML 13.1.2.4). */
export const CLOSES_PARAGRAPH = new Set(
  (
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul'
  ).split(' '),
)
/** Elements that end tags do not reach across. */
export const SCOPES = new Set('table td th caption html body button marquee object'.split(' '))
/** Elements within a line. */
export const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)
/** An opening tag closes these open elements, up to (not through) the named boundaries: HTML's implied end tags. */
export const IMPLIED: ReadonlyMap<string, { closes: readonly string[]; within: readonly string[] }> = new Map(
  [
    ['li', { closes: ['li'], within: ['ul', 'ol', 'menu', 'dir'] }],
    ['dt', { closes: ['dt', 'dd'], within: ['dl'] }],
    ['dd', { closes: ['dt', 'dd'], within: ['dl'] }],
    ['tr', { closes: ['tr', 'td', 'th'], within: ['table'] }],
    ['td', { closes: ['td', 'th'], within: ['tr', 'table'] }],
    ['th', { closes: ['td', 'th'], within: ['tr', 'table'] }],
    ['tbody', { closes: ['tbody', 'thead', 'tfoot'], within: ['table'] }],
    ['thead', { closes: ['tbody', 'thead', 'tfoot'], within: ['table'] }],
    ['tfoot', { closes: ['tbody', 'thead', 'tfoot'], within: ['table'] }],
  ],
)
/** Headings end each other. */
export const HEADING = /^h[1-6]$/

const NAMES = new Map<string, string>()
const MAX_NAMES = 500
/** Longer pieces of a page are kept by the engine as references into it: a name must not hold on to its page. */
export const MAX_KEPT_NAME_CHARS = 12

/** A tag's name in small letters, the same string for each: those are compared by their address. */
export function tagName(written: string): string {
  const known = NAMES.get(written)
  if (known !== undefined) return known
  const name = written.toLowerCase()
  if (NAMES.size < MAX_NAMES && name.length <= MAX_KEPT_NAME_CHARS) NAMES.set(written, name)
  return name
}
