import { readAuthors } from './authors.ts'
import { type ArticleData, readArticleData } from './json-ld.ts'
import type { ParsedPage } from './parse-tree.ts'
import { chooseTitle } from './title.ts'

export type PageMetadata = {
  title?: string
  authors: string[]
  canonicalUrl?: string
  siteName?: string
  language?: string
  description?: string
  /** The picture that the page is shared with. */
  image?: string
  /** Body of the article as the page's own data carries it, often cut short. */
  articleBody?: string
}

/** The page's meta elements by lower-case name, property or itemprop; the first of a name wins. */
export function readMeta(page: ParsedPage): Map<string, string> {
  const meta = new Map<string, string>()
  for (const element of page.document.getElementsByTagName('meta')) {
    const content = element.getAttribute('content')?.trim()
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase()
      if (name && !meta.has(name)) meta.set(name, content)
    }
  }
  return meta
}

function absolute(href: string | undefined, base: string): string | undefined {
  if (!href || !URL.canParse(href, base)) return undefined
  const url = new URL(href, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}

function canonicalOf(page: ParsedPage, meta: ReadonlyMap<string, string>): string | undefined {
  const link = page.document
    .getElementsByTagName('link')
    .find(element => element.getAttribute('rel')?.toLowerCase().split(/\s+/).includes('canonical'))
  return absolute(link?.getAttribute('href') ?? meta.get('og:url'), page.document.baseURI)
}

const LANGUAGE_TAG = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i

function languageOf(
  page: ParsedPage,
  meta: ReadonlyMap<string, string>,
  stated: string | undefined,
): string | undefined {
  const root = page.document.documentElement
  const declared = [
    root.getAttribute('lang') ?? root.getAttribute('xml:lang'),
    page.document.body.getAttribute('lang'),
    stated,
    meta.get('content-language'),
    meta.get('og:locale'),
    meta.get('dc.language'),
    meta.get('language'),
  ]
  const tag = declared.map(value => value?.trim() ?? '').find(value => LANGUAGE_TAG.test(value))
  return tag?.replaceAll('_', '-')
}

/**
 * What the page says about its article: JSON-LD first, then meta elements, then marked-up parts of the page.
 * Nothing is invented: a field that nobody stated is absent, and a site's name is no author.
 */
export function readMetadata(
  page: ParsedPage,
  meta: ReadonlyMap<string, string> = readMeta(page),
  data: ArticleData | undefined = readArticleData(page.scripts),
): PageMetadata {
  const siteName = meta.get('og:site_name') ?? data?.siteName ?? meta.get('application-name')
  const title = chooseTitle(page, meta, data?.headline, siteName)
  const canonicalUrl = canonicalOf(page, meta)
  const language = languageOf(page, meta, data?.language)
  const description = meta.get('description') ?? meta.get('og:description')
  const image = meta.get('og:image') ?? meta.get('og:image:url') ?? meta.get('twitter:image')
  return {
    ...(title ? { title } : {}),
    authors: readAuthors(page, meta, data?.authors ?? [], siteName),
    ...(canonicalUrl ? { canonicalUrl } : {}),
    ...(siteName ? { siteName } : {}),
    ...(language ? { language } : {}),
    ...(description ? { description } : {}),
    ...(image ? { image } : {}),
    ...(data?.articleBody ? { articleBody: data.articleBody } : {}),
  }
}
