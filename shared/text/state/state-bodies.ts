/** A body that a page's state holds, as markup or plain text, and the headline that stands beside it. */
export type StateBody = { text: string; title?: string }

type Thing = Record<string, unknown>
type Place = { key: string; value: unknown; title: string | undefined }

const MAX_VALUES = 30_000
const MAX_DEPTH = 40
const MIN_CHARS = 400
const BODY_KEY =
  /^(?:article_?body|body(?:_?html|_?text)?|content(?:_?html|_?text|_?elements|s)?|paragraphs|blocks|full_?text|text|html|story|rendered|main)$/i
const TITLE_KEY = /^(?:headlines?|title|basic)$/i
/** Under these keys a piece of rich text keeps its words, or the pieces it is made of. */
const WORDS_KEY = /^(?:text|value|content|html|children|data|body|paragraphs?|items|blocks)$/i
/** What a teaser for another article has, and a paragraph has not. */
const TEASER_KEY = /^(?:url|slug|permalink|canonical_?url|headlines?|title|published_?(?:at|date)?)$/i
const TEASER_KEYS = 2
/** Two words, or a run of a script that parts none. */
const PROSE = /\p{L}[,.]?\s+\p{L}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]{20}/u

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function titleOf(thing: Thing): string | undefined {
  for (const [key, value] of Object.entries(thing)) {
    if (!TITLE_KEY.test(key)) continue
    if (typeof value === 'string') return value
    if (isThing(value)) return titleOf(value)
  }
  return undefined
}

/** The words of a piece of rich text, in order: what stands beside a text is of its line, pieces of pieces are lines. */
function wordsOf(piece: unknown, depth: number): string {
  if (typeof piece === 'string') return piece
  if (depth > MAX_DEPTH) return ''
  if (Array.isArray(piece)) {
    const isOneLine = piece.some(part => typeof part === 'string' || isSpan(part))
    return piece.map(part => wordsOf(part, depth + 1)).join(isOneLine ? '' : '\n')
  }
  if (!isThing(piece)) return ''
  const words = Object.entries(piece).filter(([key, value]) => WORDS_KEY.test(key) && value !== null)
  return words.map(([, value]) => (typeof value === 'number' ? '' : wordsOf(value, depth + 1))).join('')
}

function isSpan(piece: unknown): boolean {
  return isThing(piece) && (typeof piece.text === 'string' || typeof piece.value === 'string')
}

function isTeaser(piece: unknown): boolean {
  return isThing(piece) && Object.keys(piece).filter(key => TEASER_KEY.test(key)).length >= TEASER_KEYS
}

/** The text of a list of paragraphs in whatever editor's form; undefined for lists of articles. */
function textOfPieces(pieces: readonly unknown[]): string | undefined {
  if (pieces.some(isTeaser)) return undefined
  return pieces.map(piece => wordsOf(piece, 0)).join('\n\n')
}

function bodyText({ key, value }: Place): string | undefined {
  if (!BODY_KEY.test(key)) return undefined
  if (typeof value === 'string') return value
  return Array.isArray(value) ? textOfPieces(value) : undefined
}

function placesWithin({ key, value, title }: Place): Place[] {
  if (Array.isArray(value)) return value.map(inner => ({ key, value: inner, title }))
  if (!isThing(value)) return []
  const own = titleOf(value) ?? title
  return Object.entries(value).map(([name, inner]) => ({ key: name, value: inner, title: own }))
}

/** Every text of some length that stands where a state keeps bodies, with the nearest headline above it. */
export function bodiesIn(state: unknown): StateBody[] {
  const bodies: StateBody[] = []
  const queue: Place[] = [{ key: '', value: state, title: undefined }]
  for (let i = 0; i < queue.length && i < MAX_VALUES; i++) {
    const place = queue[i]
    if (place === undefined) break
    const text = bodyText(place)
    if (text !== undefined && text.length >= MIN_CHARS && PROSE.test(text))
      bodies.push({ text, ...(place.title !== undefined && { title: place.title }) })
    if (queue.length < MAX_VALUES) for (const inner of placesWithin(place)) queue.push(inner)
  }
  return bodies
}
