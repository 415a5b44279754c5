import { parseArgs } from 'node:util'

/** What to measure. Rounds left out are for the bench to choose. */
export type BenchArguments =
  | { kind: 'feeds'; rounds: number | undefined }
  | { kind: 'text'; rounds: number | undefined; pages: string | undefined }
  | { kind: 'wrong'; reason: string }

export const usage = `usage: npm run bench -- feeds [--rounds N]
       npm run bench -- text [--rounds N] [--pages DIR]

feeds  CPU time of parseFeed, rss-parser, feedsmith and feedparser on three generated feeds
text   CPU time of extractArticle and of Readability over linkedom on every .html and .html.gz below DIR
`

const wrong = (reason: string): BenchArguments => ({ kind: 'wrong', reason })

/** Reads the words after `npm run bench --`; `wrong` says what cannot be understood. */
export function readArguments(words: readonly string[]): BenchArguments {
  const read = parsed(words)
  if (read instanceof Error) return wrong(read.message)
  const { pages } = read.values
  const rounds = read.values.rounds === undefined ? undefined : Number(read.values.rounds)
  if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0))
    return wrong('--rounds takes a whole number from 1')
  const [bench, ...rest] = read.positionals
  if (rest.length > 0) return wrong('one bench at a time')
  if (bench === 'text') return { kind: 'text', rounds, pages }
  if (bench !== 'feeds') return wrong(bench === undefined ? 'which bench?' : `no bench is called ${bench}`)
  return pages === undefined ? { kind: 'feeds', rounds } : wrong('--pages is for text')
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { rounds: { type: 'string' }, pages: { type: 'string' } },
    })
  } catch (error) {
    if (error instanceof TypeError) return error
    throw error
  }
}
