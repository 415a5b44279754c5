import {
  isByline,
  isDateLine,
  isMarginLine,
  isPictureLine,
  isSectionLine,
  isSiteLine,
  opensComments,
  opensRelated,
  translatedAttributionOf,
} from './document/document-lines.ts'
import { unwrapLines } from './document/line-wraps.ts'
import { withoutMarkdown } from './document/markdown.ts'
import { attributionOf } from './furniture/known-lines.ts'
import { repairText } from './repair/repair.ts'

export type CleanedText = {
  text: string
  title?: string
  /** Whom the document names as its source. */
  attribution?: string
  repairs: string[]
  furnitureRemoved: string[]
}

const MAX_TITLE_CHARS = 300
/** A longer first line that ends like a sentence is one. */
const MAX_SENTENCE_TITLE_CHARS = 120
const PROSE_CHARS = 80
const OPENING_PARAGRAPHS = 8
/** In scripts without spaces a name is shorter. */
const MENU_ITEM =
  /^(?:[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{1,23}|.{1,5})(?<=[\p{L}\p{N}])$/u
const MENU_WORDS = 3
const MIN_MENU_LINES = 3
const MAX_RELATED_CHARS = 140
/** Comments that come sooner are what the article is about. */
const COMMENTS_FROM = 0.4

/**
 * Cleans a document that arrives as plain text: joins wrapped lines, repairs it, takes its title from its first line,
 * and removes what the site around it added: section names and dates above and below the title, pictures' credits,
 * calls to share and to read on, comments. The attribution that a removed line carried is kept as data. Nothing else
 * is lost: `title`, `text` and `furnitureRemoved` together are the whole document.
 */
export function cleanText(document: string): CleanedText {
  const plain = withoutMarkdown(document.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''))
  const { text, repairs } = repairText(unwrapLines(plain))
  const furnitureRemoved: string[] = []
  const { title, story } = openingOf(paragraphsOf(text), furnitureRemoved)
  const { body, attribution } = bodyOf(story, furnitureRemoved)
  return {
    text: body.join('\n\n'),
    ...(title !== undefined ? { title } : {}),
    ...(attribution !== undefined ? { attribution } : {}),
    repairs,
    furnitureRemoved,
  }
}

/** Paragraphs are parted by empty lines; in a document that has none, and in what stands above the story, each line is one. */
function paragraphsOf(text: string): string[] {
  const paragraphs = text.split(/\n{2,}/).filter(paragraph => paragraph !== '')
  if (paragraphs.length === 1) return text.split('\n').filter(line => line !== '')
  return paragraphs.flatMap((paragraph, at) => {
    const lines = paragraph.split('\n')
    return at < OPENING_PARAGRAPHS && (lines.some(isAboveStory) || isMenu(lines)) ? lines : [paragraph]
  })
}

/** A site's menu: names of sections, line by line. */
function isMenu(lines: readonly string[]): boolean {
  return lines.length > 1 && lines.every(line => MENU_ITEM.test(line) && line.split(' ').length <= MENU_WORDS)
}

function isAboveStory(line: string): boolean {
  return [isSectionLine, isDateLine, isPictureLine, isMarginLine, isByline].some(isOne => isOne(line))
}

/** Takes off what stands above the title, and what stands between it and the story. */
function openingOf(paragraphs: readonly string[], removed: string[]): { title?: string; story: string[] } {
  let at = menuEnd(paragraphs)
  removed.push(...paragraphs.slice(0, at))
  while (at < paragraphs.length - 1 && isAboveStory(paragraphs[at] ?? ''))
    removed.push(paragraphs[at++] ?? '')
  const title = titleOf(paragraphs.slice(at))
  if (title === undefined) return { story: paragraphs.slice(at) }
  const story = paragraphs.slice(at + 1)
  const prose = story.slice(0, OPENING_PARAGRAPHS).findIndex(isProse)
  const isBelow = (line: string) => isAboveStory(line) || line.toLowerCase() === title.toLowerCase()
  const leading = story.findIndex((line, at) => !isBelow(line) || at === story.length - 1)
  const end = Math.max(0, prose, leading)
  removed.push(...story.slice(0, end).filter(isBelow))
  return { title, story: story.filter((line, at) => at >= end || !isBelow(line)) }
}

/** Behind three lines or more of a menu that a document begins with. */
function menuEnd(paragraphs: readonly string[]): number {
  const end = paragraphs.findIndex(paragraph => !isMenu([paragraph, paragraph]))
  return end >= MIN_MENU_LINES ? end : 0
}

/** A first line of its own that does not end like a sentence of the body. */
function titleOf([first, ...others]: readonly string[]): string | undefined {
  if (first === undefined || others.length === 0 || first.length > MAX_TITLE_CHARS || first.includes('\n'))
    return undefined
  return /[.:;,]$/.test(first) && first.length > MAX_SENTENCE_TITLE_CHARS ? undefined : first
}

function bodyOf(story: readonly string[], removed: string[]): { body: string[]; attribution?: string } {
  const end = commentsFrom(story)
  const lastProse = story.findLastIndex((paragraph, at) => at < end && isProse(paragraph))
  // Where several are named these are sources of figures, each below its own.
  const isLoneSource = story.filter(paragraph => attributionOf(paragraph) !== undefined).length === 1
  const body: string[] = []
  let attribution: string | undefined
  let isRelated = false
  for (const [at, paragraph] of story.entries()) {
    const isAfter = at > lastProse
    const named = isAfter || isLoneSource ? sourceNamedIn(paragraph, isAfter) : undefined
    attribution = named ?? attribution
    const follows: boolean = isRelated && isTitleLike(paragraph)
    isRelated = follows
      ? isAfter
      : isAfter || isTitleLike(story[at + 1] ?? '')
        ? opensRelated(paragraph)
        : false
    if (at >= end || named !== undefined || follows || isRelated) {
      removed.push(paragraph)
      continue
    }
    const kept = withoutSiteLines(paragraph, isAfter, removed)
    if (kept !== '') body.push(kept)
  }
  return { body, ...(attribution !== undefined ? { attribution } : {}) }
}

function sourceNamedIn(paragraph: string, isAfter: boolean): string | undefined {
  return attributionOf(paragraph) ?? (isAfter ? translatedAttributionOf(paragraph) : undefined)
}

/** A paragraph without its lines that serve the site; behind the story's last prose more lines can be told to. */
function withoutSiteLines(paragraph: string, isAfter: boolean, removed: string[]): string {
  const isSites = isAfter ? isMarginLine : isSiteLine
  const kept: string[] = []
  for (const line of paragraph.split('\n')) {
    if (isSites(line)) removed.push(line)
    else kept.push(line)
  }
  return kept.join('\n')
}

/** The place from which readers speak, or the form asks them to; the length when there is none. */
function commentsFrom(story: readonly string[]): number {
  const found = story.findIndex(
    (paragraph, at) => at >= story.length * COMMENTS_FROM && opensComments(paragraph),
  )
  return found < 0 ? story.length : found
}

function isProse(paragraph: string): boolean {
  return (
    (paragraph.length >= PROSE_CHARS || /\p{Script=Han}.{14,}[。！？]/u.test(paragraph)) &&
    !paragraph.split('\n').every(isMarginLine)
  )
}

function isTitleLike(paragraph: string): boolean {
  return (
    paragraph !== '' && paragraph.length <= MAX_RELATED_CHARS && !/[.!?。！？։।؟:]["'”’»)]*$/u.test(paragraph)
  )
}
