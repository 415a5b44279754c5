import { Readable } from 'node:stream'
import FeedParser from 'feedparser'
import { parseFeed as parseWithFeedsmith } from 'feedsmith'
import RssParser from 'rss-parser'
import { parseFeed } from '../../shared/feed/parse.ts'
import { type Contender, type Timing, takeTurns } from './cpu-time.ts'
import { archiveRss, newsroomAtom, type PressFeed, pressOfficeRss } from './press-feeds.ts'
import { median, quantile, ratios } from './statistics.ts'
import { table } from './table.ts'

const URL_OF_FEED = 'https://press.example/feed.xml'

/** What arrives at once from a socket or a file. */
const CHUNK_BYTES = 65_536

/** Small feeds are read often enough to make up this much: one of them alone is too short to be measured. */
const WORK_BYTES = 1_000_000

/** Rounds before the compiler has seen enough of every parser. */
const WARM_UP_ROUNDS = 4

/**
 * Prints the CPU time of parseFeed and of three parsers from the registry over the same generated feeds. Each is
 * called as its documentation shows: parseFeed gets bytes, rss-parser and feedsmith text that has been decoded
 * before the clock runs, feedparser a stream of bytes.
 */
export async function benchFeeds(rounds = 21): Promise<void> {
  for (const feed of [pressOfficeRss(), archiveRss(), newsroomAtom()]) {
    const bytes = Buffer.from(feed.text)
    const effort = { rounds, warmUp: WARM_UP_ROUNDS, repeats: Math.ceil(WORK_BYTES / bytes.length) }
    const timings = await takeTurns(contendersFor(feed, bytes), effort)
    console.log(`\n${feed.title}, ${(bytes.length / 1_000).toFixed(0)} KB, ${rounds} rounds\n`)
    console.log(compared(timings, bytes.length))
  }
}

const contendersFor = (feed: PressFeed, bytes: Uint8Array): Contender[] => {
  const rssParser = new RssParser()
  const readers = {
    'rss-parser': async () => (await rssParser.parseString(feed.text)).items.length,
    parseFeed: () => entriesOfParseFeed(bytes),
    feedsmith: () => entriesOfFeedsmith(feed.text),
    feedparser: () => entriesOfFeedparser(bytes),
  }
  return Object.entries(readers).map(([name, countEntries]) => ({
    name,
    work: async () => {
      const found = await countEntries()
      // A parser that reads less would win by it.
      if (found !== feed.entries) throw new Error(`${name} found ${found} of ${feed.entries} entries`)
    },
  }))
}

const entriesOfParseFeed = async (bytes: Uint8Array): Promise<number> => {
  const read = await parseFeed(bytes, { url: URL_OF_FEED })
  return read.kind === 'feed' ? read.entries.length : 0
}

const entriesOfFeedsmith = (text: string): number => {
  const { format, feed } = parseWithFeedsmith(text)
  return (format === 'atom' ? feed.entries : feed.items)?.length ?? 0
}

const entriesOfFeedparser = async (bytes: Uint8Array): Promise<number> => {
  let entries = 0
  const items = Readable.from(chunks(bytes)).pipe(new FeedParser({ feedurl: URL_OF_FEED }))
  for await (const _ of items) entries++
  return entries
}

function* chunks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES)
}

const compared = (timings: readonly Timing[], bytes: number): string => {
  const [stock] = timings
  const rows = timings.map(timing => {
    const ms = median(timing.ms)
    const toStock = ratios(timing.ms, (stock ?? timing).ms)
    const spread = [0.25, 0.75].map(share => quantile(toStock, share).toFixed(2)).join('–')
    return [
      timing.name,
      ms.toFixed(2),
      (bytes / 1_000 / ms).toFixed(1),
      median(toStock).toFixed(2),
      timing === stock ? '' : spread,
    ]
  })
  return table([['', 'CPU ms', 'MB/s', 'to rss-parser', 'middle half'], ...rows])
}
