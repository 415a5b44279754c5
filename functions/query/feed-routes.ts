import type { Handler } from 'hono'
import { sha256 } from '../../shared/dedup/fingerprint.ts'
import { hasCopy } from './byte-answer.ts'
import type { QueryDeps } from './deps.ts'
import { atomFeed } from './feeds/atom.ts'
import { jsonFeed } from './feeds/json-feed.ts'
import type { ArticleFeed } from './feeds/told.ts'
import { FeedParameters, listQuery, readListParameters } from './parameters.ts'
import { answerProblem } from './problem.ts'

type Format = { name: string; contentType: string; write: (feed: ArticleFeed) => string }

/** What a feed was asked for, but for its length: the same question has the same name in any order. */
function filterOf(url: string): string {
  const asked = [...new URL(url).searchParams].filter(([name, value]) => name !== 'limit' && value !== '')
  return asked
    .map(([name, value]) => `${name} ${value}`)
    .toSorted()
    .join(', ')
}

function showFeed({ lists }: QueryDeps, { name, contentType, write }: Format): Handler {
  return async c => {
    const asked = readListParameters(c.req.url, FeedParameters)
    if (asked.kind === 'refused') return answerProblem(c, 400, asked)
    const query = listQuery(asked.value)
    const { articles } = query === undefined ? { articles: [] } : await lists.newest(query)
    const { search } = new URL(c.req.url)
    const feed = write({ selfHref: `${name}${search}`, filter: filterOf(c.req.url), articles })
    const headers = { etag: `"${sha256(feed)}"`, 'cache-control': 'private, no-cache' }
    if (hasCopy(c, headers.etag)) return c.body(null, 304, headers)
    return c.body(feed, 200, { ...headers, 'content-type': contentType })
  }
}

/** GET /feed.atom: a list of articles for feed readers. */
export function showAtomFeed(deps: QueryDeps): Handler {
  const contentType = 'application/atom+xml; charset=utf-8'
  return showFeed(deps, { name: 'feed.atom', contentType, write: atomFeed })
}

/** GET /feed.json */
export function showJsonFeed(deps: QueryDeps): Handler {
  const contentType = 'application/feed+json; charset=utf-8'
  return showFeed(deps, { name: 'feed.json', contentType, write: jsonFeed })
}
