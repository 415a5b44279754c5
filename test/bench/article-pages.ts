import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeDocument } from '../../shared/feed/decode.ts'

/** A page to read, decoded, with an address to resolve its links against. */
export type ArticlePage = { url: string; html: string }

/** Every `.html` and `.html.gz` below `folder`, in the order of their names. Throws when there is none. */
export function readArticlePages(folder: string): ArticlePage[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.html(?:\.gz)?$/.test(name))
    .toSorted()
  if (names.length === 0) throw new Error(`no .html and no .html.gz in ${folder}`)
  return names.map((name, at) => {
    const bytes = readFileSync(path.join(folder, name))
    return {
      url: `https://news.example/articles/${at}`,
      html: decodeDocument(name.endsWith('.gz') ? gunzipSync(bytes) : bytes),
    }
  })
}
