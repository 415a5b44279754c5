import type { Release } from '../../../shared/dedup/probe.ts'
import { type Draw, drawOf } from './draw.ts'
import { CORE_EDITS, carried, type Edit, type Original, STRESS_EDITS } from './edits.ts'
import { proseIn, titleIn } from './prose.ts'
import { type Publisher, publisher } from './publishers.ts'
import { SERIES, type Series } from './series.ts'

/** What a document is in truth. Two of one story are the same release. */
export type Kind = 'release' | 'short' | 'long' | 'follow-up' | 'series' | 'two in one' | 'reissue'

export type Document = Release & {
  publishedAt: string
  story: string
  kind: Kind
  /** Of a series, its name; of a copy, what was done to it. */
  as: string
  /** What no rule here can or need tell: it is in the stream, and no pair of it counts. */
  isStress?: boolean
  isIgnored?: boolean
}

const FIRST_DAY_MS = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000
const DOCUMENTS_A_DAY = 100
const OUTLETS = 60

const isoDay = (day: number) => new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10)
const writtenDay = (day: number) =>
  new Date(FIRST_DAY_MS + day * DAY_MS).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' })

type Told = { story: string; kind: Kind; day: number; original: Original; by: Publisher }

function documentOf({ story, kind, day, original, by }: Told): Document {
  return {
    id: story,
    source: by.source,
    url: '',
    title: original.title,
    text: `${original.text}\n\n${original.about}`,
    publishedAt: isoDay(day),
    story,
    kind,
    as: 'original',
  }
}

function copyOf(
  told: Told,
  name: string,
  edit: Edit,
  { draw, outlet, day }: { draw: Draw; outlet: number; day: number },
): Document {
  return {
    ...documentOf(told),
    ...edit(told.original, draw, outlet),
    id: `${told.story}, ${name}, outlet ${outlet}`,
    source: `outlet-${outlet}`,
    publishedAt: isoDay(day),
    as: name,
  }
}

const entriesOf = (edits: Record<string, Edit>) => Object.entries(edits)

function copiesOf(told: Told, draw: Draw): Document[] {
  const count = draw.pick([0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4])
  const first = draw.number(0, OUTLETS - 1)
  return Array.from({ length: count }, (_, index) => {
    const isStress = draw.chance(12)
    const edits = entriesOf(isStress ? STRESS_EDITS : CORE_EDITS)
    const [name, edit] = edits[draw.number(0, edits.length - 1)] ?? ['in a page', carried]
    const day = told.day + (draw.chance(70) ? draw.number(0, 2) : draw.number(3, 20))
    const copy = copyOf(told, name, edit, { draw, outlet: (first + index * 7) % OUTLETS, day })
    return isStress ? { ...copy, isStress } : copy
  })
}

/** What the publisher itself puts up again: the same day with a slip mended, or weeks later under another title. */
function again(told: Told, draw: Draw): Document[] {
  const own = documentOf(told)
  if (draw.chance(4)) {
    const text = own.text.replace(' the ', ' this ')
    return [
      {
        ...own,
        id: `${own.id}, again`,
        text,
        publishedAt: isoDay(told.day + draw.number(0, 1)),
        as: 'put up again',
      },
    ]
  }
  if (!draw.chance(2)) return []
  const title = titleIn(told.by.writing, draw)
  return [
    {
      ...own,
      id: `${own.id}, reissued`,
      title,
      publishedAt: isoDay(told.day + 9),
      kind: 'reissue',
      as: 'reissued',
      isIgnored: true,
    },
  ]
}

/** The first paragraphs of a text, up to so many characters. */
function partOf(text: string, chars: number): string {
  return text.slice(0, chars).replace(/\n[^\n]*$/, '')
}

