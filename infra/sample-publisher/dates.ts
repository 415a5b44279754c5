const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** `18.11.2026`, as the government's list has it: the calendar day of Varnholm, no time. */
export function dottedDay(iso: string): string {
  return iso.slice(0, 10).split('-').reverse().join('.')
}

/** `18 November 2026, 10:00`, as it stands in the ISO 8601 text, which carries the offset of Varnholm. */
export function spokenTime(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number)
  return `${day} ${months[(month ?? 1) - 1]} ${year}, ${iso.slice(11, 16)}`
}

/** ISO 8601 in Varnholm, which is one hour ahead of UTC all year, to the second. */
export function varnholmTime(date: Date): string {
  const hourMs = 3_600_000
  return `${new Date(date.getTime() + hourMs).toISOString().slice(0, 19)}+01:00`
}
