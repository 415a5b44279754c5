import { expect, it } from 'vitest'
import { joinWhoCameFirst } from '../../../shared/dedup/first-come.ts'
import type { Sketch } from '../../../shared/dedup/hash-store.ts'
import { lookUp } from '../../../shared/dedup/probe.ts'
import { memoryHashes } from '../../support/memory-hashes.ts'
import { releaseText, releaseTitle } from '../../support/release-text.ts'

async function twoWriters(titles: { one: string; other: string }) {
  const store = memoryHashes()
  const look = (id: string, title: string) =>
    lookUp({ id, source: id, url: '', title, text: releaseText(1), publishedAt: '2026-11-20' }, store)
  const [one, other] = await Promise.all([look('one', titles.one), look('other', titles.other)])
  const open = (sketch: Sketch) => store.openCluster(sketch.articleId, sketch)
  await open(one.probe.sketch)
  await open(other.probe.sketch)
  const titleKey = one.keys[0]?.key ?? ''
  const textKey = one.keys[1]?.key ?? ''
  return { store, one, other, titleKey, textKey }
}

it('who stood first under the title stays, though the other was quicker under the text', async () => {
  const title = releaseTitle(1)
  const { store, one, other, titleKey, textKey } = await twoWriters({ one: title, other: title })
  const seenByOne = new Map([
    [titleKey, ['one']],
    [textKey, ['other', 'one']],
  ])
  const seenByOther = new Map([
    [titleKey, ['one', 'other']],
    [textKey, ['other']],
  ])
  expect(await joinWhoCameFirst(one, seenByOne, store)).toBeUndefined()
  expect(await joinWhoCameFirst(other, seenByOther, store)).toMatchObject({ clusterId: 'one' })
})

it('under different titles the text decides', async () => {
  const titles = { one: releaseTitle(1), other: releaseTitle(2) }
  const { store, one, titleKey, textKey } = await twoWriters(titles)
  const seen = new Map([
    [titleKey, ['one']],
    [textKey, ['other', 'one']],
  ])
  expect(await joinWhoCameFirst(one, seen, store)).toMatchObject({ clusterId: 'other' })
})

it('two that each saw the other first end in one cluster', async () => {
  const titles = { one: releaseTitle(1), other: releaseTitle(2) }
  const { store, one, other, textKey } = await twoWriters(titles)
  const ends = await Promise.all([
    joinWhoCameFirst(one, new Map([[textKey, ['other', 'one']]]), store),
    joinWhoCameFirst(other, new Map([[textKey, ['one', 'other']]]), store),
  ])
  expect(ends.filter(end => end !== undefined)).toHaveLength(1)
})
