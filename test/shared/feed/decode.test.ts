import { describe, expect, it } from 'vitest'
import { decodeDocument } from '../../../shared/feed/decode.ts'

const hex = (text: string) => new Uint8Array(Buffer.from(text.replace(/\s/g, ''), 'hex'))
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

describe('the charset of a document', () => {
  it('is UTF-8 when the bytes are valid UTF-8, whatever the labels say', () => {
    const bytes = new TextEncoder().encode('<?xml version="1.0" encoding="windows-1251"?><a>é – ж</a>')
    expect(decodeDocument(bytes, 'text/xml; charset=iso-8859-1')).toContain('é – ж')
  })

  it('comes from the HTTP header before the declaration', () => {
    const bytes = hex(
      `${Buffer.from('<?xml version="1.0" encoding="koi8-r"?>').toString('hex')} cf f0 e8 e2 e5 f2`,
    )
    expect(decodeDocument(bytes, 'text/xml; charset=windows-1251')).toContain('Привет')
  })

  it('comes from the declaration when the header only says latin1, as servers do by default', () => {
    const bytes = hex(
      `${Buffer.from('<?xml version="1.0" encoding="koi8-r"?>').toString('hex')} f0 d2 c9 d7 c5 d4`,
    )
    expect(decodeDocument(bytes, 'text/xml; charset=ISO-8859-1')).toContain('Привет')
  })

  it('is windows-1252 where it says latin1', () => {
    expect(decodeDocument(latin1('<?xml version="1.0" encoding="iso-8859-1"?>it\x92s'))).toContain('it’s')
  })

  it('shows by its byte order mark or its zeros', () => {
    expect(decodeDocument(hex('ff fe 3c 00 61 00 3e 00'))).toBe('<a>')
    expect(decodeDocument(hex('00 3c 00 61 00 3e'))).toBe('<a>')
    expect(decodeDocument(hex('3c 00 00 00 61 00 00 00'))).toBe('<a')
    expect(decodeDocument(hex('ef bb bf 3c 61 3e'))).toBe('<a>')
  })

  it('stays UTF-8 when one byte is broken', () => {
    const bytes = new TextEncoder().encode('Ärger über Öl und Fuß – “gut” é à ç X')
    bytes[bytes.length - 1] = 0xff
    expect(decodeDocument(bytes)).toBe('Ärger über Öl und Fuß – “gut” é à ç \ufffd')
  })

  it.each([
    ['koi8-r', 'f0 d2 c1 d7 c9 d4 c5 cc d8 d3 d4 d7 cf 20 cf c2 df d1 d7 c9 cc cf', 'Правительство объявило'],
    ['Shift_JIS', '90 ad 95 7b 82 cd 94 ad 95 5c 82 b5 82 dc 82 b5 82 bd', '政府は発表しました'],
    ['EUC-KR', 'c1 a4 ba ce b4 c2 20 bb f5 b7 ce bf ee 20 c1 a4 c3 a5 c0 bb', '정부는 새로운 정책을'],
    [
      'GBK',
      'd6 d0 b9 fa d5 fe b8 ae b7 a2 b2 bc d0 c2 b5 c4 be ad bc c3 d5 fe b2 df',
      '中国政府发布新的经济政策',
    ],
    ['Big5', 'a6 e6 ac 46 b0 7c b5 6f a5 ac b7 73 bb 44 bd 5a', '行政院發布新聞稿'],
  ])('is guessed from the letters: %s', (_, bytes, text) => {
    expect(decodeDocument(hex(bytes))).toBe(text)
  })

  it('is windows-1252 for western letters among ASCII', () => {
    expect(decodeDocument(latin1('Le gouvernement a annonc\xe9 l\x92\xe9t\xe9'))).toBe(
      'Le gouvernement a annoncé l’été',
    )
  })
})
