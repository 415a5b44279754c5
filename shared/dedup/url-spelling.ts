import { parse } from 'tldts'

/** `http://https://`, `http;//`, `htps:/`, `https//`: a scheme written twice or wrong. At most a few in a row. */
const BROKEN_SCHEME =
  /^(?:feed:|view-source:)?(?:h{1,2}t{1,3}ps?|hxxps?|ttps?|feed)(?:[:;]{1,2}[/\\]{1,4}|[/\\]{2,3})(?=[^/\\])/i
const SCHEME = /^[a-z][a-z0-9+.-]*:/i
const MAX_SCHEMES = 4

/** What a mail program, an XML writer or a hand leaves around and in an address. */
function unwrapped(text: string): string {
  const bare = text
    .replace(/[\p{Cc}\u200b-\u200f\u2060\ufeff]/gu, '')
    .trim()
    .replace(/^[<"'“‘([{]+/, '')
  // A bracket at the end may be the address's own, unless one before it was not.
  const end = text.trimStart().startsWith('(') ? /[)>"'”’]{0,8}$/ : /[>"'”’]{0,8}$/
  const closed = bare.slice(0, bare.length - (end.exec(bare)?.[0].length ?? 0))
  return closed.replaceAll('&amp;', '&').trim()
}

function decodedOnce(text: string): string {
  if (!/^https?%3a%2f%2f/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

function withoutBrokenSchemes(text: string): string {
  let rest = text
  let isSecure = false
  let count = 0
  while (count < MAX_SCHEMES) {
    const scheme = BROKEN_SCHEME.exec(rest)?.[0]
    if (scheme === undefined) break
    isSecure = /ps/i.test(scheme)
    rest = rest.slice(scheme.length).trimStart()
    count += 1
  }
  return count === 0 ? text : `${isSecure ? 'https' : 'http'}://${rest}`
}

/** True for `gov.example/news/1`: a host under a public suffix, then a path. */
function isBareAddress(text: string): boolean {
  const host = /^[^/?#\s:@]{1,253}(?=(?::\d{1,5})?(?:[/?]|$))/.exec(text)?.[0]
  if (host === undefined) return false
  const isPublic = host.includes('.') && parse(host).isIcann === true
  return isPublic && (host.startsWith('www.') || text.length > host.length + 1)
}

/**
 * The address that a text means, though it is spelt `//host`, `host/path`, `http://https://host` or with an
 * entity in it; undefined when it means no web address.
 */
export function addressIn(text: string): URL | undefined {
  const decoded = decodedOnce(unwrapped(text))
  const mended = withoutBrokenSchemes(decoded.startsWith('//') ? `https:${decoded}` : decoded)
  const whole = SCHEME.test(mended) || !isBareAddress(mended) ? mended : `https://${mended}`
  if (!URL.canParse(whole)) return undefined
  const url = new URL(whole)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && url.hostname.replaceAll('.', '') !== '' ? url : undefined
}
