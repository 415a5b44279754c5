import type { Block, Region } from './blocks.ts'
import type { ElementNode } from './tree.ts'

/** Where pages that load late keep an image's address; `src` then holds its placeholder. */
const LATE = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-orig-file', 'data-full-src']
const SETS = ['data-srcset', 'data-lazy-srcset', 'srcset']
const IMAGE_FILE = /\.(?:jpe?g|png|webp|gif|avif|tiff?)(?:$|[?#])/i
/** What decorates every page, by the words of its file's name or its class. */
const DECORATION =
  /(?<![a-z])(?:logos?|icons?|ico|favicon|avatars?|gravatar|sprites?|pixel|spacer|blank|placeholder|dummy|loading|loader|spinner|transparent|1x1|emoji|smiley|banners?|badges?|share|sharing|arrows?|bullet|flags?|rss|facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|print|pdf|no-?image|default)(?![a-z])/i
const MIN_SIDE_PIXELS = 100
const MAX_CAPTION_CHARS = 500
/** A box of one image holds its caption and credit. */
const MAX_BOX_BLOCKS = 3
const CAPTION_CLASS = /caption|legende?\b|bildunterschrift|photo-?credit|img-?text/i
const NO_CAPTION =
  /\.(?:jpe?g|png|webp|gif|avif|svg)$|^(?:image|img|photo|picture|foto|bild|dsc|p)[\s_-]?\d*$|^[\d\s._-]*$/i

/** Whether an image is named for what it decorates. */
export function isDecoration(url: string): boolean {
  const path = url.split(/[?#]/)[0] ?? ''
  return (
    DECORATION.test(path.slice(path.lastIndexOf('/', path.length - 2) + 1)) ||
    /\/(?:icons?|logos?|avatars?|flags|emoji)\//i.test(path)
  )
}

function isSmall(element: ElementNode): boolean {
  const style = element.getAttribute('style') ?? ''
  return ['width', 'height'].some(side => {
    const stated =
      element.getAttribute(side) ?? new RegExp(`(?:^|[;\\s])${side}:\\s*(\\d+)px`).exec(style)?.[1]
    const pixels = stated?.includes('%') ? Number.NaN : Number.parseInt(stated ?? '', 10)
    return pixels >= 0 && pixels < MIN_SIDE_PIXELS
  })
}

function isAddress(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && value !== '' && !value.startsWith('data:')
}

/** The widest image of a `srcset`. */
function widestOf(set: string): string | undefined {
  const candidates = set.split(/,\s+/).map(candidate => {
    const [url = '', size = '1x'] = candidate.trim().split(/\s+/)
    return { url, size: Number.parseFloat(size) || 1 }
  })
  return candidates.toSorted((a, b) => b.size - a.size).find(({ url }) => isAddress(url))?.url
}

function addressOf(element: ElementNode): string | undefined {
  const late = LATE.map(name => element.getAttribute(name)).find(isAddress)
  if (late !== undefined) return late
  const own = element.getAttribute('src')
  if (isAddress(own) && !isDecoration(own)) return own
  const picture = element.parentNode?.localName === 'picture' ? element.parentNode.children : []
  const sets = [element, ...picture].flatMap(source => SETS.map(name => source.getAttribute(name) ?? ''))
  return sets.map(widestOf).find(url => url !== undefined)
}

/** The picture that an element shows, in full where it links to that; undefined for what decorates a page. */
export function imageOf(element: ElementNode): { url: string; text: string } | undefined {
  const shown = isSmall(element) ? undefined : addressOf(element)
  if (shown === undefined || isDecoration(shown) || DECORATION.test(element.className)) return undefined
  const link = element.parentNode?.localName === 'a' ? (element.parentNode.getAttribute('href') ?? '') : ''
  return { url: IMAGE_FILE.test(link) ? link : shown, text: element.getAttribute('alt') ?? '' }
}

/** The box of an image: its figure, or an element around it that has little but a caption. */
function boxOf(region: Region): Region | undefined {
  for (let at: Region | undefined = region; at; at = at.parent) {
    if (at.tag === 'figure') return at
    const isBox = at.end - at.first <= MAX_BOX_BLOCKS && at.chars > 0 && at.chars <= MAX_CAPTION_CHARS
    if (isBox && CAPTION_CLASS.test(at.className)) return at
  }
  return undefined
}

/** What stands below an image in its box, or right behind it in an element named for captions; else what it is called. */
export function captionOf(
  { region, at, text }: { region: Region; at: number; text: string },
  blocks: readonly Block[],
): string | undefined {
  const box = boxOf(region)
  const next = blocks[at]
  const below =
    next !== undefined && CAPTION_CLASS.test(`${next.region.className} ${next.inlineClasses}`) ? [next] : []
  const own = box === undefined ? below : blocks.slice(box.first, box.end)
  const caption = own
    .map(block => block.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .slice(0, MAX_CAPTION_CHARS)
  const name = text.replace(/\s+/g, ' ').trim().slice(0, MAX_CAPTION_CHARS)
  return caption || (NO_CAPTION.test(name) ? undefined : name || undefined)
}
