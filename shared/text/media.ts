import type { Block, Region } from './blocks.ts'
import { fileOf, linkTitle } from './files.ts'
import { captionOf, imageOf, isDecoration } from './images.ts'
import type { ElementNode } from './tree.ts'

/** An image or a file that the reader of blocks came by: `at` is how many blocks stand before it. */
export type Asset = { kind: 'image' | 'file'; url: string; text: string; at: number; region: Region }

export type ArticleImage = { url: string; caption?: string }
export type Attachment = { url: string; title?: string }

/** A lead image stands above headline, date and byline; a box of downloads below share buttons and tags. */
const BLOCKS_ABOVE = 8
const FILES_BEHIND = 12
const MAX_LISTED = 50
/** A page with more is an index of files or a gallery. */
const MAX_ASSETS = 1_000

/** The image or file that an element is or links to. */
export function assetOf(element: ElementNode, at: number, region: Region): Asset | undefined {
  if (element.localName === 'img') {
    const image = imageOf(element)
    return image && { kind: 'image', ...image, at, region }
  }
  const file = element.localName === 'a' ? fileOf(element) : undefined
  return file && { kind: 'file', ...file, at, region }
}

const ELSEWHERE_TAGS = new Set(['aside', 'nav', 'footer'])
const ELSEWHERE =
  /(?:^|[\s_-])(?:author|authors|avatar|byline|bio|related|recommended|share|sharing|social|comments?|newsletter|promo|advert|ads?|sponsor(?:ed)?|teaser|most-read|read-more)(?:$|[\s_-])|(?:^|\s)(?:sidebar|widget)(?:$|\s)/i
const DOWNLOADS =
  /download|attachment|document|anhang|anlage|dokument|t[eé]l[eé]charg|fichier|pi[eè]ces?-?jointe|descarga|adjunt|documenti|allegat|anexo|bijlage|bilag|bilaga|za[lł][aą]cznik|priloh|прилож|файл|документ/i

type Place = { first: number; last: number }

function encloses(region: Region, { first, last }: Place): boolean {
  return region.first <= first && region.end > last
}

/** Whether a region is part of the article: not hidden, and in no box about something else within it. */
function isOwn(region: Region, place: Place): boolean {
  if (region.hidden) return false
  for (let at: Region | undefined = region; at && !encloses(at, place); at = at.parent) {
    if (ELSEWHERE_TAGS.has(at.tag) || ELSEWHERE.test(at.className) || ELSEWHERE.test(at.id)) return false
  }
  return true
}

function isInDownloads(region: Region, place: Place): boolean {
  if (region.hidden) return false
  let isNamed = false
  for (let at: Region | undefined = region; at && !encloses(at, place); at = at.parent) {
    if (at.tag === 'footer' || at.tag === 'nav') return false
    isNamed ||= DOWNLOADS.test(at.className) || DOWNLOADS.test(at.id)
  }
  return isNamed
}

/** Whether an image above the text belongs to it: in a figure, or in the same article element. */
function isLead({ at, region }: Asset, place: Place): boolean {
  if (at >= place.first - 1) return true
  if (at < place.first - BLOCKS_ABOVE) return false
  for (let up: Region | undefined = region; up; up = up.parent)
    if (up.tag === 'figure' || (up.tag === 'article' && encloses(up, place))) return true
  return false
}

function absolute(url: string, base: string): URL | undefined {
  if (!URL.canParse(url, base)) return undefined
  const parsed = new URL(url, base)
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed : undefined
}

/**
 * The images with their captions and the attached files of an article whose text stands in blocks `first` to `last`
 * of the page: pictures among its text and right above it, documents there, right below, and in a box of downloads.
 */
export function articleMedia(
  assets: readonly Asset[],
  blocks: readonly Block[],
  { base, ...place }: Place & { base: string },
): { images: ArticleImage[]; attachments: Attachment[] } {
  const images = new Map<string, ArticleImage>()
  const attachments = new Map<string, Attachment>()
  for (const asset of assets.slice(0, MAX_ASSETS)) {
    const url = absolute(asset.url, base)
    if (url === undefined) continue
    if (asset.kind === 'file') {
      const isNear = asset.at >= place.first - 1 && asset.at <= place.last + FILES_BEHIND
      if (!(isNear && isOwn(asset.region, place)) && !isInDownloads(asset.region, place)) continue
      const line = blocks[asset.at]
      url.hash = ''
      const title = linkTitle(asset.text, line?.region === asset.region ? line.text : undefined)
      if (attachments.get(url.href)?.title === undefined)
        attachments.set(url.href, { url: url.href, ...(title !== undefined && { title }) })
    } else if (isLead(asset, place) && asset.at <= place.last + 1 && isOwn(asset.region, place)) {
      const caption = captionOf(asset, blocks)
      if (!images.has(url.href))
        images.set(url.href, { url: url.href, ...(caption !== undefined && { caption }) })
    }
  }
  return {
    images: [...images.values()].slice(0, MAX_LISTED),
    attachments: [...attachments.values()].slice(0, MAX_LISTED),
  }
}

/** The picture that a page is shared with, for an article without one of its own, unless it is the site's mark. */
export function sharedImage(url: string | undefined, base: string): ArticleImage[] {
  const image =
    url === undefined || isDecoration(url) || /social|default|share/i.test(url.slice(url.lastIndexOf('/')))
      ? undefined
      : absolute(url, base)
  return image === undefined ? [] : [{ url: image.href }]
}
