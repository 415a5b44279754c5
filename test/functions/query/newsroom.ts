import { makeHandler } from '../../../functions/query/handler.ts'
import type { Article } from '../../../shared/article.ts'
import type { ArticleAudit } from '../../../shared/article-audit.ts'
import { sha256 } from '../../../shared/dedup/fingerprint.ts'
import { packDocuments } from '../../../shared/store/warc-pack.ts'
import { fixedClock } from '../../support/fixed-clock.ts'
import { memoryArchive } from '../../support/memory-archive.ts'
import { memoryArticles } from '../../support/memory-articles.ts'
import { memorySources } from '../../support/memory-sources.ts'
import { anArticle } from '../../support/samples.ts'

export type Answer = { status: number; headers: Record<string, string>; bytes: Buffer; text: string }
export type Question = { method?: string; headers?: Record<string, string> }

/** The query function over stores that forget themselves, and a way to fill them as ingest does. */
export function newsroom() {
  const clock = fixedClock('2026-11-21T12:00:00.000Z')
  const articles = memoryArticles()
  const archive = memoryArchive()
  const sources = memorySources()
  const logged: { message: string; cause: unknown }[] = []
  const logger = {
    progress: () => {},
    error: (message: string, cause: unknown) => void logged.push({ message, cause }),
  }
  const deps = { articles, lists: articles, archive, sources, clock, logger }
  const handler = makeHandler(deps)

  return {
    ...deps,
    deps,
    logged,

    /** Archives text and page, then records the article. */
    async record(
      overrides: Partial<Article> = {},
      {
        text = 'The ferry sails.\n\nFrom Monday.',
        raw = Buffer.from('<p>The ferry sails.</p>'),
        audit,
      }: { text?: string; raw?: Uint8Array; audit?: ArticleAudit } = {},
    ): Promise<Article> {
      const textKey = `text/${sha256(text)}.txt`
      await archive.put({ key: textKey, bytes: Buffer.from(text), contentType: 'text/plain' })
      const before = anArticle()
      const document = {
        kind: 'response' as const,
        url: 'https://harbour.example/',
        fetchedAt: '2026-11-21T09:00:00.000Z',
        status: 200,
        headers: { 'content-type': 'text/html' },
      }
      const contentType = 'text/html; charset=windows-1251'
      const pack = await packDocuments([
        { ...document, bytes: Buffer.from('another page of the batch'), contentType },
        { ...document, bytes: raw, contentType, audit },
      ])
      await archive.put({ key: pack.key, bytes: pack.bytes, contentType: 'application/warc' })
      const article = anArticle({
        textKey,
        hashes: { ...before.hashes, text: sha256(text), raw: sha256(raw) },
        evidence: {
          ...before.evidence,
          key: pack.key,
          offset: 0,
          length: 0,
          ...pack.places[1],
          sha256: sha256(raw),
          contentType,
        },
        ...overrides,
      })
      await articles.insert(article)
      if (article.revision > 1) await articles.pointToLatest(article.articleId, article.revision)
      return article
    },

    /** Asks as API Gateway does (payload format 2.0). */
    async ask(target: string, { method = 'GET', headers = {} }: Question = {}): Promise<Answer> {
      const [rawPath = '/', rawQueryString = ''] = target.split('?')
      const answer = await handler({
        version: '2.0',
        rawPath,
        rawQueryString,
        headers: { host: 'api.example', ...headers },
        requestContext: { domainName: 'api.example', http: { method, path: rawPath } },
        isBase64Encoded: false,
      })
      const bytes = Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8')
      return { status: answer.statusCode, headers: answer.headers, bytes, text: bytes.toString('utf8') }
    },

    /** Asks and reads the answer as JSON. */
    async askJson(target: string, question: Question = {}) {
      const { text, ...answer } = await this.ask(target, question)
      return { ...answer, json: JSON.parse(text) }
    },
  }
}

/** The id of a made-up article: 32 letters, as real ids have. */
export function anId(number: number): string {
  const digits = [...number.toString(2).padStart(16, '0')].map(bit => (bit === '1' ? 'b' : 'a')).join('')
  return `articlearticlear${digits}`
}
