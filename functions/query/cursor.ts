import * as z from 'zod/mini'

/** A place in the order of all changes, as the store knows it: our own time, the article, the revision. */
const PLACE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#[a-z2-7]{32}#[1-9]\d{0,5}$/
/** The place before the first change. */
const BEGINNING = '0'

/** Which list a cursor continues. One list's cursor means nothing in the other: they run in opposite directions. */
export type ListName = 'articles' | 'changes'

/** Wraps a place of a list into an opaque cursor, base64url (RFC 4648 §5); without a place, the beginning. */
export function cursorAt(list: ListName, place: string = BEGINNING): string {
  return Buffer.from(`${list} ${place}`).toString('base64url')
}

/** Reads a cursor of the list into its place, and refuses what this API did not hand out for it. */
export function cursorOf(list: ListName) {
  const error = `must be the value of \`next\` in an earlier answer of /${list}, unchanged`
  const unwrapped = z.pipe(
    z.base64url({ error }),
    z.transform(text => {
      const decoded = Buffer.from(text, 'base64url').toString('utf8')
      return decoded.startsWith(`${list} `) ? decoded.slice(list.length + 1) : ''
    }),
  )
  const isPlace = (text: string) => PLACE.test(text) || (list === 'changes' && text === BEGINNING)
  return z.pipe(unwrapped, z.string().check(z.refine(isPlace, { error })))
}
