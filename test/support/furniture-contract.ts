import { describe, expect, test } from 'vitest'
import type { FurnitureStore } from '../../shared/store/furniture.ts'
import { learnFurniture, NO_FURNITURE } from '../../shared/text/furniture/learned.ts'

const share = {
  text: 'Share this',
  heading: false,
  linkShare: 1,
  place: 'div.share',
  isKept: false,
  isDoubtful: false,
}
const learnt = learnFurniture(NO_FURNITURE, [
  { url: 'https://harbour.example/1', lines: [share] },
  {
    url: 'https://harbour.example/2',
    lines: [share, { ...share, text: 'The ferry sails.', isKept: true, isDoubtful: true }],
  },
])

/** What both the table and its twin in memory must do. */
export function furnitureContract(name: string, open: () => Promise<FurnitureStore>): void {
  describe(`furniture ${name}`, () => {
    test('of a source never read is none', async () => {
      const store = await open()
      expect(await store.read('harbour')).toEqual({ version: 0, state: NO_FURNITURE })
    })

    test('comes back as it was saved, for its own source', async () => {
      const store = await open()
      expect(await store.save('harbour', { version: 1, state: learnt })).toEqual({ kind: 'saved' })
      expect(await store.read('harbour')).toEqual({ version: 1, state: learnt })
      expect(await store.read('council')).toEqual({ version: 0, state: NO_FURNITURE })
    })

    test('that does not follow the stored version is superseded, and changes nothing', async () => {
      const store = await open()
      await store.save('harbour', { version: 1, state: learnt })
      expect(await store.save('harbour', { version: 1, state: NO_FURNITURE })).toEqual({ kind: 'superseded' })
      expect(await store.save('harbour', { version: 3, state: NO_FURNITURE })).toEqual({ kind: 'superseded' })
      expect(await store.read('harbour')).toEqual({ version: 1, state: learnt })
      expect(await store.save('harbour', { version: 2, state: NO_FURNITURE })).toEqual({ kind: 'saved' })
    })
  })
}
