import { gunzipSync } from 'node:zlib'
import type { Article } from '../../shared/article.ts'
import { sha256 } from '../../shared/dedup/fingerprint.ts'
import type { MemoryArchive } from '../support/memory-archive.ts'
import type { MemoryArticles } from '../support/memory-articles.ts'
import type { MemoryBus } from '../support/memory-bus.ts'
import type { Diary } from './diary.ts'
import { nameOf, type Release, titleOf } from './documents.ts'
import type { Publisher } from './publishers.ts'

type Stores = { articles: MemoryArticles; archive: MemoryArchive; bus: MemoryBus }

/** Rows by article, first revision first. */
function byArticle(rows: readonly Article[]): Article[][] {
  const revisions = new Map<string, Article[]>()
  for (const row of rows) revisions.set(row.articleId, [...(revisions.get(row.articleId) ?? []), row])
  return [...revisions.values()].map(own => own.toSorted((a, b) => a.revision - b.revision))
}

/** A release is told by its address; where several stories stood at one, and where it has none, by its name. */
function isOf(row: Article, release: Release): boolean {
  const isNamed = row.headline.startsWith(nameOf(release))
  if (release.url === undefined) return isNamed
  return row.url === release.url && (isNamed || (release.story === undefined && row.replaces === undefined))
}

/** Every release that these publishers list is on record, whoever brought it, or waits with the dead letters. */
export function checkNothingLost(
  rows: readonly Article[],
  listedBy: readonly Publisher[],
  deadLetters: readonly { body: string }[],
  diary: Diary,
): void {
  for (const { source, releases, servedStale } of listedBy)
    for (const release of releases) {
      // What stood at an address before, served again, is to us what stands there now.
      if (servedStale && release.story !== undefined) continue
      const own = new Set(rows.flatMap(row => (isOf(row, release) ? [row.articleId] : [])))
      const waits = deadLetters.some(
        ({ body }) => body.includes(titleOf(release)) || body.includes('claimKey'),
      )
      if (own.size === 0 && !waits) diary.broken('no entry is lost', `${source.id}: ${titleOf(release)}`)
      if (own.size > 1) diary.broken('one release is one article', [...own].join(', '))
    }
}

/** The record ends up saying what the publisher that brought an article said last. */
export function checkCurrent(rows: readonly Article[], publishers: readonly Publisher[], diary: Diary): void {
  for (const own of byArticle(rows)) {
    const latest = own.at(-1)
    const publisher = publishers.find(({ source }) => source.id === latest?.sourceId)
    const release = publisher?.releases.find(one => latest !== undefined && isOf(latest, one))
    if (release !== undefined && latest?.headline !== titleOf(release))
      diary.broken('the record says what was said last', `${latest?.headline}, not ${titleOf(release)}`)
  }
}

/** Every stored key resolves to bytes of the hash that the row states. */
export function checkArchive(rows: readonly Article[], { archive }: Stores, diary: Diary): void {
  for (const { articleId, revision, textKey, evidence, hashes } of rows) {
    const text = archive.objects.get(textKey)?.bytes
    const pack = archive.objects.get(evidence.key)?.bytes
    const name = `${articleId}#${revision}`
    if (text === undefined || sha256(text) !== hashes.text) diary.broken('a text is what its hash says', name)
    const member = pack?.subarray(evidence.offset, evidence.offset + evidence.length)
    if (member === undefined || payloadHash(member) !== hashes.raw)
      diary.broken('an evidence is what its hash says', name)
  }
}

/** Undefined where no record of a pack begins and ends. */
function payloadHash(member: Uint8Array): string | undefined {
  try {
    return sha256(payloadOf(gunzipSync(member)))
  } catch {
    return undefined
  }
}

/** The payload of a WARC record by the format's own rules, so that no code under test judges itself. */
function payloadOf(record: Buffer): Buffer {
  const [, length = ''] = /^Content-Length: (\d+)/im.exec(record.toString('latin1')) ?? []
  const start = record.indexOf('\r\n\r\n') + 4
  const block = record.subarray(start, start + Number(length))
  const isHttp = block.subarray(0, 5).toString() === 'HTTP/'
  return isHttp ? block.subarray(block.indexOf('\r\n\r\n') + 4) : block
}

/** Every revision and every link has its event; every event its row; one fact has one event, to the letter. */
export function checkEvents(rows: readonly Article[], { bus }: Stores, diary: Diary): void {
  const events = new Map<string, string>()
  for (const { event } of bus.announced) {
    const known = events.get(event.id)
    const said = JSON.stringify(event)
    if (known !== undefined && known !== said) diary.broken('one event id says one thing', event.id)
    events.set(event.id, said)
  }
  const types = new Map<string, string[]>()
  for (const id of events.keys()) {
    const [articleId, revision, type = ''] = id.split('#')
    const name = `${articleId}#${revision}`
    types.set(name, [...(types.get(name) ?? []), type])
  }
  for (const { articleId, revision } of rows) {
    const name = `${articleId}#${revision}`
    const commits = (types.get(name) ?? []).filter(type => type !== 'duplicate-linked')
    if (commits.length === 0) diary.broken('every revision is announced', name)
    if (commits.length > 1) diary.broken('a revision has one event', `${name}: ${commits.join(', ')}`)
    types.delete(name)
  }
  for (const name of types.keys()) diary.broken('no event without its row', name)
}

/** Lists show the latest revision, no revision repeats the one before, and copies know whose they are. */
export async function checkRecords(
  rows: readonly Article[],
  { articles, bus }: Stores,
  diary: Diary,
): Promise<void> {
  const { articles: listed } = await articles.newest({ limit: 1_000 })
  const owners = new Map<string, Article[]>()
  for (const own of byArticle(rows)) {
    const [first, latest] = [own[0], own.at(-1)]
    if (first === undefined || latest === undefined) continue
    const shown = listed.find(({ articleId }) => articleId === latest.articleId)
    if (shown?.revision !== latest.revision)
      diary.broken(
        'lists show the latest revision',
        `${latest.articleId}: ${shown?.revision} of ${latest.revision}`,
      )
    for (const [index, row] of own.entries())
      if (index > 0 && contentOf(row) === contentOf(own[index - 1]))
        diary.broken('a revision is a change', `${row.articleId}#${row.revision}`)
    for (const [index, row] of own.entries())
      if (row.completeness === 'partial' && own[index - 1]?.completeness === 'full')
        diary.broken('a full record stays full', `${row.articleId}#${row.revision}`)
    if (first.hashes.core !== undefined && own.length === 1)
      owners.set(first.hashes.core, [...(owners.get(first.hashes.core) ?? []), first])
  }
  for (const copies of owners.values()) {
    const originals = copies.filter(({ duplicateOf }) => duplicateOf === undefined)
    if (originals.length > 1)
      diary.broken('copies end up linked', originals.map(({ articleId }) => articleId).join(', '))
  }
  for (const row of rows) {
    const link = bus.announced.find(
      ({ event }) =>
        event.subject === row.articleId &&
        'duplicateOf' in event.data &&
        event.data.duplicateOf === row.duplicateOf,
    )
    if (row.duplicateOf !== undefined && link === undefined)
      diary.broken('a link is announced', `${row.articleId} is a copy of ${row.duplicateOf}`)
  }
}

/** In words: other typography is no change. */
function contentOf(row: Article | undefined): string {
  const text = row?.hashes.core ?? row?.hashes.text
  const summary = row?.summary?.replace(/\.$/, '')
  const isWithdrawn = row?.revisionReason === 'withdrawn'
  return JSON.stringify([text, row?.headline, summary, row?.completeness, isWithdrawn])
}
