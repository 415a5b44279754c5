/** Longer addresses are data: URIs or attacks; neither is an address that anyone polls. */
const MAX_URL_LENGTH = 4_096

/**
 * The absolute address for what a publisher wrote, resolved against `base`. An absolute address stays as
 * written but for surrounding space and inner line breaks. Undefined for what is no address.
 */
export const resolveUrl = (raw: string | undefined, base: string): string | undefined => {
  const value = raw?.trim() ?? ''
  if (value === '' || value.length > MAX_URL_LENGTH) return undefined
  const clean = /[\t\r\n]/.test(value) ? value.replace(/[\t\r\n]+/g, '') : value
  if (/^[a-z][a-z0-9+.-]{1,20}:/i.test(clean)) return clean
  return PLAIN_PATH.test(clean) ? joined(clean, base) : parsed(clean, base)
}

/** A path without dots, queries and escapes can be joined by hand, which a page of 100,000 links needs. */
const PLAIN_PATH = /^\/?[\w-]+(?:\/[\w-]+)*(?:\.[a-z]{2,5})?\/?$/i
const BASE = /^(https?:\/\/[\w.-]+(?::\d+)?)(\/[\w./-]*)?$/

const joined = (path: string, base: string): string | undefined => {
  const parts = BASE.exec(base)
  if (!parts || parts[2]?.includes('/.')) return parsed(path, base)
  const [, origin = '', directory = '/'] = parts
  return path.startsWith('/')
    ? origin + path
    : origin + directory.slice(0, directory.lastIndexOf('/') + 1) + path
}

const parsed = (value: string, base: string): string | undefined =>
  URL.canParse(value, base) ? new URL(value, base).href : undefined

/** An absolute http or https address, else undefined. */
export const webUrl = (raw: string | undefined, base: string): string | undefined => {
  const url = resolveUrl(raw, base)
  return url !== undefined && /^https?:\/\/./i.test(url) ? url : undefined
}
