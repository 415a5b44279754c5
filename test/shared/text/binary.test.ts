import { expect, test } from 'vitest'
import { isBinary } from '../../../shared/text/binary.ts'

const PAGE =
  '<!doctype html>\n<html><body><p>The ferry sails from Monday, the harbour office said.</p></body></html>'

function noise(length: number): Uint8Array {
  let state = 7
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
}

test.each([
  ['random bytes', noise(80_000)],
  [
    'the start of a picture',
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0', 'latin1'),
  ],
  ['an archive', Buffer.concat([Buffer.from('PK\x03\x04\x14\0\x08\0\x08\0'), noise(500)])],
])('%s is no page, whatever it is called', (_, bytes) => {
  expect(isBinary(bytes)).toBe(true)
})

test.each([
  ['a page', Buffer.from(PAGE)],
  ['a page in UTF-16 with its mark', Buffer.from(`\ufeff${PAGE}`, 'utf16le')],
  ['a page in UTF-16 without a mark', Buffer.from(PAGE, 'utf16le')],
  ['Japanese in ISO-2022-JP', Buffer.from(`<p>\x1b$B%K%e!<%9\x1b(B</p>`, 'latin1')],
  [
    'Cyrillic in windows-1251',
    Buffer.from([0x3c, 0x70, 0x3e, 0xcf, 0xe0, 0xf0, 0xee, 0xec, 0x3c, 0x2f, 0x70, 0x3e]),
  ],
  ['a page with a stray control character', Buffer.from(`${PAGE}\x0b${PAGE}`)],
  ['nothing', Buffer.alloc(0)],
])('%s is text', (_, bytes) => {
  expect(isBinary(bytes)).toBe(false)
})
