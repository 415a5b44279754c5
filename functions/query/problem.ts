import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { isPage } from './pages/addresses.ts'
import { problemPage } from './pages/problem-page.ts'

/** Why there is no answer, in words for the caller; the hint says what to do about it. */
export type Problem = { error: string; hint?: string }

/** Says why there is no answer: as a page where a person asked for one, else as JSON. */
export function answerProblem(
  c: Context,
  status: ContentfulStatusCode,
  { error, hint }: Problem,
): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  const problem = { error, ...(hint !== undefined && { hint }) }
  return isPage(c.req.path) ? c.html(problemPage(problem), status) : c.json(problem, status)
}
