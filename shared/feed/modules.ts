import { childDate } from './dates.ts'
import type { Entry, Place } from './model.ts'
import { present } from './present.ts'
import { childText, firstChild } from './xml/query.ts'
import type { XmlElement } from './xml/tree.ts'

/** When and where an announced event takes place (RSS event module, `ev:`; also used by xCal and plain names). */
export const eventOf = (item: XmlElement, language: string | undefined): Entry['event'] => {
  const event = present({
    startsAt: childDate(item, language, 'ev:startdate', 'xcal:dtstart', 'startdate')?.iso,
    endsAt: childDate(item, language, 'ev:enddate', 'xcal:dtend', 'enddate')?.iso,
    location: childText(item, 'ev:location', 'xcal:location'),
  })
  return Object.keys(event).length > 0 ? event : undefined
}

/** The point an entry is about: W3C geo (`geo:lat`, `geo:Point`) or GeoRSS (`georss:point`, GML). */
export const placeOf = (item: XmlElement): Place | undefined => {
  const point = firstChild(item, 'geo:point') ?? item
  const where = firstChild(item, 'georss:where')
  const gml = where && firstChild(where, 'gml:point')
  const pair = childText(item, 'georss:point') ?? (gml && childText(gml, 'gml:pos'))
  const [latitude, longitude] =
    pair === undefined
      ? [childText(point, 'geo:lat'), childText(point, 'geo:long', 'geo:lon')]
      : pair.split(/[\s,]+/)
  return placeAt(degrees(latitude, 90), degrees(longitude, 180))
}

const placeAt = (latitude: number | undefined, longitude: number | undefined): Place | undefined =>
  latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }

const degrees = (text: string | undefined, limit: number): number | undefined => {
  if (text === undefined || !/^[+-]?\d{1,3}(?:\.\d{1,20})?$/.test(text)) return undefined
  const value = Number(text)
  return Math.abs(value) <= limit ? value : undefined
}
