import { createHash } from 'node:crypto'
import type { Source } from '../../shared/source.ts'
import type { Fetched, FetchOutcome, Validators } from '../../shared/web/fetch-outcome.ts'
import { aSource } from '../support/samples.ts'
import type { Chance } from './chance.ts'
import { feedOf, pageOf, type Release, textOf } from './documents.ts'

export type Publisher = {
  source: Source
  /** Everything it lists, newest first. */
  releases: readonly Release[]
  /** Whether it ever served an older state of its feed: what it said last is then anybody's guess. */
  servedStale: boolean
  /** Whether it ever said that its address is gone for good: then it is asked again only on request. */
  saidGone: boolean
  /** Answers "not modified" to whoever compares, whatever has changed. */
  alwaysUnmodified: boolean
  publish: (release: Release) => void
  edit: (releaseId: string) => void
  /** Something that publishers do: a release, an edit, another order, other guids. */
  change: () => void
  answer: (url: string, validators: Validators) => FetchOutcome
}

const LONG_TEXT = 'A word of the harbour master. '.repeat(900)

function fetched(url: string, document: string): Fetched {
  const etag = `"${createHash('sha256').update(document).digest('hex').slice(0, 8)}"`
  const contentType = document.startsWith('<?xml') ? 'application/rss+xml' : 'text/html; charset=utf-8'
  return {
    kind: 'fetched',
    status: 200,
    bytes: Buffer.from(document),
    headers: { 'content-type': contentType, etag },
    contentType,
    validators: { etag },
    finalUrl: url,
  }
}

function failed(url: string, reason: 'timeout' | 'truncated' | 'http-5xx' | 'http-404'): FetchOutcome {
  return { kind: 'failed', reason, detail: 'simulated', transient: reason !== 'http-404', finalUrl: url }
}

/** The answer cut off in the middle: what the web edge sees and reports as truncated, without its bytes. */
export function cutOff(whole: Fetched): Fetched {
  const text = Buffer.from(whole.bytes).toString()
  const end = text.indexOf('</item>')
  return { ...whole, bytes: Buffer.from(end < 0 ? text : text.slice(0, end + '</item>'.length)) }
}

