import { describe, expect, test } from 'vitest'
import { type HashStore, MAX_POSTED, MAX_SKETCHES, type Sketch } from '../../shared/dedup/hash-store.ts'

/** A sketch of a few hashes, the largest among them. */
export function aSketch(articleId: string): Sketch {
  return {
    articleId,
    source: 'harbour',
    isIssuer: true,
    day: 20_000,
    title: Uint32Array.of(7, 4_294_967_295),
    shingles: Uint32Array.of(1, 2, 4_000_000_000),
    upTo: 4_294_967_295,
    figures: Uint32Array.of(5, 3_000_000_000),
    titleFigures: Uint32Array.of(9),
  }
}

const asKeys = (...keys: string[]) => keys.map(key => ({ key, named: [] }))

/** What every store of postings and clusters keeps to. `open` gives a new, empty one. */
export function clustersContract(ground: string, open: () => Promise<HashStore>) {
  describe(`postings ${ground}`, () => {
    test('a key that nobody posted under is left out', async () => {
      const store = await open()
      await store.post('one', asKeys('a'))
      expect(await store.postings(['a', 'b'])).toEqual(new Map([['a', ['one']]]))
    })

    test('stand in the order in which they came, each cluster once', async () => {
      const store = await open()
      await store.post('one', asKeys('a', 'b'))
      await store.post('two', asKeys('a'))
      expect(await store.post('one', asKeys('a', 'b'))).toEqual(
        new Map([
          ['a', ['one', 'two']],
          ['b', ['one']],
        ]),
      )
    })

    test('under what everything shares stop growing', async () => {
      const store = await open()
      for (let index = 0; index < MAX_POSTED; index += 1)
        await store.post(`cluster-${index}`, asKeys('about'))
      const posted = await store.post('one-too-many', asKeys('about'))
      expect(posted.get('about')).toHaveLength(MAX_POSTED)
      expect(posted.get('about')).not.toContain('one-too-many')
    })

    test('of writers at once each finds those before it', async () => {
      const store = await open()
      const writers = Array.from({ length: MAX_POSTED }, (_, index) => `cluster-${index}`)
      const seen = await Promise.all(
        writers.map(async id => {
          const named = (await store.post(id, asKeys('a'))).get('a') ?? []
          return named.indexOf(id)
        }),
      )
      expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4, 5])
    })
  })

  describe(`clusters ${ground}`, () => {
    test('keep the sketch that opened them, to the last bit', async () => {
      const store = await open()
      await store.openCluster('one', aSketch('one'))
      expect(await store.clusters(['one', 'unknown'])).toEqual([
        { clusterId: 'one', sketches: [aSketch('one')] },
      ])
    })

    test('that are open stay as they are', async () => {
      const store = await open()
      await store.openCluster('one', aSketch('one'))
      await store.openCluster('one', aSketch('other'))
      expect((await store.clusters(['one']))[0]?.sketches).toEqual([aSketch('one')])
    })

    test('take one sketch an article, and no more than a few', async () => {
      const store = await open()
      await store.openCluster('one', aSketch('one'))
      for (const id of ['one', 'two', 'two', 'three', 'four', 'five'])
        await store.addSketch('one', aSketch(id))
      const [cluster] = await store.clusters(['one'])
      expect(cluster?.sketches.map(sketch => sketch.articleId)).toEqual(['one', 'two', 'three', 'four'])
      expect(cluster?.sketches).toHaveLength(MAX_SKETCHES)
    })

    test('become part of another once, and never in a circle', async () => {
      const store = await open()
      for (const id of ['one', 'two', 'three']) await store.openCluster(id, aSketch(id))
      expect(await store.link('two', 'one')).toBe('linked')
      expect(await store.link('two', 'three')).toBe('refused')
      expect(await store.link('one', 'two')).toBe('refused')
      expect((await store.clusters(['two']))[0]?.into).toBe('one')
    })

    test('that would each become part of the other at once end as one', async () => {
      const store = await open()
      for (const id of ['one', 'two']) await store.openCluster(id, aSketch(id))
      const ends = await Promise.all([store.link('one', 'two'), store.link('two', 'one')])
      expect(ends.toSorted()).toEqual(['linked', 'refused'])
    })

    test('a text leads to the cluster of the article that claimed it', async () => {
      const store = await open()
      await store.claim('hash', 'original', 'one')
      await store.claim('hash', 'copy', 'two')
      expect(await store.holder('hash')).toEqual({ articleId: 'original', clusterId: 'one' })
      expect(await store.holder('other')).toBeUndefined()
    })
  })
}
