/**
 * The namespaces that feeds use, by URI without scheme, `www.` and trailing `/` or `#`, lower case (all of
 * these vary in the wild). The value is the prefix this program knows them by; '' is a feed's own vocabulary.
 */
const PREFIX_BY_URI: Record<string, string> = {
  'backend.userland.com/rss': '',
  'backend.userland.com/rss2': '',
  'backend.userland.com/rss091': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'cyber.law.harvard.edu/rss/rss.html': '',
  'purl.org/rss/1.0': '',
  'purl.org/net/rss1.1': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'example.com/newformat': 'atom',
  'example.com/necho': 'atom',
  'purl.org/echo': 'atom',
  'uri/of/echo/namespace': 'atom',
  'purl.org/pie': 'atom',
  'purl.org/atom/ns': 'atom',
  'w3.org/2005/atom': 'atom',
  'w3.org/1999/xhtml': 'xhtml',
  'w3.org/tr/rec-html40': 'xhtml',
  'w3.org/2000/svg': 'svg',
  'w3.org/1998/math/mathml': 'mathml',
  'w3.org/1999/xlink': 'xlink',
  'w3.org/xml/1998/namespace': 'xml',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/dcmitype': 'dcterms',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/dcterms': 'dcterms',
  'purl.org/rss/1.0/modules/event': 'ev',
  'purl.org/rss/1.0/modules/slash': 'slash',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'purl.org/rss/1.0/modules/link': 'l',
  'search.yahoo.com/mrss': 'media',
  'video.search.yahoo.com/mrss': 'media',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'example.com/dtds/podcast-1.0.dtd': 'itunes',
  'google.com/schemas/play-podcasts/1.0': 'googleplay',
  'google.com/schemas/play-podcasts/1.0/play-podcasts.xsd': 'googleplay',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'pheedo.com/namespace/pheedo': 'pheedo',
  'w3.org/2003/01/geo/wgs84_pos': 'geo',
  'georss.org/georss': 'georss',
  'opengis.net/gml': 'gml',
  'sitemaps.org/schemas/sitemap/0.9': '',
  'google.com/schemas/sitemap/0.84': '',
  'google.com/schemas/sitemap-news/0.9': 'news',
  'google.com/schemas/sitemap-image/1.1': 'image',
}

/** The known prefix for a namespace URI, '' for a feed's own vocabulary, undefined for an unknown URI. */
export const knownPrefix = (uri: string): string | undefined => {
  const key = uri
    .trim()
    .slice(0, 200)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/#]{1,2}$/, '')
  return Object.hasOwn(PREFIX_BY_URI, key) ? PREFIX_BY_URI[key] : undefined
}
