import { expect, test } from 'vitest'
import { textWithFurniture } from '../../../functions/query/text-with-furniture.ts'
import { sha256 } from '../../../shared/dedup/fingerprint.ts'
import { newsroom } from './newsroom.ts'

const TEXT = 'The ferry sails.\n\nFrom Monday.'
const audit = {
  furnitureRemoved: ['Home', 'Share', '← Back', 'Follow us'],
  furniturePlaces: [
    { by: 'links' as const, behind: 0 },
    { by: 'known' as const, behind: 1 },
    { by: 'recurring' as const, behind: 2 },
    { by: 'selector' as const },
  ],
  anatomy: { forImmediateRelease: false },
  images: [],
  attachments: [],
}
const WHOLE = 'Home\n\nThe ferry sails.\n\nShare\n\nFrom Monday.\n\n← Back\n\nFollow us'

test('what was left out of a text goes back where it stood', () => {
  expect(textWithFurniture(TEXT, audit)).toBe(WHOLE)
  expect(
    textWithFurniture('', {
      ...audit,
      furnitureRemoved: ['Home'],
      furniturePlaces: [{ by: 'known', behind: 0 }],
    }),
  ).toBe('Home')
})

test('a text that nothing was left out of is the whole', () => {
  expect(textWithFurniture(TEXT, { ...audit, furnitureRemoved: [], furniturePlaces: [] })).toBe(TEXT)
})

test('lines whose places nobody kept are put nowhere', () => {
  const { furniturePlaces: _, ...former } = audit
  expect(textWithFurniture(TEXT, former)).toBeUndefined()
})

test('a text can be had with its furniture, under an ETag of its own', async () => {
  const room = newsroom()
  const { articleId } = await room.record({}, { text: TEXT, audit })
  const answer = await room.ask(`/articles/${articleId}/text?furniture=kept&revision=1`)
  expect(answer.text).toBe(WHOLE)
  expect(answer.headers).toMatchObject({
    etag: `"${sha256(WHOLE)}"`,
    'content-type': 'text/plain; charset=utf-8',
  })
  expect((await room.ask(`/articles/${articleId}/text`)).text).toBe(TEXT)
  expect((await room.ask(`/articles/${articleId}/text?furniture=`)).text).toBe(TEXT)
  expect(await room.askJson(`/articles/${articleId}/text?furniture=all`)).toMatchObject({ status: 400 })
  expect(await room.askJson(`/articles/${articleId}/raw?furniture=kept`)).toMatchObject({ status: 400 })
  const page = await room.ask(`/read/${articleId}`)
  expect(page.text).toContain(`/articles/${articleId}/text?revision=1&amp;furniture=kept`)
})

test('a text whose page left no audit is not had with furniture, and says where the page is', async () => {
  const room = newsroom()
  const { articleId } = await room.record()
  expect(await room.askJson(`/articles/${articleId}/text?furniture=kept`)).toMatchObject({
    status: 404,
    json: { hint: expect.stringContaining('/raw') },
  })
})
