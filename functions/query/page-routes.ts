import type { Handler } from 'hono'
import type { ArticlePage } from '../../shared/store/article-lists.ts'
import { readAudit, readText } from './archived.ts'
import { findArticle } from './article-routes.ts'
import { cursorAt } from './cursor.ts'
import type { QueryDeps } from './deps.ts'
import { articlePage } from './pages/article-page.ts'
import { boardPage } from './pages/board-page.ts'
import { frontPage } from './pages/front-page.ts'
import { icon, style } from './pages/style.ts'
import { ListParameters, listQuery, NoParameters, readListParameters, readParameters } from './parameters.ts'
import { answerProblem } from './problem.ts'
import { readSourceViews } from './source-routes.ts'

/** The page's own address with another cursor, or with none. */
function hrefAt(url: string, cursor: string | undefined): string {
  const parameters = new URLSearchParams([...new URL(url).searchParams].filter(([, value]) => value !== ''))
  if (cursor === undefined) parameters.delete('cursor')
  else parameters.set('cursor', cursor)
  return parameters.size === 0 ? '/' : `/?${parameters}`
}

const NO_ARTICLES: ArticlePage = { articles: [] }

/** GET /: the articles, newest first, with a filter. */
export function showFrontPage({ lists, sources }: QueryDeps): Handler {
  return async c => {
    const asked = readListParameters(c.req.url, ListParameters)
    if (asked.kind === 'refused') return answerProblem(c, 400, asked)
    const query = listQuery(asked.value)
    const [page, schedules] = await Promise.all([
      query === undefined ? NO_ARTICLES : lists.newest(query),
      sources.schedules(),
    ])
    const typed = (name: string) => c.req.query(name)?.trim() ?? ''
    return c.html(
      frontPage({
        articles: page.articles,
        filter: {
          source: typed('source'),
          language: typed('language'),
          country: typed('country'),
          q: typed('q'),
        },
        sourceIds: schedules.map(({ sourceId }) => sourceId).toSorted(),
        olderHref: page.next === undefined ? undefined : hrefAt(c.req.url, cursorAt('articles', page.next)),
        isEverything: hrefAt(c.req.url, undefined) === '/',
        newestHref: asked.value.cursor === undefined ? undefined : hrefAt(c.req.url, undefined),
      }),
    )
  }
}

/** GET /read/{id}: one article. */
export function showReading(deps: QueryDeps): Handler {
  return async c => {
    const found = await findArticle(c, deps)
    if (found.kind === 'problem') return answerProblem(c, found.status, found)
    const { article, revisions } = found
    const text = Buffer.from(await readText(article, deps.archive)).toString('utf8')
    const audit = await readAudit(article, deps.archive)
    return c.html(articlePage({ article, revisions, text, audit }))
  }
}

/** GET /board: the sources and how they fare. */
export function showBoard(deps: QueryDeps): Handler {
  return async c => {
    const asked = readParameters(NoParameters, c.req.url)
    if (asked.kind === 'refused') return answerProblem(c, 400, asked)
    return c.html(boardPage(await readSourceViews(deps)))
  }
}

const AN_HOUR = 'public, max-age=3600'

export const showStyle: Handler = c =>
  c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': AN_HOUR })

export const showIcon: Handler = c =>
  c.body(icon, 200, { 'content-type': 'image/svg+xml', 'cache-control': AN_HOUR })
