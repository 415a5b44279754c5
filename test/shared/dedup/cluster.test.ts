import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClusterer, type Placed } from '../../../shared/dedup/cluster.ts'
import type { Release } from '../../../shared/dedup/probe.ts'
import { memoryHashes } from '../../support/memory-hashes.ts'
import { releaseIn, releaseText, releaseTitle, SCRIPTS } from '../../support/release-text.ts'

const ABOUT = `About the Ostervik Harbour Office\n${releaseText(9_001, 6)}`
const FOOTER =
  'Share on Facebook\nTweet\nNewsletter\nSign up for our letter about the sea\nCopyright 2026 Coast Daily'
const HEADER = 'Home\nMenu\nSports\nObituaries\nCoast Daily'

function aRelease(overrides: Partial<Release> & { seed?: number } = {}): Release {
  const { seed = 1, ...said } = overrides
  return {
    id: 'original',
    source: 'harbour',
    url: `https://harbour.example/news/${said.id ?? 'original'}`,
    title: releaseTitle(seed),
    text: `${releaseText(seed)}\n\n${ABOUT}`,
    publishedAt: '2026-11-20T08:00:00Z',
    ...said,
  }
}

const elsewhere = { id: 'copy', source: 'coast-daily', publishedAt: '2026-11-21T10:00:00Z' }

function half(text: string): string {
  return text.slice(0, text.length / 2)
}

function everyTenthWord(text: string): string {
  return text.replace(/\S+/g, (word, at: number) => (at % 10 === 0 ? 'otherwise' : word))
}

async function placed(...releases: Release[]) {
  const clusterer = createClusterer(memoryHashes())
  const ends = []
  for (const release of releases) ends.push(await clusterer.add(release))
  return ends
}

describe('a release that comes back from another outlet', () => {
  const text = releaseText(1)
  it.each([
    ['word for word', { text: `${text}\n\n${ABOUT}` }],
    ['within a page', { text: `${HEADER}\n${text}\n${FOOTER}` }],
    ['with another dateline', { text: `OSTERVIK, 21 November 2026 (Coast Wire) -- ${text}` }],
    ['without what the publisher says of itself', { text }],
    ['cut to half', { text: half(text) }],
    ['with a word in ten changed', { text: everyTenthWord(text) }],
    ['with entities left in it', { text: text.replaceAll(' of ', ' &amp; ').replaceAll('. ', '.&nbsp;') }],
    ['all in capitals, in one line', { text: text.toUpperCase().replace(/\s+/g, ' ') }],
    [
      'under another title',
      { title: 'News from the coast in brief this morning', text: `${HEADER}\n${text}` },
    ],
    ['with another release below it', { text: `${text}\n\n${releaseText(2)}` }],
  ])('is a copy %s', async (_, changes) => {
    const [first, copy] = await placed(aRelease(), aRelease({ ...elsewhere, ...changes }))
    expect(first).toMatchObject({ clusterId: 'original', relation: 'new', canonicalId: 'original' })
    expect(copy).toMatchObject({ clusterId: 'original', relation: 'copy', canonicalId: 'original' })
  })

  it.each(SCRIPTS)('is a copy in %s letters, with a header and without its end', async script => {
    const release = releaseIn(script, 1)
    const header = releaseIn(script, 2, 3)
    const title = releaseIn(script, 3, 1)
    const [, copy, other] = await placed(
      aRelease({ title, text: release }),
      aRelease({ ...elsewhere, title, text: `${header}\n${release.slice(0, release.length * 0.7)}` }),
      aRelease({ id: 'other', source: 'inland', title: releaseIn(script, 4, 1), text: releaseIn(script, 5) }),
    )
    expect(copy).toMatchObject({ clusterId: 'original', relation: 'copy' })
    expect(other).toMatchObject({ clusterId: 'other', relation: 'new' })
  })

  it('is a copy by the number of its newswire, however little is left of it', async () => {
    const credit =
      'View source version on businesswire.com: https://www.businesswire.com/news/home/20261120005001/en/'
    const url = 'https://www.businesswire.com/news/home/20261120005001/en/Ferry-Sails'
    const [, copy] = await placed(
      aRelease({ url }),
      aRelease({ ...elsewhere, text: `${releaseText(1, 2)}\n\n${credit}` }),
    )
    expect(copy).toMatchObject({ clusterId: 'original', relation: 'copy' })
  })

  it('is found again by a copy of a copy that kept little of the first', async () => {
    const early = releaseText(1, 24).split('\n\n')
    const copy = { ...elsewhere, text: `${early.slice(0, 3).join('\n\n')}\n\n${releaseText(7, 30)}` }
    const copyOfCopy = {
      id: 'third',
      source: 'inland-news',
      text: `${early[0]}\n\n${releaseText(7, 30)}`,
      title: releaseTitle(70),
    }
    const ends = await placed(aRelease({ text: early.join('\n\n') }), aRelease(copy), aRelease(copyOfCopy))
    expect(ends.map(({ clusterId }) => clusterId)).toEqual(['original', 'original', 'original'])
  })

  it('is found by its title when an outlet kept but the first lines of a long one', async () => {
    const long = releaseText(1, 300)
    const [, copy] = await placed(
      aRelease({ text: long }),
      aRelease({ ...elsewhere, text: long.slice(0, 700) }),
    )
    expect(copy).toMatchObject({ clusterId: 'original', relation: 'copy' })
  })

  it('is spoken for by its issuer, even when an outlet was quicker', async () => {
    const [, issuer] = await placed(
      aRelease({ id: 'quick', source: 'coast-daily', publishedAt: '2026-11-19' }),
      aRelease({ isIssuer: true }),
    )
    expect(issuer).toMatchObject({ clusterId: 'quick', relation: 'copy', canonicalId: 'original' })
  })
})

