import { formatOrder } from '../date/format-order.ts'
import type { ArticleSelectors } from '../source.ts'
import type { RecipeSight } from '../source-recipe.ts'
import { type DateReading, type FoundDate, firstDate } from './dates/stated-date.ts'
import { dateLikeParts } from './dates/written-dates.ts'
import { select } from './select.ts'
import type { ElementNode } from './tree.ts'

/** The parts that every article has, by whether the source's selectors found them, and the byline if they did. */
export type RecipeFinds = Omit<RecipeSight, 'page'> & { hasAuthors: boolean }

/** What a source's own selectors say of a page, its text apart. */
export type RecipeReading = { title?: string; published?: FoundDate; authors: string[] }

const MAX_TITLE_CHARS = 500
const MAX_DATE_CHARS = 300
const MAX_NAME_CHARS = 200

function textsOf(root: ElementNode, selector: string | undefined, maxChars: number): string[] {
  if (selector === undefined) return []
  return select(root, selector)
    .map(element => wordsOf(element).slice(0, maxChars))
    .filter(text => text !== '')
}

function wordsOf(element: ElementNode): string {
  const text = element.localName === 'meta' ? element.getAttribute('content') : element.textContent
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** What a machine is told (`datetime`) before what a reader is. */
function datesOf(root: ElementNode, selector: string): (string | null)[] {
  return select(root, selector).flatMap(element => {
    const shown = wordsOf(element).slice(0, MAX_DATE_CHARS)
    return [element.getAttribute('datetime'), shown, ...dateLikeParts(shown, 1)]
  })
}

function dateAt(
  root: ElementNode,
  selector: string,
  dateFormat: string | undefined,
  reading: DateReading,
): FoundDate | undefined {
  const order = formatOrder(dateFormat) ?? reading.order
  return firstDate(datesOf(root, selector), 'selector', { ...reading, order })
}

/** Reads title, date and authors where a source's own selectors say that they stand. */
export function readRecipe(
  root: ElementNode,
  { title, date, dateFormat, author }: ArticleSelectors,
  readingOf: () => DateReading,
): RecipeReading {
  const published = date === undefined ? undefined : dateAt(root, date, dateFormat, readingOf())
  const [headline] = textsOf(root, title, MAX_TITLE_CHARS)
  return {
    ...(headline !== undefined && { title: headline }),
    ...(published !== undefined && { published }),
    authors: textsOf(root, author, MAX_NAME_CHARS),
  }
}

/** Takes what a selector finds out of the page. @returns its words. */
export function takeOut(root: ElementNode, selector: string | undefined): string[] {
  if (selector === undefined) return []
  const found = select(root, selector).filter(({ localName }) => localName !== 'html' && localName !== 'body')
  const words = found.map(wordsOf).filter(text => text !== '')
  for (const element of found) element.remove()
  return words
}

/** Which of the selectors that a source has found what they are for. */
export function findsOf(
  selectors: ArticleSelectors,
  { title, published, authors }: RecipeReading,
  hasText: boolean,
): RecipeFinds {
  const parts = [
    ['text', hasText],
    ['title', title !== undefined],
    ['date', published !== undefined],
  ] as const
  const own = parts.filter(([part]) => selectors[part] !== undefined)
  return {
    found: own.flatMap(([part, isFound]) => (isFound ? [part] : [])),
    missed: own.flatMap(([part, isFound]) => (isFound ? [] : [part])),
    hasAuthors: authors.length > 0,
  }
}
