import type { ArticleData } from '../json-ld.ts'
import { type DateReading, daysBetween, type FoundDate, firstDate, onDayOf } from './stated-date.ts'

type Published = { found: FoundDate | undefined; note?: string }

type Dates = Record<'stated' | 'shown' | 'contrary' | 'modified' | 'fromUrl', FoundDate | undefined>

/** Where the date that is stated contradicts what the page shows or its address holds: see docs/decisions/005. */
export function settled({ stated, shown, contrary, modified, fromUrl }: Dates): Published {
  const own = stated ?? shown
  if (own && fromUrl) {
    if (Math.abs(daysBetween(own.iso, fromUrl.iso)) <= 1) return { found: onDayOf(own, fromUrl.iso) }
    return { found: fromUrl, note: `stated as ${own.iso}, dated ${fromUrl.iso} by its address` }
  }
  const isRestamped = stated && modified && daysBetween(stated.iso, modified.iso) >= -1
  const earlier = isRestamped ? shown : contrary
  if (stated && earlier && daysBetween(stated.iso, earlier.iso) > 1) {
    return { found: earlier, note: `stated as ${stated.iso}, shown as ${earlier.iso}` }
  }
  return { found: own ?? fromUrl }
}

/** The day that JSON-LD states, or an earlier one of a meta element where it is stamped with that of the last change. */
export function statedDate(
  data: ArticleData | undefined,
  statements: (string | undefined)[],
  reading: DateReading,
) {
  const ofData = firstDate([data?.published], 'jsonld', reading)
  const changed = ofData && firstDate([data?.modified], 'jsonld', reading)
  const isRestamped = ofData && changed && daysBetween(ofData.iso, changed.iso) >= 0
  const ofMeta = ofData && !isRestamped ? undefined : firstDate(statements, 'meta', reading)
  if (!ofData || !ofMeta) return ofData ?? ofMeta
  return daysBetween(ofData.iso, ofMeta.iso) > 1 ? ofMeta : ofData
}
