import {
  bitCount,
  type FurnitureState,
  type LearntPage,
  mainPlaceOf,
  textPlaces,
  textSpan,
} from './learned.ts'
import {
  formKey,
  headKey,
  isSentence,
  labelKey,
  lineKey,
  longTailKey,
  type PageLine,
  shortHash,
  tailKey,
  titleKey,
} from './page-line.ts'

/** What the source's other pages have in common with a line, as shares of these pages, and where it stands. */
export type LineEvidence = {
  share: number
  shareOfPlace: number
  formShare: number
  labelShare: number
  headShare: number
  tailShare: number
  longTailShare: number
  /** The most that the slot's other pages have of it: its form, its label, how it begins or ends. */
  partOfPlace: number
  formOfPlace: number
  isTitleElsewhere: boolean
  isOwnTitle: boolean
  placePages: number
  placeShare: number
  placeRecurring: number
  placeKept: number
  placeOwnChars: number
  placeFullness: number
  placeBefore: number
  placeBehind: number
  isMain: boolean
  sharedElements: number
  isInMainHolder: boolean
}

/** From this share of its characters on a line leads elsewhere. */
export const LINKED = 0.5
/** How much other pages must have of a line that its own page keeps: of all of it, of its label, of an end of it. */
export const AGAIN_SHARE = 0.2

/** How often a key must have stood on the other pages: once is chance. */
const MIN_COUNT = 2

type Source = { state: FurnitureState; at: number; others: number }

function othersWith({ state, at }: Source, key: string | undefined): number {
  const bits = key === undefined ? 0 : (state.lines[key] ?? 0)
  const itself = at >= 0 && Math.floor(bits / 2 ** at) % 2 === 1 ? 1 : 0
  return bitCount(bits) - itself
}

const often = (count: number) => (count >= MIN_COUNT ? count : 0)

const elementsOf = (place: string) => place.split('>').filter(element => element !== '')
const holderOf = (place: string) => place.slice(0, Math.max(0, place.lastIndexOf('>')))

/** The same of every line of a page. */
export function evidenceOf(state: FurnitureState, { url, title, lines }: LearntPage): LineEvidence[] {
  const at = state.pages.indexOf(shortHash(url))
  const source: Source = { state, at, others: Math.max(1, state.pages.length - (at >= 0 ? 1 : 0)) }
  const texts = textPlaces(state)
  const fullest = Math.max(1, ...texts.values())
  const main = mainPlaceOf(texts, lines) ?? ''
  const mainElements = new Set(elementsOf(main))
  const ownTitle = title === undefined ? undefined : titleKey(title)
  return lines.map(line => {
    const { text, place } = line
    const key = shortHash(place)
    const [seen, recurring, kept, left, before, behind] = state.places[key] ?? [0, 0, 0, 0, 0, 0]
    const pages = Math.max(1, bitCount(seen))
    const count = often(othersWith(source, lineKey(text)))
    const shareOf = (of: string | undefined) => often(othersWith(source, of)) / source.others
    const asTitle = titleKey(text)
    const formShare = shareOf(formKey(text))
    const labelShare = shareOf(labelKey(text))
    const headShare = shareOf(headKey(text))
    const tailShare = shareOf(tailKey(text))
    const longTailShare = shareOf(longTailKey(text))
    const ofPlace = (part: number) => Math.min(2, (part * source.others) / pages)
    return {
      share: count / source.others,
      shareOfPlace: count / pages,
      formShare,
      labelShare,
      headShare,
      tailShare,
      longTailShare,
      partOfPlace: ofPlace(Math.max(formShare, labelShare, headShare, tailShare, longTailShare)),
      formOfPlace: ofPlace(formShare),
      isTitleElsewhere: asTitle !== ownTitle && othersWith(source, asTitle) > 0,
      isOwnTitle: asTitle !== undefined && asTitle === ownTitle,
      placePages: pages,
      placeShare: pages / Math.max(1, state.pages.length),
      placeRecurring: bitCount(recurring) / pages,
      placeKept: kept / Math.max(1, kept + left),
      placeOwnChars: (kept + left) / pages,
      placeFullness: (texts.get(key) ?? 0) / fullest,
      placeBefore: bitCount(before) / pages,
      placeBehind: bitCount(behind) / pages,
      isMain: place === main,
      sharedElements: elementsOf(place).filter(element => mainElements.has(element)).length,
      isInMainHolder: holderOf(place) === holderOf(main),
    }
  })
}

const flag = (is: boolean | undefined) => (is ? 1 : 0)
const log = (value: number) => Math.log2(1 + value)

/** So often has a line recurred that heads a box. */
const HEADS_SHARE = 0.34
/** So seldom a sentence that is its writers' turn of phrase. */
const TURN_SHARE = 0.34
const FAR = 12

/** What the page's own text is like: how often its sentences come again, seldom and often, and how much of it there is. */
function habitsOf(lines: readonly PageLine[], evidence: readonly LineEvidence[]): number[] {
  const own = evidence.filter((each, i) => each.isMain && isSentence(lines[i]?.text ?? ''))
  const all = evidence.filter(each => each.isMain)
  const shareOf = (of: readonly LineEvidence[], is: (each: LineEvidence) => boolean) =>
    of.filter(is).length / Math.max(1, of.length)
  return [
    log(own.length),
    log(all.length),
    shareOf(own, each => each.share > 0 && each.share < TURN_SHARE),
    shareOf(own, each => each.share >= TURN_SHARE),
    shareOf(own, each => each.formShare >= TURN_SHARE && each.share < TURN_SHARE),
    shareOf(own, each => each.longTailShare >= TURN_SHARE && each.share < TURN_SHARE),
    shareOf(all, each => each.labelShare >= TURN_SHARE),
    shareOf(all, each => each.headShare >= TURN_SHARE),
  ]
}

