import type { Block, Region } from './blocks.ts'
import type { ElementNode } from './tree.ts'

/** An image or a file that the reader of blocks came by: `at` is how many blocks stand before it. */
export type Asset = { kind: 'image' | 'file'; url: string; text: string; at: number; region: Region }

export type ArticleImage = { url: string; caption?: string }
export type Attachment = { url: string; title?: string }

const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|zip)(?:$|[?#])/i
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-orig-file', 'src']
/** What decorates every page. */
const DECORATION =
  /(?:logo|icon|avatar|sprite|pixel|spacer|blank|placeholder|loading|emoji|banner|badge|share|arrow)/i
const MIN_SIDE_PIXELS = 100
const FILES_BEHIND = 12
const MAX_LISTED = 50

function imageUrl(element: ElementNode): string | undefined {
  const [width, height] = ['width', 'height'].map(side =>
    Number.parseInt(element.getAttribute(side) ?? '', 10),
  )
  if ((width ?? 0) < MIN_SIDE_PIXELS && (width ?? 0) > 0) return undefined
  if ((height ?? 0) < MIN_SIDE_PIXELS && (height ?? 0) > 0) return undefined
  const url = LAZY.map(name => element.getAttribute(name)).find(value => value && !value.startsWith('data:'))
  return url && !DECORATION.test(url) && !DECORATION.test(element.className) ? url : undefined
}

/** The image or file that an element is or links to. */
export function assetOf(element: ElementNode, at: number, region: Region): Asset | undefined {
  if (element.localName === 'img') {
    const url = imageUrl(element)
    return url === undefined
      ? undefined
      : { kind: 'image', url, text: element.getAttribute('alt') ?? '', at, region }
  }
  const href = element.localName === 'a' ? (element.getAttribute('href') ?? '') : ''
  if (!FILE.test(href)) return undefined
  return { kind: 'file', url: href, text: element.textContent.slice(0, 300), at, region }
}

function isMain(region: Region): boolean {
  for (let at: Region | undefined = region; at; at = at.parent) {
    if (at.tag === 'aside' || at.tag === 'nav' || at.tag === 'footer' || at.hidden) return false
  }
  return true
}

function figureOf(region: Region): Region | undefined {
  for (let at: Region | undefined = region; at; at = at.parent) if (at.tag === 'figure') return at
  return undefined
}

function captionOf(asset: Asset, blocks: readonly Block[]): string | undefined {
  const figure = figureOf(asset.region)
  if (!figure) return asset.text.trim() || undefined
  const lines = blocks.slice(figure.first, figure.end).map(block => block.text)
  return lines.join(' ').replace(/\s+/g, ' ').slice(0, 500) || asset.text.trim() || undefined
}

function absolute(url: string, base: string): string | undefined {
  if (!URL.canParse(url, base)) return undefined
  const { protocol, href } = new URL(url, base)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

/**
 * The images with their captions and the attached files of an article whose text stands in blocks `first` to `last`
 * of the page: pictures among its text, documents there and right below.
 */
export function articleMedia(
  assets: readonly Asset[],
  blocks: readonly Block[],
  { first, last, base }: { first: number; last: number; base: string },
): { images: ArticleImage[]; attachments: Attachment[] } {
  const images = new Map<string, ArticleImage>()
  const attachments = new Map<string, Attachment>()
  for (const asset of assets) {
    const url = absolute(asset.url, base)
    if (url === undefined || asset.at < first - 1 || !isMain(asset.region)) continue
    if (asset.kind === 'image' && asset.at <= last + 1) {
      const caption = captionOf(asset, blocks)
      images.set(url, { url, ...(caption ? { caption } : {}) })
    }
    if (asset.kind === 'file' && asset.at <= last + FILES_BEHIND) {
      const title = asset.text.replace(/\s+/g, ' ').trim()
      attachments.set(url, { url, ...(title ? { title } : {}) })
    }
  }
  return {
    images: [...images.values()].slice(0, MAX_LISTED),
    attachments: [...attachments.values()].slice(0, MAX_LISTED),
  }
}
