/** Parameters that say who sent the reader, never what is read. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|cmpid|ocid|at_(?:medium|campaign|link\w*|custom\d)|ns_\w+|spm|wt_mc|ref_src|ref_url)$/i
const SESSION = /^(?:phpsessid|jsessionid|aspsessionid\w*|sid|sessionid)$/i

function parsedUrl(url: string): URL | undefined {
  const trimmed = url.trim()
  if (!URL.canParse(trimmed)) return undefined
  const parsed = new URL(trimmed)
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : undefined
}

/**
 * The address of an article as it is kept: still fetchable, without fragment, tracking parameters and
 * credentials. Text that is no http address comes back as it was.
 */
export function canonicalUrl(url: string): string {
  const parsed = parsedUrl(url)
  if (parsed === undefined) return url
  parsed.hash = ''
  parsed.username = ''
  parsed.password = ''
  for (const name of [...parsed.searchParams.keys()]) {
    if (TRACKING.test(name) || SESSION.test(name)) parsed.searchParams.delete(name)
  }
  return parsed.href
}

/**
 * The key under which two spellings of one article's address meet: without scheme, `www.`, a closing slash and
 * the order of parameters. Undefined for what is no address of an article: other schemes, a bare home page.
 */
export function urlKey(url: string): string | undefined {
  const parsed = parsedUrl(canonicalUrl(url))
  if (parsed === undefined) return undefined
  parsed.searchParams.sort()
  const host = parsed.host.replace(/^www\./, '').replace(/\.(?=:|$)/, '')
  const path = parsed.pathname.replace(/;jsessionid=[^/]*$/i, '').replace(/\/$/, '')
  if (path === '' && parsed.search === '') return undefined
  return `${host}${path}${parsed.search}`
}
