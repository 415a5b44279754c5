import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClusterer } from '../../../shared/dedup/cluster.ts'
import { coreHash } from '../../../shared/dedup/fingerprint.ts'
import type { Release } from '../../../shared/dedup/probe.ts'
import { memoryHashes } from '../../support/memory-hashes.ts'
import { randomOf, releaseText, releaseTitle } from '../../support/release-text.ts'

/** A line that a page puts around any article. */
const furnitureLine = fc
  .oneof(
    fc.constantFrom(
      'Home',
      'Menu',
      'Share',
      'Tweet',
      'Follow us',
      'Read more',
      'Print this page',
      'Newsletter',
    ),
    fc.constantFrom('Share on Facebook', 'Sign up', 'Back to top', 'Leave a comment', 'Terms of use', ''),
    fc.nat(5_000).map(count => `${count} views`),
    fc.nat(40).map(minutes => `${minutes} min read`),
    fc.integer({ min: 1990, max: 2040 }).map(year => `© ${year} Coast Daily`),
  )
  .chain(line => fc.constantFrom(line, line.toUpperCase(), `  ${line} »`, `${line} |`))
const furniture = fc.array(furnitureLine, { maxLength: 8 })

/** A list of other articles below the text, which says nothing of it. */
const tail = fc
  .tuple(fc.constantFrom('Related articles', 'Latest news', 'You may also like', 'Read next'), fc.nat(1_000))
  .map(([heading, seed]) => [heading, releaseTitle(seed), releaseTitle(seed + 1)])

type Edit = (text: string, seed: number) => string

const changedWords: Edit = (text, seed) => {
  const random = randomOf(seed)
  return text.replace(/\S+/g, word => (random() < 0.05 ? `un${word}` : word))
}

/**
 * What copies are held to: each keeps the title, and two of them at least half of one another's shingles. Stories
 * share but a paragraph, so that no article is about as near to one as to another.
 */
const EDITS: readonly Edit[] = [
  text => text,
  (text, seed) => `Home\nMenu\n${text}\nShare on Facebook\n© ${1990 + (seed % 50)} Coast Daily`,
  text => `OSTERVIK, 21 November 2026 (Coast Wire) -- ${text}`,
  text => text.slice(0, text.length * 0.75),
  text => text.toUpperCase().replace(/\s+/g, ' '),
  text => text.split('\n\n').toReversed().join('\n\n'),
  changedWords,
]

type Copy = Release & { story: number }

/** Up to five stories that all bear their publisher's paragraph, each in up to four outlets. */
const press: fc.Arbitrary<Copy[]> = fc
  .uniqueArray(
    fc.record({ seed: fc.nat(1_000_000), edits: fc.array(fc.nat(EDITS.length - 1), { maxLength: 4 }) }),
    {
      selector: ({ seed }) => seed,
      minLength: 1,
      maxLength: 5,
    },
  )
  .map(stories => stories.flatMap(({ seed, edits }) => copiesOf(seed, edits)))

const PUBLISHERS_OWN = releaseText(9_000_001, 3)

function copiesOf(story: number, edits: readonly number[]): Copy[] {
  const text = `${releaseText(story)}\n\n${PUBLISHERS_OWN}`
  return [0, ...edits].map((edit, outlet) => ({
    story,
    id: `${story}-${outlet}`,
    source: `outlet-${outlet}`,
    url: `https://outlet-${outlet}.example/${story}`,
    title: releaseTitle(story),
    text: EDITS[edit]?.(text, story + outlet) ?? text,
    publishedAt: '2026-11-21T08:00:00Z',
  }))
}

function sets(copies: readonly Copy[], keyOf: (copy: Copy) => unknown): string[] {
  const groups = Map.groupBy(new Set(copies), keyOf).values()
  return [...groups]
    .map(group =>
      group
        .map(({ id }) => id)
        .toSorted()
        .join(' '),
    )
    .toSorted()
}

async function placesOf(copies: readonly Copy[], clusterer = createClusterer(memoryHashes())) {
  const places = new Map<string, string>()
  for (const copy of copies) places.set(copy.id, (await clusterer.add(copy)).clusterId)
  return places
}

const inAnyOrder = press.chain(copies => fc.shuffledSubarray(copies, { minLength: copies.length }))

describe('whatever the press writes', () => {
  it('is put together by story in every order of arrival', async () => {
    await fc.assert(
      fc.asyncProperty(inAnyOrder, async copies => {
        const places = await placesOf(copies)
        expect(sets(copies, ({ id }) => places.get(id))).toEqual(sets(copies, ({ story }) => story))
      }),
      { numRuns: 60 },
    )
  })

  it('is put together in the same way when any of it comes again and again', async () => {
    const withRepeats = inAnyOrder.chain(copies =>
      fc
        .array(fc.constantFrom(...copies), { maxLength: 8 })
        .chain(again =>
          fc.shuffledSubarray([...copies, ...again], { minLength: copies.length + again.length }),
        ),
    )
    await fc.assert(
      fc.asyncProperty(withRepeats, async copies => {
        const places = await placesOf(copies)
        expect(sets(copies, ({ id }) => places.get(id))).toEqual(sets(copies, ({ story }) => story))
      }),
      { numRuns: 40 },
    )
  })

  it('leaves the record as it is when all of it comes again', async () => {
    await fc.assert(
      fc.asyncProperty(inAnyOrder, async copies => {
        const hashes = memoryHashes()
        const clusterer = createClusterer(hashes)
        const places = await placesOf(copies, clusterer)
        const ids = copies.map(({ id }) => id)
        const recorded = await hashes.clusters(ids)
        expect(await placesOf(copies, clusterer)).toEqual(places)
        expect(await hashes.clusters(ids)).toEqual(recorded)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the furniture of a page', () => {
  const story = fc.record({ seed: fc.nat(1_000_000), sentences: fc.integer({ min: 8, max: 40 }) })
  const around = fc.record({ above: furniture, between: furniture, below: fc.oneof(furniture, tail) })

  function within(text: string, { above, between, below }: Record<'above' | 'between' | 'below', string[]>) {
    const [first = '', ...others] = text.split('\n\n')
    return [...above, first, ...between, ...others, ...below].join('\n')
  }

  it('changes nothing of the hash under which copies of one text meet', () => {
    fc.assert(
      fc.property(story, around, ({ seed, sentences }, page) => {
        const text = releaseText(seed, sentences)
        expect(coreHash(within(text, page))).toBe(coreHash(text))
      }),
      { numRuns: 300 },
    )
  })

  it('changes nothing of where an article belongs, nor with a few of its words changed', async () => {
    await fc.assert(
      fc.asyncProperty(story, around, fc.boolean(), async ({ seed, sentences }, page, isChanged) => {
        const text = releaseText(seed, sentences)
        const carried = within(isChanged ? changedWords(text, seed) : text, page)
        const copies = copiesOf(seed, [0]).map((copy, outlet) => ({
          ...copy,
          text: outlet === 0 ? text : carried,
        }))
        const places = await placesOf(copies)
        expect([...new Set(places.values())]).toEqual([`${seed}-0`])
      }),
      { numRuns: 100 },
    )
  })
})
