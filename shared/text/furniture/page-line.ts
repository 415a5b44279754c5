import { hash } from 'node:crypto'
import type { Block, Region } from '../blocks.ts'
import type { WeighedBlock } from '../body.ts'
import { dateLikeParts } from '../dates/written-dates.ts'

/** A block of a page as furniture is learnt from it. */
export type PageLine = {
  text: string
  heading: boolean
  linkShare: number
  /** Tags and classes of its element and of those around it: blocks of one slot of a template share it. */
  place: string
  /** Whether the weighing of this page alone takes it for the article. */
  isKept: boolean
  /** Kept, or nearly so. */
  isDoubtful: boolean
}

const MAX_LINE_CHARS = 1_200
const LEVELS = 3
const CLASS_CHARS = 60
const FULL_STOP = /[.!?։။。！？۔।…]["'”’»)\]]*$/u
const FOUR_WORDS = /^\s*\S+\s+\S+\s+\S+\s+\S/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const UNSPACED_WORDS_CHARS = 7

/** Classes (or the id, where there are none) as all pages of a template have them: numbers are those of the page. */
function stableClass({ tag, className, id }: Region): string {
  const name = className === '' && id !== '' ? `@${id}` : className
  return `${tag}.${name.slice(0, CLASS_CHARS).replace(/\d+/g, '#')}`
}

/** The slot of a block in its page's template. */
export function placeOf({ region, inlineClasses }: Pick<Block, 'region' | 'inlineClasses'>): string {
  const names: string[] = []
  for (let at: Region | undefined = region; at && names.length < LEVELS && at.tag !== 'body'; at = at.parent)
    names.unshift(stableClass(at))
  return names.join('>') + inlineClasses.slice(0, CLASS_CHARS).replace(/\d+/g, '#')
}

/** A block as a line of its page. */
export function lineOf({ block, isKept, isDoubtful }: WeighedBlock): PageLine {
  const { text, heading, linkChars, nodes } = block
  const chars = nodes.reduce((sum, node) => sum + node.chars, 0)
  return {
    text,
    heading: heading > 0,
    linkShare: linkChars / Math.max(1, chars),
    place: placeOf(block),
    isKept,
    isDoubtful,
  }
}

/** 36 bits of a hash: among the few hundred of a source two do not meet. */
export function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 6)
}

/**
 * Whether a line is a sentence rather than a label, a counter or a link: four words with a full stop. Its numbers are
 * what it says; "Views: 913" is none.
 */
export function isSentence(text: string): boolean {
  const line = text.slice(-MAX_LINE_CHARS)
  const end = line.search(FULL_STOP)
  if (end < 0) return false
  const said = line.slice(0, end)
  if (FOUR_WORDS.test(said)) return true
  const unspaced = said.search(UNSPACED)
  return unspaced >= 0 && [...said.slice(unspaced)].length >= UNSPACED_WORDS_CHARS
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}#@]+/gu, ' ')
    .trim()
}

/**
 * A line as it recurs: without what changes from page to page, which is typography and, in what is no sentence,
 * numbers and dates. A sentence with other numbers is another sentence. Undefined for a line without words.
 */
export function lineKey(text: string): string | undefined {
  if (text.length > MAX_LINE_CHARS) return undefined
  if (isSentence(text)) return shortHash(plain(text))
  let line = text
  for (const date of dateLikeParts(text, 3)) line = line.replace(date, '#')
  const key = plain(line).replace(/\p{Nd}+/gu, '#')
  return key === '' ? undefined : shortHash(key)
}

