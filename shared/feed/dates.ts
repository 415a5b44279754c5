import { parseDate } from '../date/parse-date.ts'
import type { Precision } from './model.ts'
import { childText } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

export type Moment = { iso: string; precision: Precision; raw: string }

/** The first date among the children of these names, in the order of the names, that can be read. */
export const childDate = (
  element: XmlElement,
  language: string | undefined,
  ...names: string[]
): Moment | undefined => {
  for (const name of names) {
    const moment = momentOf(childText(element, name), language)
    if (moment) return moment
  }
  return undefined
}

/** A date with the words it was written in; undefined when it cannot be read: a date is never made up. */
export const momentOf = (raw: string | undefined, language: string | undefined): Moment | undefined => {
  if (raw === undefined) return undefined
  const parsed = parseDate(raw, language === undefined ? undefined : { language })
  return parsed ? { ...parsed, raw } : undefined
}
