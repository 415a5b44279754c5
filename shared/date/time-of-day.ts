import type { Zone } from './zones.ts'
import { zoneAt } from './zones.ts'

export type TimeOfDay = { hour: number; minute: number; second?: number | undefined; zone?: Zone | undefined }
export type TimeReading = { time: TimeOfDay | undefined; rest: string }

const HALF = String.raw`(?:\s?([ap])\.?\s?m\b\.?|\s?([πμ])\.?\s?μ\.?)?`
/** The ways a time is written, most telling first. Groups: hour, minute, second, then marks of the half day. */
const SHAPES = [
  new RegExp(String.raw`(?<![\d:])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,12})?)?(?![\d:])${HALF}`, 'iu'),
  /(?<![\d:.])(\d{1,2})\.(\d{2})()(?:\s?([ap])\.?\s?m\b\.?|(?=\s?(?:uhr|uur|hrs|h\b)))()/iu,
  /(?<=(?:[\p{L}.]{2,12},?|\d[./-])\s?\d{4},?\s(?:[-–] )?)([01]?\d|2[0-3])\.([0-5]\d)(?![\d.])()()()/iu,
  /(?<=(?:kl|klo|ore|ora|godz|pukul|um|saat)\.?\s?)(\d{1,2})\.(\d{2})()(?![\d.])()()/iu,
  /(?<![\d:.])(\d{1,2})\s?[h時时点點시]\s?(\d{2})?(?:\s?[分분m])?(?:\s?(\d{1,2})[秒초s])?(?![\p{L}\d])()()/iu,
  /(?<![\d:.])(\d{1,2})()()\s?([ap])\.?\s?m\b\.?()/iu,
]
const MORNING = /오전|上午|午前|凌晨|早上/
const AFTERNOON = /오후|下午|午後|晚上/

/** Takes the time of day and its zone out of a written date. */
export const takeTime = (text: string): TimeReading => {
  for (const shape of SHAPES) {
    const match = shape.exec(text)
    if (!match) continue
    const before = text.slice(0, match.index)
    const behind = text.slice(match.index + match[0].length).replace(/^[\s,(]{1,3}/, '')
    const zone = zoneAt(behind)
    const [, hour, minute, second, half, greek] = match
    const afternoon = half?.toLowerCase() === 'p' || greek === 'μ' || AFTERNOON.test(before)
    const morning = half?.toLowerCase() === 'a' || greek === 'π' || MORNING.test(before)
    return {
      time: {
        hour: hourOf(Number(hour), afternoon, morning),
        minute: Number(minute || 0),
        second: second ? Number(second) : undefined,
        zone,
      },
      rest: `${before.replace(MORNING, ' ').replace(AFTERNOON, ' ')} ${zone ? behind.slice(zone.length) : behind}`,
    }
  }
  return { time: undefined, rest: text }
}

const hourOf = (hour: number, afternoon: boolean, morning: boolean): number => {
  if (afternoon && hour < 12) return hour + 12
  return morning && hour === 12 ? 0 : hour
}