/** For each line how far above it, up to the last line of the text, a heading or label stands that recurs. */
function headedBy(
  lines: readonly PageLine[],
  evidence: readonly LineEvidence[],
): { steps: number; share: number }[] {
  let steps = FAR
  let share = 0
  return lines.map((line, i) => {
    const each = evidence[i]
    const here = { steps, share }
    steps = Math.min(FAR, steps + 1)
    if (each?.isMain && each.share === 0) {
      steps = FAR
      share = 0
    } else if (
      each &&
      each.share >= HEADS_SHARE &&
      (line.heading || line.text.length < 60) &&
      !isSentence(line.text)
    ) {
      steps = 1
      share = each.share
    }
    return here
  })
}

function lineSigns({ text, heading, linkShare, isKept, isDoubtful }: PageLine): number[] {
  const digits = text.replace(/\P{Nd}+/gu, '').length
  return [
    flag(isKept),
    flag(isDoubtful),
    flag(heading),
    linkShare,
    log(text.length),
    flag(isSentence(text)),
    flag(/[.!?։。！？۔।…]["'”’»)\]]*$/u.test(text)),
    flag(/[,:;，：]$/u.test(text)),
    digits / Math.max(1, text.length),
  ]
}

function evidenceSigns(each: LineEvidence): number[] {
  return [
    each.share,
    each.shareOfPlace,
    each.formShare,
    each.labelShare,
    each.headShare,
    each.tailShare,
    each.longTailShare,
    each.partOfPlace,
    each.formOfPlace,
    flag(each.isTitleElsewhere),
    flag(each.isOwnTitle),
    each.placeShare,
    each.placeRecurring,
    each.placeKept,
    log(each.placeOwnChars),
    each.placeFullness,
    each.placeBefore,
    each.placeBehind,
    flag(each.isMain),
    each.sharedElements,
    flag(each.isInMainHolder),
  ]
}

const LEADS_ON = /[:：՝]$/u

function neighbourSigns(line: PageLine | undefined, each: LineEvidence | undefined, place: string): number[] {
  if (line === undefined || each === undefined) return [-1, -1, -1, -1, -1, -1, -1, -1, -1]
  return [
    each.share,
    flag(each.isMain),
    line.linkShare,
    flag(isSentence(line.text)),
    flag(line.isKept),
    flag(line.heading),
    flag(LEADS_ON.test(line.text)),
    each.placeBehind,
    flag(line.place === place),
  ]
}

const NEAR = 6

/** For each line how many lines ago a sentence of the page's own stood in its text. */
function stepsFromText(lines: readonly PageLine[], evidence: readonly LineEvidence[]): number[] {
  let steps = NEAR
  return lines.map((line, i) => {
    const here = steps
    const each = evidence[i]
    steps = each?.isMain && each.share === 0 && isSentence(line.text) ? 1 : Math.min(NEAR, steps + 1)
    return here
  })
}

type Holder = { lines: number; recurring: number; linked: number; own: number }

/** What the element that holds a line is made of on this page. */
function holdersOf(lines: readonly PageLine[], evidence: readonly LineEvidence[]): Map<string, Holder> {
  const holders = new Map<string, Holder>()
  lines.forEach((line, i) => {
    const name = holderOf(line.place)
    const known = holders.get(name) ?? { lines: 0, recurring: 0, linked: 0, own: 0 }
    const recurs = (evidence[i]?.share ?? 0) >= HEADS_SHARE
    known.lines += 1
    known.recurring += recurs ? 1 : 0
    known.linked += line.linkShare >= 0.8 ? 1 : 0
    known.own += !recurs && isSentence(line.text) ? 1 : 0
    holders.set(name, known)
  })
  return holders
}

/** One row of numbers a line, for the model to weigh. Linear in the page. */
export function evidenceRows(state: FurnitureState, page: LearntPage): number[][] {
  const { lines } = page
  const evidence = evidenceOf(state, page)
  const [first, last] = textSpan(textPlaces(state), lines)
  const habits = habitsOf(lines, evidence)
  const heads = headedBy(lines, evidence)
  const places = new Map<string, number>()
  for (const { place } of lines) places.set(place, (places.get(place) ?? 0) + 1)
  const known = Math.min(24, state.pages.length)
  const since = stepsFromText(lines, evidence)
  const until = stepsFromText([...lines].reverse(), [...evidence].reverse()).reverse()
  const holders = holdersOf(lines, evidence)
  return lines.map((line, i) => {
    const each = evidence[i]
    if (each === undefined) return []
    const head = heads[i]
    const holder = holders.get(holderOf(line.place)) ?? { lines: 1, recurring: 0, linked: 0, own: 0 }
    const zone = first < 0 ? 0 : i < first ? -1 : i > last ? 1 : 0
    return [
      known,
      ...lineSigns(line),
      ...evidenceSigns(each),
      zone,
      Math.max(-FAR, Math.min(FAR, i - first)),
      Math.max(-FAR, Math.min(FAR, last - i)),
      log(places.get(line.place) ?? 0),
      head?.steps ?? FAR,
      head?.share ?? 0,
      since[i] ?? NEAR,
      until[i] ?? NEAR,
      holder.recurring / holder.lines,
      holder.linked / holder.lines,
      holder.own / holder.lines,
      log(holder.lines),
      ...neighbourSigns(lines[i - 1], evidence[i - 1], line.place),
      ...neighbourSigns(lines[i + 1], evidence[i + 1], line.place),
      ...habits,
    ]
  })
}