describe('two clusters', () => {
  const paragraphs = releaseText(1, 50).split('\n\n')
  const part = (from: number, to: number) => paragraphs.slice(from, to).join('\n\n')
  const early = aRelease({ id: 'early', source: 'coast-daily', publishedAt: '2026-11-10', text: part(0, 6) })
  const late = aRelease({ id: 'late', source: 'inland-news', publishedAt: '2026-11-15', text: part(4, 10) })
  const whole = aRelease({ id: 'whole', publishedAt: '2026-11-13', text: part(0, 10) })

  async function metBy(one: Release, ...before: Release[]) {
    const hashes = memoryHashes()
    const clusterer = createClusterer(hashes)
    const ends = []
    for (const release of before) ends.push((await clusterer.add(release)).clusterId)
    expect(ends).toEqual(before.map(({ id }) => id))
    return { hashes, clusterer, found: await clusterer.find(one) }
  }

  it('become one when a release comes of which both are parts', async () => {
    const { hashes, clusterer, found } = await metBy(whole, early, late)
    expect(await clusterer.merge(found)).toEqual(['late'])
    expect(await clusterer.record(found)).toMatchObject({ clusterId: 'early', relation: 'copy' })
    expect((await hashes.clusters(['late']))[0]?.into).toBe('early')
    const copy = { ...late, id: 'copy', source: 'hill-post', text: `${HEADER}\n${late.text}` }
    expect(await clusterer.add(copy)).toMatchObject({ clusterId: 'early', relation: 'copy' })
  })

  it('that became one are told again by an attempt that comes after one that ended too early', async () => {
    const { clusterer, found } = await metBy(whole, early, late)
    await clusterer.merge(found)
    expect(await clusterer.merge(found)).toEqual([])
    expect(await clusterer.merge(await clusterer.find(whole))).toEqual(['late'])
  })

  it('stay two when what is a copy of both is a round-up of them', async () => {
    const roundUp = { ...whole, source: 'hill-post' }
    const { clusterer, found } = await metBy(roundUp, early, { ...late, text: part(6, 10) })
    expect(await clusterer.merge(found)).toEqual([])
  })

  it('of one source stay two, however alike', async () => {
    const { clusterer, found } = await metBy(whole, early, { ...late, source: early.source })
    expect(await clusterer.merge(found)).toEqual([])
  })
})

