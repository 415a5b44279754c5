import { readAssignedData } from './assigned-data.ts'
import { type Block, readBlocks } from './blocks.ts'
import { parseLenient } from './json-ld.ts'
import { type DataScript, parsePage } from './parse-tree.ts'

const MAX_VALUES = 30_000
const MIN_CHARS = 400
const BODY_KEY =
  /^(?:article_?body|body(?:_?html|_?text)?|content(?:_?html|_?text|s)?|full_?text|text|html|story|rendered|main)$/i

function* longTexts(root: unknown): Generator<string> {
  const queue: [string, unknown][] = [['', root]]
  for (let i = 0; i < queue.length && i < MAX_VALUES; i++) {
    const [key, value] = queue[i] ?? ['', undefined]
    if (typeof value === 'string') {
      if (value.length >= MIN_CHARS && BODY_KEY.test(key) && /\p{L}\s+\p{L}/u.test(value)) yield value
    } else if (typeof value === 'object' && value !== null && queue.length < MAX_VALUES) {
      const inherits = Array.isArray(value)
      for (const [name, inner] of Object.entries(value)) queue.push([inherits ? key : name, inner])
    }
  }
}

function blocksOf(text: string, url: string): Block[] {
  const markup = /<(?:p|br|div|h[1-6]|li)\b/i.test(text) ? text : text.replace(/\n/g, '<br>')
  return readBlocks(parsePage(markup, url).document.body).blocks
}

/**
 * The article's body out of the state that a script framework ships with its page, as JSON or assigned to a name, for pages whose markup
 * holds no text: the longest text under a key that names a body. Undefined when there is none.
 */
export function readStateBody(scripts: readonly DataScript[], url: string): Block[] | undefined {
  const texts = scripts
    .filter(({ type }) => !type.includes('ld+json'))
    .map(({ type, text }) => (type === 'assigned' ? readAssignedData(text) : parseLenient(text)))
    .flatMap(state => [...longTexts(state)])
  const longest = texts.sort((a, b) => b.length - a.length)[0]
  const blocks = longest === undefined ? [] : blocksOf(longest, url)
  return blocks.length > 0 ? blocks : undefined
}
