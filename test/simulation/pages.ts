import { createHash } from 'node:crypto'
import type { Fetched, FetchOutcome, Validators } from '../../shared/web/fetch-outcome.ts'
import { aSource } from '../support/samples.ts'
import type { Chance } from './chance.ts'
import { feedOf, pageOf, type Release, textOf } from './documents.ts'
import type { Publisher } from './publishers.ts'

/** What becomes of a page after its feed has told of it; the feed itself never changes. */
export type Fate = 'stays' | 'edited' | 'gone' | 'returns'
export type Page = { release: Release; fate: Fate }
/** A publisher that edits and withdraws its pages and tells nobody. */
export type SilentPublisher = Publisher & { pages: readonly Page[]; minutePasses: (minute: number) => void }

const FATES: readonly Fate[] = ['stays', 'edited', 'gone', 'returns']

function fetched(url: string, document: string): Fetched {
  const etag = `"${createHash('sha256').update(document).digest('hex').slice(0, 8)}"`
  const contentType = document.startsWith('<?xml') ? 'application/rss+xml' : 'text/html; charset=utf-8'
  const headers = { 'content-type': contentType, etag }
  const bytes = Buffer.from(document)
  return { kind: 'fetched', status: 200, bytes, headers, contentType, validators: { etag }, finalUrl: url }
}

function notFound(url: string): FetchOutcome {
  const [reason, detail] = ['http-404', 'simulated'] as const
  return { kind: 'failed', reason, detail, transient: false, status: 404, finalUrl: url }
}

/** The text that an edited page has: another day, and nothing else. */
export function editedPage(release: Release): string {
  return pageOf({ ...release, text: release.text.replace('earlier', 'later') })
}

/** A publisher of four pages, each with its own fate, each now and then failing for one request. */
export function silentPublisher(chance: Chance, id: string): SilentPublisher {
  const url = `https://${id}.example/feed`
  const pages = FATES.map((fate, index): Page => {
    const name = `${id.slice(-1)}${index + 1}`
    const at = `https://${id}.example/news/${name}`
    return { fate, release: { id: name, guid: name, edition: 1, url: at, text: textOf(`Release ${name}`) } }
  })
  const releases = pages.map(({ release }) => release)
  const turning = new Map(pages.map(({ release }) => [release.url, chance.between('fate', 20, 140)]))
  const returning = chance.between('return', 260, 500)
  const lastFlicker = new Map<string, number>()
  let minute = 0

  const schedule = { minInterval: '1h', maxInterval: '6h' }
  return {
    source: aSource({ id, url, schedule, article: { text: 'article' }, recheck: true }),
    releases,
    pages,
    servedStale: false,
    saidGone: false,
    alwaysUnmodified: false,
    publish: () => {},
    edit: () => {},
    change: () => {},
    minutePasses: now => {
      minute = now
    },
    answer: (asked, { etag }) => {
      const answer = asked === url ? fetched(url, feedOf(releases)) : answerPage(asked)
      return answer.kind === 'fetched' && answer.validators.etag === etag
        ? unmodified(asked, { etag })
        : answer
    },
  }

  function answerPage(asked: string): FetchOutcome {
    const page = pages.find(({ release }) => release.url === asked)
    if (page === undefined) return notFound(asked)
    if (flickers(asked)) return notFound(asked)
    if (chance.strikes('page timeout', 0.05))
      return { kind: 'failed', reason: 'timeout', detail: 'simulated', transient: true, finalUrl: asked }
    if (chance.strikes('page limited', 0.03)) return { kind: 'rate-limited', status: 429, finalUrl: asked }
    if (chance.strikes('page walled', 0.03))
      return { kind: 'blocked', status: 403, reason: 'challenge', finalUrl: asked }
    return answerAsFated(asked, page)
  }

  function answerAsFated(asked: string, { release, fate }: Page): FetchOutcome {
    if (minute < (turning.get(asked) ?? 0) || fate === 'stays') return fetched(asked, pageOf(release))
    if (fate === 'edited') return fetched(asked, editedPage(release))
    if (fate === 'returns' && minute > returning) return fetched(asked, pageOf(release))
    return { kind: 'gone', status: 410, finalUrl: asked }
  }

  /** Once, and not again for a day: a deployment, a node that lags behind. */
  function flickers(asked: string): boolean {
    const isRested = minute - (lastFlicker.get(asked) ?? -2_000) > 1_440
    if (minute < 10 || !isRested || !chance.strikes('page flickers', 0.15)) return false
    lastFlicker.set(asked, minute)
    return true
  }
}

function unmodified(url: string, validators: Validators): FetchOutcome {
  return { kind: 'not-modified', status: 304, headers: {}, validators, finalUrl: url }
}
