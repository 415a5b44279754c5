import { createTextBuilder } from './text-builder.ts'
import { resolveUrl } from './url.ts'
import { decodeEntities, escapeXml } from './xml/entities.ts'

/** The attributes of HTML that hold one address. */
const ADDRESS = /^(?:href|src|cite|poster|action|longdesc|background|usemap|data-src)$/i
const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|#)/i

/** The same HTML with every relative address in an attribute made absolute. Everything else stays as written. */
export const resolveMarkupUrls = (html: string, base: string): string => {
  if (!html.includes('<')) return html
  const out = createTextBuilder()
  let from = 0
  for (let eq = html.indexOf('='); eq !== -1; eq = html.indexOf('=', eq + 1)) {
    const value = quotedValue(html, eq)
    if (!value) continue
    if (ADDRESS.test(attributeBefore(html, eq))) {
      const raw = html.slice(value.start, value.end)
      const absolute = isRelative(raw) ? resolveUrl(decodeEntities(raw), base) : undefined
      if (absolute !== undefined) {
        out.add(html.slice(from, value.start))
        out.add(escapeXml(absolute))
        from = value.end
      }
    }
  }
  if (from === 0) return html
  out.add(html.slice(from))
  return out.text()
}

const isRelative = (raw: string): boolean => {
  const value = raw.trimStart()
  return value !== '' && !ABSOLUTE.test(value.slice(0, 40)) && !/[<>]/.test(value)
}

const attributeBefore = (html: string, eq: number): string => {
  let end = eq
  while (end > 0 && html.charCodeAt(end - 1) === 0x20 && eq - end < 4) end--
  let start = end
  while (start > 0 && end - start < 16 && /[a-z-]/i.test(html.charAt(start - 1))) start--
  return html.slice(start, end)
}

/** An address is at most 4,096 characters long, so that an unclosed quote costs no more than that. */
const quotedValue = (html: string, eq: number): { start: number; end: number } | undefined => {
  let at = eq + 1
  while (html.charCodeAt(at) === 0x20 && at - eq < 4) at++
  const quote = html.charAt(at)
  if (quote !== '"' && quote !== "'") return undefined
  const end = html.slice(at + 1, at + 4_097).indexOf(quote)
  return end === -1 ? undefined : { start: at + 1, end: at + 1 + end }
}
