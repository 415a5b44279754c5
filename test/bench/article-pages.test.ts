import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readArticlePages } from './article-pages.ts'

describe('the pages of a folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('are read packed or not, in the order of their names, and nothing else is', () => {
    writeFileSync(path.join(folder, 'b.html.gz'), gzipSync('<p>second'))
    writeFileSync(path.join(folder, 'a.html'), Buffer.from('<meta charset=latin1><p>\xe9', 'latin1'))
    writeFileSync(path.join(folder, 'c.json'), '{}')
    expect(readArticlePages(folder).map(({ html }) => html)).toEqual([
      '<meta charset=latin1><p>é',
      '<p>second',
    ])
  })

  it('are at least one', () => {
    expect(() => readArticlePages(folder)).toThrow('no .html')
  })
})
