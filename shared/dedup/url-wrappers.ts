import { addressIn } from './url-spelling.ts'

/** Parameters in which a redirector carries the address that it leads to. */
const TARGET_NAMES = [
  'url',
  'u',
  'q',
  'to',
  'target',
  'dest',
  'destination',
  'redirect',
  'redirect_url',
  'redirect_uri',
  'uddg',
  'z',
  'murl',
  'link',
  'goto',
  'out',
  'r',
  'ru',
  'adurl',
  'imgrefurl',
  'a',
  'p',
]

/** Hosts that only pass readers on, by the end of their name; with the path when the host does more than that. */
const REDIRECTORS: readonly { host: RegExp; path?: RegExp }[] = [
  { host: /(?:^|\.)google\.[a-z.]{2,6}$/, path: /^\/(?:url|imgres|aclk|news\/url)$/ },
  {
    host: /^(?:l|lm|m|www)\.(?:facebook|instagram|messenger|workplace|threads)\.(?:com|net)$/,
    path: /^\/(?:l\.php|flx\/warn\/?)?$/,
  },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.(?:com|cn|us|de)$/ },
  { host: /^(?:www\.)?(?:linkedin\.com)$/, path: /^\/(?:redir\/redirect|safety\/go|slink)\/?$/ },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/ },
  { host: /^(?:www\.)?reddit\.com$|^out\.reddit\.com$/, path: /^\/(?:t3_\w+|out|link)?\/?$/ },
  { host: /^(?:www\.)?duckduckgo\.com$/, path: /^\/l\/?$/ },
  { host: /^(?:m\.|away\.)?(?:vk\.com|vkontakte\.ru)$/, path: /^\/away(?:\.php)?$/ },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/(?:news\/apiclick\.aspx|ck\/a)$/ },
  {
    host: /^t\.umblr\.com$|^slack-redir\.net$|^steamcommunity\.com$|^disq\.us$|^exit\.sc$|^ok\.ru$/,
    path: /^\/(?:redirect|link|linkfilter\/?|url|dk)?$/,
  },
  {
    host: /^(?:www\.)?(?:twitter\.com|x\.com|medium\.com|getpocket\.com|flipboard\.com|feedly\.com)$/,
    path: /^\/(?:r|redirect|i\/redirect)\/?$/,
  },
  {
    host: /^(?:go\.skimresources\.com|redirect\.viglink\.com|click\.linksynergy\.com|go\.redirectingat\.com|prf\.hn|protect-\w+\.mimecast\.com|linkprotect\.cudasvc\.com|secure-web\.cisco\.com|clicktime\.symantec\.com)$/,
  },
  { host: /^translate\.google\.[a-z.]{2,6}$/, path: /^\/(?:translate|website)$/ },
  { host: /^translate\.googleusercontent\.com$/, path: /^\/translate_c$/ },
  {
    host: /^(?:www\.)?(?:pinterest\.[a-z.]{2,6}|tiktok\.com|t\.me)$/,
    path: /^\/(?:offsite|link\/v2|iv)\/?$/,
  },
  { host: /^archive\.(?:ph|is|today|li|vn|fo|md)$/, path: /^\/(?:submit)?\/?$/ },
]

function absolute(text: string | undefined): URL | undefined {
  return text !== undefined && /^(?:https?:|https?%3a|www\.)/i.test(text) ? addressIn(text) : undefined
}

function carried(url: URL): URL | undefined {
  for (const name of TARGET_NAMES) {
    const target = absolute(url.searchParams.get(name) ?? undefined)
    if (target !== undefined) return target
  }
  return undefined
}

