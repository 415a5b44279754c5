import { parseArgs } from 'node:util'

/** What to measure. Rounds left out are for the bench to choose. */
export type BenchArguments =
  | { kind: 'feeds'; rounds: number | undefined }
  | { kind: 'text'; rounds: number | undefined; pages: string | undefined }
  | { kind: 'dedup'; documents: number | undefined; stream: string | undefined }
  | { kind: 'wrong'; reason: string }

export const usage = `usage: npm run bench -- feeds [--rounds N]
       npm run bench -- text [--rounds N] [--pages DIR]
       npm run bench -- dedup [--documents N | --stream FILE]

feeds  CPU time of parseFeed, rss-parser, feedsmith and feedparser on three generated feeds
text   CPU time of extractArticle and of Readability over linkedom on every .html and .html.gz below DIR
dedup  precision, recall and price of putting copies together, here and by the usual settings
`

const wrong = (reason: string): BenchArguments => ({ kind: 'wrong', reason })

/** Which bench an option is for. */
const OPTIONS = {
  rounds: ['feeds', 'text'],
  pages: ['text'],
  documents: ['dedup'],
  stream: ['dedup'],
} as const

/** Reads the words after `npm run bench --`; `wrong` says what cannot be understood. */
export function readArguments(words: readonly string[]): BenchArguments {
  const read = parsed(words)
  if (read instanceof Error) return wrong(read.message)
  const { rounds, pages, documents, stream } = read.values
  for (const [name, said] of Object.entries({ rounds, documents }))
    if (said !== undefined && !/^[1-9]\d{0,8}$/.test(said))
      return wrong(`--${name} takes a whole number from 1`)
  const [bench, ...rest] = read.positionals
  if (rest.length > 0) return wrong('one bench at a time')
  if (bench !== 'feeds' && bench !== 'text' && bench !== 'dedup')
    return wrong(bench === undefined ? 'which bench?' : `no bench is called ${bench}`)
  for (const [name, benches] of Object.entries(OPTIONS))
    if (name in read.values && !benches.some(one => one === bench))
      return wrong(`--${name} is for ${benches.join(' and ')}`)
  switch (bench) {
    case 'feeds':
      return { kind: bench, rounds: numberIn(rounds) }
    case 'text':
      return { kind: bench, rounds: numberIn(rounds), pages }
    case 'dedup':
      return { kind: bench, documents: numberIn(documents), stream }
  }
}

const numberIn = (said: string | undefined) => (said === undefined ? undefined : Number(said))

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        rounds: { type: 'string' },
        pages: { type: 'string' },
        documents: { type: 'string' },
        stream: { type: 'string' },
      },
    })
  } catch (error) {
    if (error instanceof TypeError) return error
    throw error
  }
}