/** Capitalised words behind another word, or several in a row. */
const NAME =
  /\p{Lu}[\p{L}\p{M}.'’-]+(?: (?:(?:de|van|von|der|bin|al|el|la|da) )?\p{Lu}[\p{L}\p{M}.'’-]+){1,3}|(?<=[\p{L}\p{Nd},;:(/–—-] ?)(?<!\p{L})\p{Lu}[\p{L}\p{M}'’-]+/gu
const MAX_FORM_CHARS = 400

/** A line but for the names and numbers in it; undefined for what has none. */
export function formKey(text: string): string | undefined {
  if (text.length > MAX_FORM_CHARS) return undefined
  const form = text.replace(NAME, ' @ ').replace(/\p{Nd}+/gu, '#')
  if (form === text) return undefined
  const said = plain(form)
  return said.replace(/[@#\s]+/g, '').length < MIN_FORM_LETTERS ? undefined : shortHash(`#${said}`)
}

const MIN_FORM_LETTERS = 4
const TAIL_WORDS = 4
const TAIL_CHARS = 5
const MAX_TAILED_CHARS = 200

/** A line without its numbers and marks. */
function wordsAlone(text: string): string {
  return plain(text)
    .replace(/[\p{Nd}#@]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** How a short line ends, whoever's name it begins with: "… has covered rivers since 2014". */
export function tailKey(text: string): string | undefined {
  if (text.length > MAX_TAILED_CHARS) return undefined
  const form = wordsAlone(text)
  if (UNSPACED.test(form))
    return form.length > TAIL_CHARS + 4 ? shortHash(`…${form.slice(-TAIL_CHARS)}`) : undefined
  const words = form.split(' ')
  return words.length > TAIL_WORDS + 1 ? shortHash(`…${words.slice(-TAIL_WORDS).join(' ')}`) : undefined
}

const HEAD_WORDS = 2
const HEAD_CHARS = 4

/** How a short line begins: "Posted by …". */
export function headKey(text: string): string | undefined {
  if (text.length > MAX_TAILED_CHARS) return undefined
  const form = wordsAlone(text)
  if (UNSPACED.test(form))
    return form.length > HEAD_CHARS + 2 ? shortHash(`${form.slice(0, HEAD_CHARS)}…`) : undefined
  const words = form.split(' ')
  return words.length > HEAD_WORDS ? shortHash(`${words.slice(0, HEAD_WORDS).join(' ')}…`) : undefined
}

const LONG_TAIL_WORDS = 5
const NAME_WORDS = 3
const LONG_TAIL_CHARS = 10
const NAME_CHARS = 5
const MAX_LONG_TAILED_CHARS = 400

/** A line but for somebody's name that it begins with; long enough that no two articles share it by chance. */
export function longTailKey(text: string): string | undefined {
  if (text.length > MAX_LONG_TAILED_CHARS) return undefined
  const form = plain(text).replace(/\p{Nd}+/gu, '#')
  if (UNSPACED.test(form)) {
    const chars = Math.max(LONG_TAIL_CHARS, form.length - NAME_CHARS)
    return form.length > LONG_TAIL_CHARS + 2 ? shortHash(`……${form.slice(-chars)}`) : undefined
  }
  const words = form.split(' ')
  const count = Math.max(LONG_TAIL_WORDS, words.length - NAME_WORDS)
  return words.length > LONG_TAIL_WORDS ? shortHash(`……${words.slice(-count).join(' ')}`) : undefined
}

/** The headline of an article, as links to it say it too. */
export function titleKey(text: string): string | undefined {
  const title = plain(text)
  return title.length < MIN_TITLE_CHARS ? undefined : shortHash(`=${title}`)
}

const MIN_TITLE_CHARS = 6

const LABEL = /^(\p{L}[\p{L}\p{M} .'’-]{1,40}?) ?(?:[:：՝]|[—–|-] )/u
const FIRST_WORD =
  /^(\p{L}[\p{L}\p{M}.'’-]{2,20}) (?=(?:https?:\/\/)?[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+(?:\/\S*)?$)/u
const MAX_LABELLED_CHARS = 220

/** What a line says before its colon or before an address ("Tags: …", "Source port.example"), as it recurs. */
export function labelKey(text: string): string | undefined {
  if (text.length > MAX_LABELLED_CHARS || text.includes('\n')) return undefined
  const label = LABEL.exec(text)?.[1] ?? FIRST_WORD.exec(text)?.[1]
  return label === undefined ? undefined : shortHash(`${plain(label)}:`)
}

/** "Photo 2 of 5", "3/4", "图1/4": one of so many. */
const COUNTED =
  /^(?:\p{L}+ ){0,2}\p{L}* ?\p{Nd}{1,3} ?(?:[/／]|of|von|de|sur|di|из|з|z|van|av|af|の) ?\p{Nd}{1,3}(?!\p{Nd}|[/.,]\p{Nd})/iu

/** Whether a line says which of how many it is: a gallery's captions do. */
export function isCounted(text: string): boolean {
  return text.length <= MAX_LABELLED_CHARS && COUNTED.test(text)
}
