import { type Handler, Hono } from 'hono'
import { answerHeaders } from './answer-headers.ts'
import { ArchiveFault } from './archived.ts'
import { listArticles, listRevisions, showArticle, showRaw, showText } from './article-routes.ts'
import { listChanges } from './change-routes.ts'
import type { QueryDeps } from './deps.ts'
import { showAtomFeed, showJsonFeed } from './feed-routes.ts'
import { httpHandler } from './http-event.ts'
import { openApi } from './openapi.ts'
import { showBoard, showFrontPage, showIcon, showReading, showStyle } from './page-routes.ts'
import { answerProblem } from './problem.ts'
import { listSources, showSource } from './source-routes.ts'

function routesOf(deps: QueryDeps): Record<string, Handler> {
  return {
    '/': showFrontPage(deps),
    '/read/:id': showReading(deps),
    '/board': showBoard(deps),
    '/style.css': showStyle,
    '/icon.svg': showIcon,
    '/articles': listArticles(deps),
    '/articles/:id': showArticle(deps),
    '/articles/:id/text': showText(deps),
    '/articles/:id/raw': showRaw(deps),
    '/articles/:id/revisions': listRevisions(deps),
    '/changes': listChanges(deps),
    '/feed.atom': showAtomFeed(deps),
    '/feed.json': showJsonFeed(deps),
    '/openapi.json': c => c.json(openApi()),
    '/sources': listSources(deps),
    '/sources/:id': showSource(deps),
  }
}

/** The HTTP API and the pages for people, over one function. It answers GET and HEAD and changes nothing. */
export function makeHandler(deps: QueryDeps) {
  const app = new Hono()
  app.use(answerHeaders)
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return await next()
    c.header('allow', 'GET, HEAD')
    return await answerProblem(c, 405, { error: 'Nothing can be changed here.', hint: 'Use GET or HEAD.' })
  })
  app.get('/healthz', c => c.json({ status: 'ok' }))
  const routes = routesOf(deps)
  for (const [path, answer] of Object.entries(routes)) app.get(path, answer)
  app.notFound(c =>
    answerProblem(c, 404, {
      error: 'There is nothing at this address.',
      hint: `Known: ${Object.keys(routes).join(', ')}, /healthz.`,
    }),
  )
  app.onError((error, c) => {
    deps.logger.error('request failed', error, { path: c.req.path })
    return error instanceof ArchiveFault
      ? answerProblem(c, 502, {
          error: error.message,
          hint: 'The record itself stands; this has been logged.',
        })
      : answerProblem(c, 500, { error: 'Something went wrong here.', hint: 'It has been logged; try again.' })
  })
  return httpHandler(app.fetch)
}
