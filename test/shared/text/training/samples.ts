import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as z from 'zod'
import { decodeDocument } from '../../../../shared/feed/decode.ts'

/** One line of truth.jsonl: a page whose article is known. */
const TruthLine = z.object({ id: z.string(), set: z.string(), url: z.string(), text: z.string() })
type TruthLine = z.infer<typeof TruthLine>

/** Pages with their true text: `truth.jsonl` beside `pages/ID.html.gz` in a folder. */
export function readSamplePages(folder: string): TruthLine[] {
  const lines = readFileSync(path.join(folder, 'truth.jsonl'), 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => TruthLine.parse(JSON.parse(line)))
}

/** The markup of one sample page. */
export function readSampleMarkup(folder: string, id: string): string {
  return decodeDocument(gunzipSync(readFileSync(path.join(folder, 'pages', `${id}.html.gz`))))
}
