import { describe, expect, test } from 'vitest'
import type { Archive } from '../../shared/store/archive.ts'

/** What every archive keeps to. `open` gives a new, empty one. */
export function archiveContract(ground: string, open: () => Promise<Archive>) {
  // Every byte value, so that nothing on the way takes them for text.
  const bytes = Uint8Array.from({ length: 5_000 }, (_, index) => index % 256)
  const object = { key: 'raw/0f1e.warc.gz', bytes, contentType: 'application/warc' }

  describe(`the archive ${ground}`, () => {
    test('gives back an object byte by byte', async () => {
      const archive = await open()
      await archive.put(object)
      expect(await archive.read(object.key)).toEqual(bytes)
    })

    test('gives back an object of no bytes', async () => {
      const archive = await open()
      await archive.put({ ...object, bytes: new Uint8Array() })
      expect(await archive.read(object.key)).toEqual(new Uint8Array())
    })

    test('gives back an object of several megabytes', async () => {
      const archive = await open()
      const large = new Uint8Array(3_000_000).fill(7)
      await archive.put({ ...object, bytes: large })
      const read = await archive.read(object.key)
      expect(read !== undefined && Buffer.compare(read, large)).toBe(0)
    })

    test('gives back a range alone, and what there is of one that ends behind the object', async () => {
      const archive = await open()
      await archive.put(object)
      expect(await archive.read(object.key, { offset: 250, length: 20 })).toEqual(bytes.slice(250, 270))
      expect(await archive.read(object.key, { offset: 4_990, length: 99 })).toEqual(bytes.slice(4_990))
    })

    test('a range that starts behind the object is a surprise', async () => {
      const archive = await open()
      await archive.put(object)
      await expect(archive.read(object.key, { offset: 5_000, length: 1 })).rejects.toThrow(object.key)
    })

    test('has nothing under a key that was never put', async () => {
      const archive = await open()
      expect(await archive.read('text/never.txt')).toBeUndefined()
      expect(await archive.read('text/never.txt', { offset: 0, length: 10 })).toBeUndefined()
    })

    test('putting the same object again changes nothing', async () => {
      const archive = await open()
      await archive.put(object)
      await archive.put(object)
      expect(await archive.read(object.key)).toEqual(bytes)
    })
  })
}
