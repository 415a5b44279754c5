import { createServer } from 'node:http'
import { listen } from '../../infra/local/listen.ts'
import { releaseText, releaseTitle } from '../support/release-text.ts'

/** As many as a feed of a busy newsroom shows. */
const ARTICLES_A_FEED = 100

export type Publishers = {
  /** A sources file that names every feed. */
  sourcesYaml: string
  /** How many pages of articles were asked for so far. */
  pagesAsked: () => number
  close: () => Promise<void>
}

/** Publishers on loopback whose feeds list so many articles together, each with a page and a text of its own. */
export async function openPublishers(articles: number): Promise<Publishers> {
  let pagesAsked = 0
  const server = createServer((request, response) => {
    const [, kind, number = ''] = /^\/(feed|article)\/(\d+)$/.exec(request.url ?? '') ?? []
    if (kind === 'article') pagesAsked += 1
    const document = kind === 'feed' ? feed(Number(number), articles, origin) : page(Number(number))
    const type = kind === 'feed' ? 'application/rss+xml' : 'text/html'
    response.writeHead(kind === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` })
    response.end(kind === undefined ? '' : document)
  })
  const { endpoint: origin, close } = await listen(server, 0)
  const feeds = Array.from({ length: Math.ceil(articles / ARTICLES_A_FEED) }, (_, feed) => feed)
  return {
    sourcesYaml: `sources:\n${feeds.map(feed => source(feed, origin)).join('')}`,
    pagesAsked: () => pagesAsked,
    close,
  }
}

function source(feed: number, origin: string): string {
  return `  - id: publisher-${feed}
    name: Publisher ${feed}
    kind: feed
    url: ${origin}/feed/${feed}
    publisher: { name: Publisher ${feed}, country: XR, kind: organisation }
    language: en
    allowPrivateNetwork: true
`
}

function feed(number: number, articles: number, origin: string): string {
  const first = number * ARTICLES_A_FEED
  const listed = Array.from(
    { length: Math.min(ARTICLES_A_FEED, articles - first) },
    (_, index) => first + index,
  )
  const items = listed.map(article => {
    const url = `${origin}/article/${article}`
    return `<item><guid>${url}</guid><link>${url}</link><title>${releaseTitle(article)}</title></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Publisher ${number}</title>${items.join('\n')}</channel></rss>`
}

function page(article: number): string {
  const title = releaseTitle(article)
  const paragraphs = releaseText(article)
    .split('\n\n')
    .map(text => `<p>${text}</p>`)
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><article><h1>${title}</h1>
${paragraphs.join('\n')}</article></main></body></html>`
}