function told(seed: number, days: number, before: Told | undefined): Told {
  const draw = drawOf(seed)
  const by = before?.by ?? publisher(draw.number(0, 159))
  const kind = before
    ? 'follow-up'
    : draw.pick<Kind>(['release', 'release', 'release', 'release', 'short', 'long'])
  const sentences = { short: draw.number(2, 4), long: draw.number(60, 200) }[
    kind === 'short' || kind === 'long' ? kind : 'long'
  ]
  const length = kind === 'short' || kind === 'long' ? sentences : draw.number(8, 34)
  const own = proseIn(by.writing, draw, length)
  // What was told before is told again below what is new, and is at most half of all.
  const kept = partOf(before?.original.text ?? '', Math.min(own.length, 5_000) * draw.share())
  return {
    story: `story ${seed}`,
    kind,
    day: before ? before.day + draw.number(2, 20) : draw.number(0, days - 1),
    original: {
      title: titleIn(by.writing, draw),
      text: before ? `${own}\n\n${kept}` : own,
      about: kind === 'short' && draw.chance(50) ? '' : by.about,
      writing: by.writing,
    },
    by,
  }
}

/** One release and another in one article: whose copy that is, nobody can say. */
function twoInOne(one: Told, other: Told, draw: Draw): Document {
  const text = `${one.original.text}\n\n${other.original.text}`
  const title = `${one.original.title} | ${other.original.title}`
  const original = { ...one.original, title, text, about: '' }
  return {
    ...copyOf({ ...one, original }, 'two in one', carried, {
      draw,
      outlet: 3,
      day: Math.max(one.day, other.day),
    }),
    kind: 'two in one',
    isIgnored: true,
  }
}

function* stories(seed: number, days: number): Generator<Document[]> {
  let last: Told | undefined
  for (let at = seed * 1_000_000; ; at += 1) {
    const draw = drawOf(at + 400_000_000)
    const isFollowUp = last !== undefined && last.kind !== 'short' && draw.chance(22)
    const story = told(at, days, isFollowUp ? last : undefined)
    const merged = last !== undefined && draw.chance(2) ? [twoInOne(story, last, draw)] : []
    yield [documentOf(story), ...copiesOf(story, draw), ...again(story, draw), ...merged]
    last = story
  }
}

/** Every issue at its office, and of two series in three every issue at two outlets too, days after one another. */
function issuesOf(series: Series, index: number, { seed, days }: { seed: number; days: number }): Document[] {
  const outlets = index % 3 === 2 ? [] : [index, index + 20]
  const by: Publisher = { source: `office-${index}`, writing: 'Latin', about: '' }
  return Array.from({ length: Math.floor(days / series.everyDays) }, (_, at) => {
    const draw = drawOf(seed * 1_000 + index * 97 + at * 100_003 + 900_000_000)
    const day = Math.floor(at * series.everyDays)
    const original = { ...series.issue(draw, at, writtenDay(day)), about: '', writing: by.writing }
    const issue: Told = { story: `${series.name} ${at}`, kind: 'series', day, original, by }
    const copies = outlets.map(outlet =>
      copyOf(issue, series.name, carried, { draw, outlet, day: day + draw.number(0, 1) }),
    )
    return [{ ...documentOf(issue), as: series.name }, ...copies]
  }).flat()
}

/**
 * So many documents of a made-up press, in date order: releases in ten scripts with what outlets make of them,
 * follow-ups that quote them, and forms that are filled in again each day or week.
 */
export function pressStream({ documents, seed }: { documents: number; seed: number }): Document[] {
  const days = Math.max(30, Math.ceil(documents / DOCUMENTS_A_DAY))
  const all = SERIES.flatMap((series, index) => issuesOf(series, index, { seed, days }))
  for (const story of stories(seed, days)) {
    if (all.length >= documents) break
    all.push(...story)
  }
  const draw = drawOf(seed)
  return all
    .map(document => ({ document, tie: draw.share() }))
    .sort((a, b) => a.document.publishedAt.localeCompare(b.document.publishedAt) || a.tie - b.tie)
    .map(({ document }) => document)
    .slice(0, documents)
}