describe('another release', () => {
  const bulletin = (week: number) =>
    aRelease({
      id: `week-${week}`,
      title: `Weekly catch statistics for week ${week} of the year`,
      text: Array.from(
        { length: 20 },
        (_, port) =>
          `The boats of ${releaseText(port, 1).slice(0, 20)} landed ${week * 37 + port * 11} tons of cod and ${week * 53 + port * 7} tons of herring in the week that ended on Sunday.`,
      ).join('\n'),
      publishedAt: `2026-11-${String(week).padStart(2, '0')}`,
    })

  it('of a weekly series stays apart, at its publisher and at an outlet', async () => {
    const ends = await placed(
      bulletin(2),
      { ...bulletin(2), id: 'copy-2', source: 'coast-daily' },
      bulletin(9),
      { ...bulletin(9), id: 'copy-9', source: 'coast-daily' },
    )
    expect(ends.map(({ clusterId }) => clusterId)).toEqual(['week-2', 'week-2', 'week-9', 'week-9'])
  })

  it('of the same publisher that follows up is related', async () => {
    const parts = releaseText(1).split('\n\n')
    const followUp = `${releaseText(50, 8)}\n\n${parts.slice(0, 3).join('\n\n')}\n\n${ABOUT}`
    const [, next] = await placed(
      aRelease({ text: parts.join('\n\n') }),
      aRelease({ id: 'next', title: releaseTitle(60), text: followUp, publishedAt: '2026-11-25' }),
    )
    expect(next).toMatchObject({ clusterId: 'next', relation: 'related', relatedTo: 'original' })
  })

  it('that shares only what its publisher puts under everything is new', async () => {
    const seeds = Array.from({ length: 12 }, (_, index) => index + 20)
    const ends = await placed(...seeds.map(seed => aRelease({ seed, id: `release-${seed}` })))
    expect(ends.map(({ relation }) => relation)).toEqual(seeds.map(() => 'new'))
  })

  it('that cites the number of a newswire as background is not its copy', async () => {
    const url = 'https://www.businesswire.com/news/home/20261120005001/en/Ferry-Sails'
    const [, other] = await placed(
      aRelease({ url }),
      aRelease({ ...elsewhere, seed: 3, text: `${releaseText(3)} As told in ${url}, ${releaseText(4)}` }),
    )
    expect(other?.relation).toBe('new')
  })

  it.each(['harbour', 'coast-daily'])(
    'with the title of every week is told by its text, at %s',
    async source => {
      const title = 'Cabinet meeting of this week'
      const next = { id: 'next', seed: 5, title, source, text: releaseText(5), publishedAt: '2026-11-27' }
      const [, placedNext] = await placed(aRelease({ title, text: releaseText(1) }), aRelease(next))
      expect(placedNext?.clusterId).toBe('next')
    },
  )

  const form = (overrides: Partial<Release> & { fill: (line: number) => string }) =>
    aRelease({
      ...overrides,
      text: Array.from(
        { length: 12 },
        (_, line) => `${releaseText(line, 1)} ${overrides.fill(line)}, ${overrides.fill(line + 50)}`,
      ).join('\n'),
    })

  it('of a daily form, carried by an outlet before its office tells it, is not a copy of the last', async () => {
    const title = 'Warning of strong wind on the coast'
    const [, next] = await placed(
      form({ title, fill: line => `${line * 7 + 11} metres` }),
      form({ ...elsewhere, title, fill: line => `${line * 9 + 1_400} metres` }),
    )
    expect(next?.clusterId).toBe('copy')
  })

  it('of a form without numbers is told by whom its title names', async () => {
    const letter = releaseText(3, 5)
    const toWhom = (name: string) => ({
      title: `President congratulates ${name} on the national day`,
      text: letter.replace(/(?:\S+\s+){12}/g, words => `${words}${name} `),
    })
    const [, other] = await placed(
      aRelease(toWhom('Marek Lindol')),
      aRelease({ ...elsewhere, ...toWhom('Sorin Vastek') }),
    )
    expect(other?.clusterId).toBe('copy')
  })

  it('that stands beside the first in a round-up is not pulled in by it', async () => {
    const [one, two] = [releaseText(1, 16), releaseText(2, 16)]
    const ends = await placed(
      aRelease({ id: 'round-up', source: 'coast-daily', title: releaseTitle(9), text: `${one}\n\n${two}` }),
      aRelease({ id: 'one', text: one }),
      aRelease({ id: 'two', source: 'inland-news', seed: 2, text: two }),
    )
    expect(ends.map(({ clusterId }) => clusterId)).toEqual(['round-up', 'round-up', 'two'])
  })

  it('that an outlet quotes in a passing line is not its copy', async () => {
    const short = releaseText(1, 3)
    const [, report] = await placed(
      aRelease({ text: short }),
      aRelease({ ...elsewhere, seed: 8, title: releaseTitle(8), text: `${releaseText(8, 30)} ${short}` }),
    )
    expect(report?.clusterId).toBe('copy')
  })

  it('under the number of a newswire by mistake is not its copy', async () => {
    const url = 'https://www.businesswire.com/news/home/20261120005001/en/'
    const credit = `View source version on businesswire.com: ${url}`
    const [, other] = await placed(
      aRelease({ url }),
      aRelease({ ...elsewhere, seed: 3, text: `${releaseText(3)}\n${credit}` }),
    )
    expect(other).toMatchObject({ clusterId: 'copy', relation: 'new' })
  })
})

