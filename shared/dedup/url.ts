import { parse } from 'tldts'
import { isIdle, namesArticle } from './url-parameters.ts'
import { siteKey } from './url-sites.ts'
import { addressIn } from './url-spelling.ts'
import { originalOf, redirectTarget } from './url-wrappers.ts'

/** A redirector may lead to another; more than these are a game. */
const MAX_UNWRAPPED = 4

function unwrappedBy(url: URL, step: (url: URL) => URL | undefined): URL {
  let unwrapped = url
  for (let count = 0; count < MAX_UNWRAPPED; count += 1) {
    const next = step(unwrapped)
    if (next === undefined) break
    unwrapped = next
  }
  return unwrapped
}

/** Fragments of applications that show an article by them: `#!/news/1`, `#/news/1`. All others are places in a page. */
function isRoute(hash: string): boolean {
  return /^#!?\/./.test(hash) || /^#!./.test(hash)
}

/** Drops what changes nothing of what is read, and keeps the others as they are written. */
function withoutIdleParameters(url: URL): void {
  if (url.search === '') return
  const doesPathIdentify = namesArticle(url.pathname)
  const names = [...url.searchParams]
  const kept = names.filter(([name, value]) => !isIdle(name, value, doesPathIdentify))
  if (kept.length < names.length) {
    const written = url.search.slice(1).split('&')
    const parts = written.filter(part => {
      const [[name, value] = ['', '']] = [...new URLSearchParams(part)]
      return name !== '' && !isIdle(name, value, doesPathIdentify)
    })
    url.search = parts.join('&')
  }
}

/**
 * The address of an article as it is kept: still fetchable; spelling mended, redirectors that carry their target
 * unwrapped, without fragment, credentials, tracking and session parameters. Text that is no web address comes
 * back as it was.
 */
export function canonicalUrl(url: string): string {
  const parsed = addressIn(url)
  if (parsed === undefined) return url
  const kept = unwrappedBy(parsed, redirectTarget)
  if (!isRoute(kept.hash)) kept.hash = ''
  kept.username = ''
  kept.password = ''
  kept.hostname = kept.hostname.replace(/\.+$/, '')
  kept.pathname = kept.pathname
    .replace(/;(?:jsessionid|phpsessid|sid)=[^/;]*/gi, '')
    // Tracking put on without a question mark, and what is left of a copied blank.
    .replace(/&(?:amp;)?(?:utm_\w{1,20}|fbclid|gclid|mc_[ce]id)=[^/]*$/i, '')
    .replace(/(?:&|%20|%C2%A0)+$/i, '')
  withoutIdleParameters(kept)
  return kept.href
}

/** `m.gov.example`, `amp.`, `www2.`: the same site for another screen. `news.` and `shop.` are sites of their own. */
function hostKey(hostname: string): string {
  let host = hostname
  for (let next = host; ; host = next) {
    // gov.uk is a public suffix and a site: only `www.` may be taken off it.
    next = host.replace(/^www\d{0,2}\.(?=.*\.)/, '')
    const inner = next.replace(/^(?:m|mobile|amp|mobil|touch|wap|mob|3g|pda)\./, '')
    if (parse(inner).domain !== null) next = inner
    if (next === host) break
  }
  // Wikipedia and its like write the screen after the language.
  const inner = host.replace(/^([a-z]{2,3})\.(?:m|mobile|amp)\./, '$1.')
  return parse(inner).domain === null ? host : inner
}

/** Percent-encodings of what needs none are undone, the others written alike (RFC 3986 §6.2.2). */
function plainEncoding(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, code => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[A-Za-z0-9\-._~!$&'()*+,;=:@]/.test(character) ? character : code.toUpperCase()
  })
}

/** Composed and decomposed letters look alike and are two addresses in bytes. */
function composed(path: string): string {
  try {
    return encodeURI(decodeURI(path).normalize('NFC'))
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

function pathKey(pathname: string): string {
  const segments = composed(plainEncoding(pathname))
    .replace(/\/\(S\([\w-]{10,40}\)\)/i, '')
    .split('/')
    .filter(segment => segment !== '' && segment.toLowerCase() !== 'amp')
  const last = segments.pop() ?? ''
  if (/^(?:index|default|home)\.(?:html?|php\d?|aspx?|jsp|shtml|cgi|cfm)$/i.test(last))
    return segments.join('/')
  if (/^(?:print(?:view|able|er-friendly)?|amp\.html?)$/i.test(last) && segments.length > 0)
    return segments.join('/')
  return [
    ...segments,
    last
      .replace(/[.,]+$/, '')
      .replace(/\.(?:amp|print)(?:\.html?)?$/i, '')
      .replace(/([-_.])amp\.(html?)$/i, '.$2'),
  ].join('/')
}

function queryKey(search: URLSearchParams): string {
  const pairs = [...search].map(([name, value]) => [name.replace(/^(?:amp;|\?)+/i, ''), value] as const)
  const written = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  return [...new Set(written)].sort().join('&')
}

function routeKey(url: URL): string {
  const escaped = url.searchParams.get('_escaped_fragment_')
  if (escaped !== null) {
    url.searchParams.delete('_escaped_fragment_')
    return escaped === '' ? '' : `#!${escaped}`
  }
  return isRoute(url.hash) ? url.hash.replace(/\/$/, '') : ''
}

/** `intranet` and `news..example` are names that only a private network or a slip could mean. */
function isPublicName(hostname: string): boolean {
  return hostname.startsWith('[') || /^[^.]+(?:\.[^.]+)+$/.test(hostname)
}

/**
 * The key under which two spellings of one address meet, for identity only: without scheme, `www.`, `m.`, AMP and
 * print forms, default page, closing slash, order of parameters; of the original for archives and caches. The case
 * of the path is kept: short ids differ by it. A home page has a key too (`gov.example/`). Undefined for what is
 * no web address.
 */
export function urlKey(url: string): string | undefined {
  const kept = addressIn(canonicalUrl(url))
  if (kept === undefined) return undefined
  const parsed = addressIn(
    canonicalUrl(unwrappedBy(kept, step => originalOf(step) ?? redirectTarget(step)).href),
  )
  if (parsed === undefined || !isPublicName(parsed.hostname)) return undefined
  const site = siteKey(parsed)
  if (site !== undefined) return site
  const route = routeKey(parsed)
  const query = queryKey(parsed.searchParams)
  // 80 and 443 are what is left of an address that changed its scheme and kept its port.
  const port = /^(?:|80|443)$/.test(parsed.port) ? '' : `:${parsed.port}`
  const host = hostKey(parsed.hostname)
  return `${host}${port}/${pathKey(parsed.pathname)}${query === '' ? '' : `?${query}`}${route}`
}

/** True for the key of a site itself, which names no article. */
export function isHomeKey(key: string): boolean {
  return /^[^/]+\/$/.test(key)
}

/**
 * The address to keep for a page that states another as its canonical one (`rel=canonical`, RFC 6596): the stated
 * one when it is of the same registrable domain and no home page, else the page's own. Outlets have been seen to
 * state the wire's address, and faulty templates the site's.
 */
export function preferredAddress(own: string, stated: string | undefined): string {
  const kept = canonicalUrl(own)
  const key = stated === undefined ? undefined : urlKey(stated)
  if (stated === undefined || key === undefined || isHomeKey(key)) return kept
  const said = canonicalUrl(stated)
  const domain = parse(said).domain ?? parse(said).hostname
  return domain === (parse(kept).domain ?? parse(kept).hostname) ? said : kept
}
