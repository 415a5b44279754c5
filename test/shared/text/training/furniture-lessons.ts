import { readPage } from '../../../../shared/text/extract.ts'
import { evidenceRows } from '../../../../shared/text/furniture/evidence.ts'
import { type LearntPage, learnFurniture, NO_FURNITURE } from '../../../../shared/text/furniture/learned.ts'
import type { Dice } from '../../../support/sites/prose.ts'
import type { Site, SitePage } from '../../../support/sites/site.ts'
import type { Sample } from './lessons.ts'

/** What a line costs when it is mistaken: text that is lost costs more than furniture that is left. */
const ARTICLE_WEIGHT = 1.5
const MAX_ARTICLE_WEIGHT = 2.5
/** Dates, bylines and menus, of which a site does not say what they are. */
const UNSAID_WEIGHT = 0.25
/** A source is judged by after so many pages, and with so many of its pages. */
const SIZES = [4, 7, 10, 15, 25]
const SHARE = 0.3
const WHOLE_LINE_CHARS = 20

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()

type Taught = { label: number; weight: number } | undefined

/** What each line of a page is, by what its site says of the page. */
function taughtBy({ sentences, furniture, title }: SitePage, { lines }: LearntPage): Taught[] {
  const own = sentences.map(squeezed)
  const around = furniture.map(squeezed)
  return lines.map(line => {
    const text = squeezed(line.text)
    const isOwn = own.some(
      said => text.includes(said) || (text.length > WHOLE_LINE_CHARS && said.includes(text)),
    )
    const isAround = around.some(said => text.includes(said) || said.includes(text))
    if (text === squeezed(title) || (isOwn && isAround)) return undefined
    const weight = isOwn
      ? Math.min(MAX_ARTICLE_WEIGHT, ARTICLE_WEIGHT + text.length / 400)
      : isAround
        ? 1
        : UNSAID_WEIGHT
    return { label: isOwn ? 1 : 0, weight }
  })
}

/** What the pages of one site teach about its furniture, at several states of knowledge of it. */
export function furnitureSamples({ pages }: Site, dice: Dice): Sample[] {
  const learnt = pages.map(({ html, url }) => readPage(html, { url }).learnt)
  const taught = learnt.map((page, at) => {
    const told = pages[at]
    return told === undefined ? [] : taughtBy(told, page)
  })
  return SIZES.flatMap(size => {
    const state = learnFurniture(NO_FURNITURE, learnt.slice(0, size))
    return learnt.flatMap((page, at) => {
      if (!dice.chance(SHARE)) return []
      return evidenceRows(state, page).flatMap((row, i): Sample[] => {
        const told = taught[at]?.[i]
        return told === undefined ? [] : [{ row, ...told }]
      })
    })
  })
}
