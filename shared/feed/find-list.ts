import type { DateHints } from '../date/written-date.ts'
import type { ItemContext, ListedItem, ReadItem } from './listed-item.ts'
import { dateHeadings, isWorded, readListedItem, sideOfDates, widest } from './listed-item.ts'
import type { Page, PageElement } from './page.ts'

type Placed = ReadItem & { element: PageElement; container: PageElement | null; classes: string[] }
type Search = Pick<ItemContext, 'hints' | 'budget'> & { headings: Map<PageElement, string | undefined> }
type Block = { items: Placed[]; score: number }

const MIN_ITEMS = 3
const MAX_GROUPS = 200
const MAX_ITEMS = 500
/** A list of 500 items of 20 elements looks at its elements on four levels. */
const MAX_LOOKS = 40_000
/** An article alone, such as a featured one, links its headline, picture, subject and rest. */
const MAX_LINKS = 4
const FURNITURE = /^(?:nav|header|footer|aside|select|button)$/
const FURNITURE_CLASS =
  /(?:^|[\s_-])(?:nav|navbar|gnav|menu|submenu|breadcrumbs?|footer|sidebar|pagination|pager|social|share|cookie|languages?|related|popular|mostread|trending|tags?)(?:$|[\s_-])/i
/** What says of the whole page that it has such a part. */
const ABOUT_FURNITURE =
  /(?:^|\s)(?:has|no|with|without|page|layout)-\S{1,40}|\S{1,40}-(?:with|has|no)-\S{1,40}/gi
/** Classes that tell items of one list apart: their number, place, subject or state. */
const PASSING_CLASS =
  /\d|^(?:post|category|tag|status|format|type|has|no|is)-|(?:^|[-_])(?:first|last|odd|even|active|current|selected|sticky|clearfix|new|featured)$/i

/**
 * The articles that a page lists, found without selectors: elements of the same shape (tag, classes and those
 * of their ancestors) that each carry a link with a title, best with a date, outside of navigation. Of all such
 * groups the one that carries most wins; undefined when none looks like a list of articles.
 */
export const findList = (page: Page, hints: DateHints): ListedItem[] | undefined => {
  const search: Search = { hints, budget: { elements: MAX_LOOKS }, headings: new Map() }
  const strict = groupsOf(page.root, tagAndClasses)
  const loose = groupsOf(page.root, tagOnly).filter(group => !isSeveralLists(group, strict))
  const seen = new Map<PageElement | undefined, number>()
  let best: Block | undefined
  for (const group of [...strict, ...loose]) {
    if (seen.get(group[0]) === group.length) continue
    seen.set(group[0], group.length)
    const block = blockOf(group, page, search)
    if (block && (!best || block.score > best.score)) best = block
  }
  return best?.items.map(({ url, title, rawDate }) => ({ url, title, rawDate }))
}

/** Elements of one shape, three or more, the longest groups first. */
const groupsOf = (root: PageElement, shapeOf: Shape): PageElement[][] => {
  const groups = new Map<string, PageElement[]>()
  collect(root, '', shapeOf, groups)
  return [...groups.values()]
    .filter(group => group.length >= MIN_ITEMS)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_GROUPS)
}

/** Whether a group of one tag joins lists that stand apart, none sharing a parent: press releases and events. */
const isSeveralLists = (group: PageElement[], lists: PageElement[][]): boolean => {
  const members = new Set(group)
  const parents = lists
    .filter(list => list.length < group.length && list[0] !== undefined && members.has(list[0]))
    .map(list => new Set(list.map(element => element.parentElement)))
  return parents.some((own, at) =>
    parents.slice(at + 1).some(other => ![...own].some(parent => other.has(parent))),
  )
}

type Shape = (element: PageElement) => string

const tagOnly: Shape = element => element.localName

const tagAndClasses: Shape = element => `${element.localName}.${lastingClasses(element).sort().join('.')}`

const lastingClasses = (element: PageElement): string[] =>
  (element.getAttribute('class') ?? '')
    .slice(0, 300)
    .split(/\s+/)
    .filter(name => name !== '' && !PASSING_CLASS.test(name))

const collect = (
  element: PageElement,
  path: string,
  shapeOf: Shape,
  groups: Map<string, PageElement[]>,
): void => {
  for (const child of Array.from(element.children)) {
    if (isFurniture(child)) continue
    const signature = `${path}>${shapeOf(child)}`.slice(-300)
    const group = groups.get(signature)
    if (group) group.push(child)
    else groups.set(signature, [child])
    collect(child, signature, shapeOf, groups)
  }
}