describe('clusters', () => {
  /** Three releases of three outlets, each in a wrapping of its own. */
  const stream = [1, 2, 3].flatMap(seed =>
    ['harbour', 'coast-daily', 'inland-news'].map((source, outlet) =>
      aRelease({
        seed,
        id: `${seed}-${source}`,
        source,
        text: `${outlet === 0 ? '' : `${HEADER} ${source}\n`}${releaseText(seed)}\n${outlet === 1 ? FOOTER : ABOUT}`,
      }),
    ),
  )
  const groups = (ids: readonly string[], clusterIds: readonly string[]) =>
    [...Map.groupBy(ids, (_, index) => clusterIds[index]).values()]
      .map(group => group.toSorted().join())
      .toSorted()

  async function groupsOf(releases: readonly Release[]) {
    const ends = await placed(...releases)
    return groups(
      releases.map(({ id }) => id),
      ends.map(({ clusterId }) => clusterId),
    )
  }

  it('are the same in whatever order the articles arrive', async () => {
    const expected = await groupsOf(stream)
    expect(expected).toHaveLength(3)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(stream, { minLength: stream.length }), async shuffled => {
        expect(await groupsOf(shuffled)).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })

  it('are the same when articles come again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(stream.length - 1), { maxLength: 12 }), async again => {
        const clusterer = createClusterer(memoryHashes())
        const first = new Map<string, Placed>()
        for (const release of stream) first.set(release.id, await clusterer.add(release))
        for (const release of again.flatMap(index => stream[index] ?? [])) {
          expect(await clusterer.add(release)).toMatchObject({
            clusterId: first.get(release.id)?.clusterId,
            relation: first.get(release.id)?.relation,
          })
        }
      }),
      { numRuns: 30 },
    )
  })

  it('stay within what a table of postings may cost', async () => {
    const hashes = memoryHashes()
    const clusterer = createClusterer(hashes)
    const articles = 40
    for (let seed = 0; seed < articles; seed += 1)
      await clusterer.add(aRelease({ seed, id: `release-${seed}` }))
    const { readUnits, postingWrites, clusterWrites } = hashes.counts
    expect((postingWrites + clusterWrites) / articles).toBeLessThanOrEqual(12)
    expect(readUnits / articles).toBeLessThanOrEqual(20)
  })

  it('of eight outlets at the same moment are one, with one that is new', async () => {
    const clusterer = createClusterer(memoryHashes())
    const outlets = Array.from({ length: 8 }, (_, outlet) =>
      aRelease({
        id: `outlet-${(outlet * 5) % 8}`,
        source: `outlet-${outlet}`,
        text: `Outlet ${outlet}\n${releaseText(1)}`,
      }),
    )
    const ends = await Promise.all(outlets.map(release => clusterer.add(release)))
    expect(new Set(ends.map(({ clusterId }) => clusterId)).size).toBe(1)
    expect(ends.filter(({ relation }) => relation === 'new')).toHaveLength(1)
  })
})
