import type { PageElement } from './page.ts'

/** How far up from a list its date heading may stand: `div > h3 + div > ul > li` needs two. */
const MAX_LEVELS = 3

/**
 * The dates of headings that stand over the items of a list grouped by day, by item. One date alone is that of
 * the page (`last updated`, `today is`) and dates nothing. `dateIn` reads an element that holds a date only.
 */
export const datesAbove = (
  items: PageElement[],
  dateIn: (element: PageElement) => string | undefined,
): Map<PageElement, string> => {
  const members = new Set(items)
  const found = new Map<PageElement, string>()
  for (const container of new Set(items.map(item => item.parentElement))) {
    if (!container) continue
    let date = holdsOneItem(container, members) ? undefined : dateOver(container, dateIn)
    for (const child of Array.from(container.children)) {
      if (!members.has(child)) date = dateIn(child) ?? date
      else if (date !== undefined) found.set(child, date)
    }
  }
  return new Set(found.values()).size > 1 ? found : new Map()
}

const dateOver = (
  container: PageElement,
  dateIn: (element: PageElement) => string | undefined,
): string | undefined => {
  let at: PageElement | null = container
  for (let level = 0; at && level < MAX_LEVELS; level++) {
    const date = at.previousElementSibling ? dateIn(at.previousElementSibling) : undefined
    if (date !== undefined) return date
    at = at.parentElement
  }
  return undefined
}

/** A cell with the headline and a link to its PDF: the date in the cell before is no heading, the item is the row. */
const holdsOneItem = (container: PageElement, members: Set<PageElement>): boolean =>
  Array.from(container.children).every(child => !members.has(child) || child.localName === 'a')
