import { describe, expect, test } from 'vitest'
import type { HashStore } from '../../shared/store/hashes.ts'

/** What every hashes table keeps to. `open` gives a new, empty one. */
export function hashesContract(ground: string, open: () => Promise<HashStore>) {
  describe(`hashes ${ground}`, () => {
    test('a hash that nobody claimed has no holder', async () => {
      const hashes = await open()
      expect(await hashes.holder('hash')).toBeUndefined()
    })

    test('the first article to claim a hash holds it', async () => {
      const hashes = await open()
      expect(await hashes.claim('hash', 'original')).toEqual({ kind: 'claimed' })
      expect(await hashes.claim('hash', 'copy')).toEqual({ kind: 'owned', by: 'original' })
      expect(await hashes.holder('hash')).toMatchObject({ articleId: 'original' })
    })

    test('claiming twice for one article is one claim', async () => {
      const hashes = await open()
      await hashes.claim('hash', 'original')
      expect(await hashes.claim('hash', 'original')).toEqual({ kind: 'claimed' })
    })

    test('one hash says nothing about another', async () => {
      const hashes = await open()
      await hashes.claim('hash', 'original')
      expect(await hashes.claim('other-hash', 'copy')).toEqual({ kind: 'claimed' })
    })

    test('of twenty claims at once one makes the owner, and all the others learn who it is', async () => {
      const hashes = await open()
      const claimants = Array.from({ length: 20 }, (_, index) => `article-${index}`)
      const claims = await Promise.all(claimants.map(articleId => hashes.claim('hash', articleId)))
      const owners = claimants.filter((_, index) => claims[index]?.kind === 'claimed')
      expect(owners).toHaveLength(1)
      expect(claims.filter(({ kind }) => kind === 'owned')).toEqual(
        Array.from({ length: 19 }, () => ({ kind: 'owned', by: owners[0] })),
      )
    })
  })
}