/** Publishers that know each other's releases: some copy a text, some list another's address. */
export function publishersOf(
  chance: Chance,
  { sources, releases }: { sources: number; releases: number },
): Publisher[] {
  const publishers: Publisher[] = []
  const othersOf = (publisher: Publisher) =>
    publishers.flatMap(other => (other === publisher ? [] : other.releases))
  for (let index = 1; index <= sources; index += 1) {
    const publisher: Publisher = publisherOf(chance, `source-${index}`, () => othersOf(publisher))
    publishers.push(publisher)
    for (let first = 0; first < releases; first += 1)
      publisher.publish(newRelease(publisher, chance, othersOf(publisher)))
  }
  return publishers

  function publisherOf(luck: Chance, id: string, others: () => Release[]): Publisher {
    const url = `https://${id}.example/feed`
    let releases: Release[] = []
    let stale = feedOf([])
    const self: Publisher = {
      source: aSource({
        id,
        url,
        schedule: { minInterval: '1m', maxInterval: '1h' },
        article: { text: 'article' },
      }),
      get releases() {
        return releases
      },
      servedStale: false,
      saidGone: false,
      alwaysUnmodified: luck.strikes('always unmodified', 0.15),
      publish: release => {
        stale = feedOf(releases)
        releases = [release, ...releases]
      },
      edit: releaseId => {
        stale = feedOf(releases)
        releases = releases.map(one => (one.id === releaseId ? { ...one, edition: one.edition + 1 } : one))
      },
      change: () => {
        stale = feedOf(releases)
        const some = releases[Math.floor(luck.between('some release', 0, releases.length))]
        if (luck.strikes('guids churn', 0.05)) {
          releases = releases.map(one => (one.url === undefined ? one : { ...one, guid: `${one.guid}+` }))
        } else if (luck.strikes('order turns', 0.05)) releases = releases.toReversed()
        else if (some !== undefined && luck.strikes('other quotation marks', 0.05)) {
          releases = releases.map(one => (one === some ? { ...one, isRestyled: !one.isRestyled } : one))
        } else if (some !== undefined && isAlone(some) && luck.strikes('address used again', 0.25)) {
          releases = releases.map(one => (one === some ? nextStoryAt(one) : one))
        } else if (luck.between('edit or release', 0, 1) < 0.5 && releases.length > 0) {
          self.edit(releases[Math.floor(luck.between('edited release', 0, releases.length))]?.id ?? '')
        } else self.publish(newRelease(self, luck, others()))
      },
      answer: (asked, validators) => {
        const own = releases.find(one => one.url === asked)
        return asked === url
          ? answerFeed(validators)
          : answerPage(asked, own ?? others().find(one => one.url === asked))
      },
    }
    return self

    /** Whether nobody else lists the address: who brought an article first alone knows what stands there next. */
    function isAlone({ url }: Release): boolean {
      return url !== undefined && others().every(other => other.url !== url)
    }

    function answerFeed({ etag }: Validators): FetchOutcome {
      if (self.alwaysUnmodified && etag !== undefined) return unmodified({ etag })
      if (luck.strikes('feed timeout', 0.03)) return failed(url, 'timeout')
      if (luck.strikes('feed truncated', 0.04)) return failed(url, 'truncated')
      if (luck.strikes('feed 5xx', 0.02)) return failed(url, 'http-5xx')
      if (luck.strikes('feed limited', 0.03))
        return { kind: 'rate-limited', status: 429, retryAfterMs: 240_000, finalUrl: url }
      if (luck.strikes('feed gone', 0.01)) {
        self.saidGone = true
        return { kind: 'gone', status: 410, finalUrl: url }
      }
      if (luck.strikes('feed is a login page', 0.02)) return fetched(url, '<!doctype html><p>Sign in</p>')
      if (luck.strikes('feed shows one release', 0.03)) return fetched(url, feedOf(releases.slice(0, 1)))
      if (luck.strikes('feed from a stale node', 0.03)) {
        self.servedStale = true
        return fetched(url, stale)
      }
      const whole = fetched(url, feedOf(releases))
      return whole.validators.etag === etag ? unmodified({ etag }) : whole
    }

    function unmodified(validators: Validators): FetchOutcome {
      return { kind: 'not-modified', status: 304, headers: {}, validators, finalUrl: url }
    }
  }

  function answerPage(url: string, release: Release | undefined): FetchOutcome {
    if (chance.strikes('page timeout', 0.08)) return failed(url, 'timeout')
    if (chance.strikes('page limited', 0.02)) return { kind: 'rate-limited', status: 429, finalUrl: url }
    return release === undefined ? failed(url, 'http-404') : fetched(url, pageOf(release))
  }
}

function nextStoryAt({ id, url, story = 0 }: Release): Release {
  const next = story + 1
  const own = { id, guid: `guid-${id}-${next}`, edition: 1, text: textOf(`Story ${id}`, next), story: next }
  return url === undefined ? own : { ...own, url }
}

function newRelease(of: Publisher, chance: Chance, others: readonly Release[] = []): Release {
  const id = `${of.source.id.slice(-1)}${of.releases.length + 1}`
  const release = { id, guid: `guid-${id}`, edition: 1, text: textOf(`Release ${id}`) }
  const url = `https://${of.source.id}.example/news/${id}`
  const other = others[Math.floor(chance.between('other release', 0, others.length))]
  if (chance.strikes('release without address', 0.15)) return release
  if (chance.strikes('release of many words', 0.03))
    return { ...release, text: `${LONG_TEXT}${release.text}` }
  if (other !== undefined && chance.strikes('copied text', 0.4)) return { ...release, url, text: other.text }
  const isFree = of.releases.every(own => own.url !== other?.url)
  if (
    other?.url !== undefined &&
    other.story === undefined &&
    isFree &&
    chance.strikes('address of another', 0.15)
  )
    return { ...release, url: other.url }
  return { ...release, url }
}