/** Proofpoint writes `-` for `%` and `_` for `/` in its second version, and the address in clear in its third. */
function defended(url: URL): URL | undefined {
  if (!/^urldefense(?:\.proofpoint)?\.(?:com|us)$/.test(url.hostname)) return undefined
  const clear = /^\/v3\/__(.{1,4000}?)__;/.exec(url.pathname)?.[1]
  if (clear !== undefined) return addressIn(clear)
  const target = url.searchParams.get('u') ?? undefined
  if (url.pathname.startsWith('/v1/')) return absolute(target)
  const coded = target?.replaceAll('-', '%').replaceAll('_', '/')
  return coded === undefined ? undefined : absolute(decoded(coded))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

/** Counters of clicks that carry the target in their path, encoded once more, or as the whole query. */
const PATH_CARRIERS: readonly { host: RegExp; path: RegExp }[] = [
  { host: /./, path: /^\/CL0\/(https?(?::|%3a)[^/]+)(?:\/|$)/i },
  { host: /^r\.search\.yahoo\.com$/, path: /\/RU=([^/]+)(?:\/|$)/ },
  { host: /^secure-web\.cisco\.com$/, path: /^\/[^/]+\/(http[^/]+)$/ },
  { host: /^(?:href\.li|(?:www\.)?anonym\.to|(?:www\.)?dereferer\.(?:me|org))$/, path: /^\/\?(http.+)$/ },
]

function carriedInPath(url: URL): URL | undefined {
  for (const { host, path } of PATH_CARRIERS) {
    const coded = host.test(url.hostname) ? path.exec(url.pathname + url.search)?.[1] : undefined
    const target = coded === undefined ? undefined : absolute(decoded(coded))
    if (target !== undefined) return target
  }
  return undefined
}

/** The address behind a redirector, when it stands in the redirector's own address. */
export function redirectTarget(url: URL): URL | undefined {
  const host = url.hostname.replace(/\.$/, '')
  const isRedirector = REDIRECTORS.some(
    known => known.host.test(host) && (known.path?.test(url.pathname) ?? true),
  )
  return (isRedirector ? carried(url) : undefined) ?? defended(url) ?? carriedInPath(url)
}

/** Where copies of pages are kept: the address of the original follows in the path. */
const ARCHIVES: readonly { host: RegExp; path: RegExp }[] = [
  {
    host: /^(?:web|wayback)\.archive\.org$|^web-beta\.archive\.org$/,
    path: /^\/(?:web\/)?(?:(?:\d{1,14}\*?|\*)(?:[a-z]{2}_)?\/|save\/(?:_embed\/)?|(?=https?:))(.+)$/,
  },
  { host: /^(?:www\.)?archive\.org$/, path: /^\/wayback\/(?:\d{1,14})\/(.+)$/ },
  {
    host: /^archive\.(?:ph|is|today|li|vn|fo|md)$/,
    path: /^\/(?:(?:o\/\w+|\d{4}[\d.-]{0,16}|newest|oldest|latest|timegate)\/|(?=https?:))(.+)$/,
  },
  {
    host: /^(?:ghostarchive\.org|timetravel\.mementoweb\.org)$/,
    path: /^\/(?:archive|list\/\d{4,14}|memento\/\d{4,14}|api\/json\/\d{4,14})\/(https?:.+)$/,
  },
  {
    host: /^(?:www\.)?(?:12ft\.io|r\.jina\.ai|outline\.com|txtify\.it|removepaywalls?\.com|1ft\.io)$/,
    path: /^\/(.+)$/,
  },
  {
    host: /^(?:www\.)?(?:webarchive\.nationalarchives\.gov\.uk|arquivo\.pt|webarchive\.loc\.gov|wayback\.archive-it\.org)$/,
    path: /^\/(?:ukgwa\/|wayback\/|all\/|\d{1,6}\/){0,2}\d{4,14}(?:[a-z]{2}_)?\/(.+)$/,
  },
  // AMP viewers and caches: `s/` stands for https.
  { host: /(?:^|\.)google\.[a-z.]{2,6}$/, path: /^\/amp\/(s\/.+|[^/]+\.[^/]+\/.+)$/ },
  { host: /(?:^|\.)bing-amp\.com$|^(?:www\.)?bing\.com$/, path: /^\/(?:amp|c)\/(s\/.+)$/ },
  {
    host: /\.cdn\.ampproject\.org$|^cdn\.ampproject\.org$/,
    path: /^\/(?:[cv]|wp)\/(s\/.+|[^/]+\.[^/]+\/.+)$/,
  },
]

/** `www-gov-example.translate.goog` is `www.gov.example`; a hyphen of its own is written twice. */
function translated(url: URL): URL | undefined {
  const coded = /^(.+)\.translate\.goog$/.exec(url.hostname)?.[1]
  if (coded === undefined) return undefined
  const host = coded.replaceAll('--', '\n').replaceAll('-', '.').replaceAll('\n', '-')
  return addressIn(`https://${host}${url.pathname}${url.search}`)
}

/** The address of the original, for a copy in an archive, an AMP cache or a translator. */
export function originalOf(url: URL): URL | undefined {
  const cached = /^cache:(?:[\w-]{1,20}:)?(.+)$/.exec(url.searchParams.get('q') ?? '')?.[1]
  if (cached !== undefined && url.hostname === 'webcache.googleusercontent.com') {
    return addressIn(cached.split(/[ +]/)[0] ?? '')
  }
  for (const { host, path } of ARCHIVES) {
    const rest = host.test(url.hostname) ? path.exec(url.pathname)?.[1] : undefined
    if (rest === undefined) continue
    const address = rest.replace(/^s\//, 'https://')
    const whole = /^https?:\/?\/?/i.test(address)
      ? address.replace(/^(https?):\/{0,2}/i, '$1://')
      : `https://${address}`
    return addressIn(`${whole}${url.search}${url.hash}`)
  }
  return translated(url)
}
