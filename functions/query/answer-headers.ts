import type { MiddlewareHandler } from 'hono'

/**
 * Everything here began as a stranger's text. No answer may run a script, load anything or be framed by another
 * site; a page may use the one style sheet and icon, and send its form back here.
 */
const NOTHING = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"
const PAGE =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

export const answerHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const isHtml = c.res.headers.get('content-type')?.startsWith('text/html') === true
  c.header('content-security-policy', isHtml ? PAGE : NOTHING)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
  c.header('cross-origin-resource-policy', 'same-origin')
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-cache')
}
