import type { Context, Handler } from 'hono'
import * as z from 'zod/mini'
import type { Article } from '../../shared/article.ts'
import { sha256 } from '../../shared/dedup/fingerprint.ts'
import { readAudit, readRaw, readText, readWholeText } from './archived.ts'
import { answerBytes } from './byte-answer.ts'
import { cursorAt } from './cursor.ts'
import type { QueryDeps } from './deps.ts'
import {
  ListParameters,
  listQuery,
  NoParameters,
  RevisionParameters,
  readListParameters,
  readParameters,
  TextParameters,
} from './parameters.ts'
import { answerProblem, type Problem } from './problem.ts'

const ArticleId = z.string().check(z.regex(/^[a-z2-7]{32}$/))

export type FoundArticle =
  | { kind: 'found'; article: Article; revisions: Article[]; isPinned: boolean }
  | ({ kind: 'problem'; status: 400 | 404 } & Problem)

/** The article of a request's path, in the revision that its `revision` names, else in its latest. */
export async function findArticle(
  c: Context,
  { articles }: Pick<QueryDeps, 'articles'>,
  parameters: typeof RevisionParameters | typeof TextParameters = RevisionParameters,
): Promise<FoundArticle> {
  const asked = readParameters(parameters, c.req.url)
  if (asked.kind === 'refused') return { ...asked, kind: 'problem', status: 400 }
  const id = z.safeParse(ArticleId, c.req.param('id'))
  const revisions = id.success ? await articles.revisions(id.data) : []
  const latest = revisions[0]
  if (latest === undefined) {
    const hint = 'Ids stand in the lists, as articleId.'
    return { kind: 'problem', status: 404, error: 'There is no article with this id.', hint }
  }
  const { revision } = asked.value
  const article = revision === undefined ? latest : revisions.find(one => one.revision === revision)
  if (article !== undefined) return { kind: 'found', article, revisions, isPinned: revision !== undefined }
  const hint = `It has revisions 1 to ${latest.revision}.`
  return { kind: 'problem', status: 404, error: `The article has no revision ${revision}.`, hint }
}

/** GET /articles: newest first, by our first sight. */
export function listArticles({ lists }: QueryDeps): Handler {
  return async c => {
    const asked = readListParameters(c.req.url, ListParameters)
    if (asked.kind === 'refused') return answerProblem(c, 400, asked)
    const query = listQuery(asked.value)
    const { articles, next } = query === undefined ? { articles: [] } : await lists.newest(query)
    return c.json({ articles, ...(next !== undefined && { next: cursorAt('articles', next) }) })
  }
}

/** GET /articles/{id}: the record, with what was made of its page. */
export function showArticle(deps: QueryDeps): Handler {
  return async c => {
    const found = await findArticle(c, deps)
    if (found.kind === 'problem') return answerProblem(c, found.status, found)
    return c.json({ ...found.article, ...(await readAudit(found.article, deps.archive)) })
  }
}

/** GET /articles/{id}/revisions: every record of it, newest first. */
export function listRevisions(deps: QueryDeps): Handler {
  return async c => {
    const asked = readParameters(NoParameters, c.req.url)
    if (asked.kind === 'refused') return answerProblem(c, 400, asked)
    const found = await findArticle(c, deps)
    return found.kind === 'found'
      ? c.json({ revisions: found.revisions })
      : answerProblem(c, found.status, found)
  }
}

/** GET /articles/{id}/text: the clean text; with `furniture=kept` as it stood on the page. */
export function showText(deps: QueryDeps): Handler {
  return async c => {
    const found = await findArticle(c, deps, TextParameters)
    if (found.kind === 'problem') return answerProblem(c, found.status, found)
    const { article, isPinned } = found
    const headers = { 'content-type': 'text/plain; charset=utf-8' }
    if (c.req.query('furniture') !== 'kept') {
      const read = () => readText(article, deps.archive)
      return answerBytes(c, { sha256: article.hashes.text, isPinned, headers, read })
    }
    const whole = await readWholeText(article, deps.archive)
    if (whole !== undefined)
      return answerBytes(c, { sha256: sha256(whole), isPinned, headers, read: async () => whole })
    return answerProblem(c, 404, {
      error: 'What was left out of this text was not kept with its place.',
      hint: `GET /articles/${article.articleId}/raw is the page as its publisher sent it.`,
    })
  }
}

/**
 * GET /articles/{id}/raw: what the publisher sent, to the byte. As a download of no type, so that no browser
 * ever shows a stranger's page as if it were ours.
 */
export function showRaw(deps: QueryDeps): Handler {
  return async c => {
    const found = await findArticle(c, deps)
    if (found.kind === 'problem') return answerProblem(c, found.status, found)
    const { articleId, revision, evidence } = found.article
    return answerBytes(c, {
      sha256: evidence.sha256,
      isPinned: found.isPinned,
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${articleId}-${revision}.raw"`,
        ...originalType(evidence.contentType),
      },
      read: () => readRaw(found.article, deps.archive),
    })
  }
}

/** A header may hold only printable ASCII; a publisher may send anything. */
function originalType(contentType: string | undefined): Record<string, string> {
  return contentType !== undefined && /^[\x20-\x7e]{1,200}$/.test(contentType)
    ? { 'x-original-content-type': contentType }
    : {}
}