const isFurniture = (element: PageElement): boolean => {
  if (FURNITURE.test(element.localName)) return true
  if (/^(?:body|main|article)$/.test(element.localName)) return false
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500)
  return (
    /^(?:navigation|banner|contentinfo|complementary|search)$/.test(element.getAttribute('role') ?? '') ||
    FURNITURE_CLASS.test(names.replace(ABOUT_FURNITURE, ' '))
  )
}

const readAll = (members: PageElement[], context: ItemContext): Placed[] =>
  members.flatMap(element => {
    const item = readListedItem(element, context)
    return item
      ? [{ ...item, element, container: widest(element).parentElement, classes: lastingClasses(element) }]
      : []
  })

/** What most items are called is no headline but the label of their links. */
const sharedTitle = (items: Placed[]): string | undefined => {
  const counts = countOf(items.map(item => item.title))
  return [...counts].find(([, count]) => count > 2 && count * 2 > items.length)?.[0]
}

/** Rates a group; items that share an address (a menu, a tracker) or lack a title are no articles. */
const blockOf = (group: PageElement[], page: Page, search: Search): Block | undefined => {
  const members = group.slice(0, MAX_ITEMS)
  const context = {
    ...search,
    base: page.base,
    side: sideOfDates(group, search.hints),
    above: dateHeadings(members, search.hints, search.headings),
  }
  const first = readAll(members, context)
  const label = sharedTitle(first)
  const found = label === undefined ? first : readAll(members, { ...context, label })
  const unique = [...new Map(found.map(item => [item.url, item])).values()]
  const items = likeTheDated(withinDatedContainers(withoutChanceDates(withoutStrays(unique))))
  if (items.length < MIN_ITEMS || found.length < members.length * 0.6) return undefined
  const dated = items.filter(item => item.rawDate !== undefined).length
  const worded = items.filter(item => isWorded(item.title)).length
  if (worded < items.length / 2 || (dated < items.length / 2 && items.length < 5)) return undefined
  const titles = new Set(items.map(item => item.title)).size / items.length
  const isUsual = /^(?:article|li|tr)$/.test(group[0]?.localName ?? '')
  const told = items.every(item => item.isBare && item.rawDate === undefined) ? menuScore(worded) : worded
  return { items, score: (told + dated * 2) * titles + (isUsual ? 0.5 : 0) }
}

/** Where some containers hold dated items, those of the same shape without any date are menus. */
const withinDatedContainers = (items: Placed[]): Placed[] => {
  const dated = new Set(items.filter(item => item.rawDate !== undefined).map(item => item.container))
  return dated.size === 0 ? items : items.filter(item => dated.has(item.container))
}

/** Dates out of running text count when most items have one: fewer are days that the articles speak of. */
const withoutChanceDates = (items: Placed[]): Placed[] =>
  items.filter(item => item.isDateInText && item.rawDate !== undefined).length * 2 >= items.length
    ? items
    : items.map(item => (item.isDateInText ? { ...item, rawDate: undefined } : item))

/** One of many links that stands alone and shares no class with the rest is a box of its own beside the list. */
const withoutStrays = (items: Placed[]): Placed[] => {
  const inContainer = countOf(items.map(item => item.container))
  const ofClass = countOf(items.flatMap(item => (item.classes.length === 0 ? [''] : item.classes)))
  return items.filter(
    item =>
      inContainer.get(item.container) !== 1 ||
      item.element.querySelectorAll('a').length <= MAX_LINKS ||
      (item.classes.length === 0 ? [''] : item.classes).some(name => ofClass.get(name) !== 1),
  )
}

const countOf = <T>(values: T[]): Map<T, number> => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Where nearly all items are dated, one without a date at the end or of another class is a link to more. */
const likeTheDated = (items: Placed[]): Placed[] => {
  const dated = items.filter(item => item.rawDate !== undefined)
  if (dated.length < items.length * 0.8) return items
  const classes = new Set(dated.flatMap(item => item.classes))
  const isPlain = dated.some(item => item.classes.length === 0)
  const last = items.findLastIndex(item => item.rawDate !== undefined)
  return items.filter(
    (item, at) =>
      item.rawDate !== undefined ||
      (at < last && (item.classes.length === 0 ? isPlain : item.classes.some(name => classes.has(name)))),
  )
}

/** Nothing but links is most often a menu: however many, they count for less than three articles with dates. */
const menuScore = (links: number): number => (8 * links) / (links + 8)
