import { distinct } from './person.ts'
import { textOf } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

const KEYWORD_LISTS = new Set(['itunes:keywords', 'media:keywords', 'tags', 'keywords'])

/** Longer lists are not written by hand. */
const MAX_LENGTH = 10_000

/** The words of an element that lists keywords with commas between; none for any other element. */
export const keywordsOf = (element: XmlElement): string[] =>
  KEYWORD_LISTS.has(element.name)
    ? distinct(
        (textOf(element) ?? '')
          .slice(0, MAX_LENGTH)
          .split(',')
          .map(word => word.replace(/\s+/g, ' ').trim() || undefined),
      )
    : []
