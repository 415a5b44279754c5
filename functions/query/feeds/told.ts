import type { Article } from '../../../shared/article.ts'
import { httpLink } from '../pages/addresses.ts'

/** A list of articles as a feed: what was asked for, and what was found. */
export type ArticleFeed = {
  /** The feed's own address, relative to where it stands. */
  selfHref: string
  /** What was asked for, in words: `country AM, language en`. */
  filter: string
  articles: readonly Article[]
}

/** An article as both feed formats tell it. */
export type ToldArticle = {
  id: string
  url: string | undefined
  title: string
  /** Only where the publisher stated a time: a bare day is no RFC 3339 time, and midnight would be invented. */
  publishedAt: string | undefined
  updatedAt: string
  tags: string[]
}

/** An id that stays the article's own in every feed and revision (RFC 8141). */
export function articleUrn(articleId: string): string {
  return `urn:communique:article:${articleId}`
}

export function feedTitle({ filter }: ArticleFeed): string {
  return filter === '' ? 'Communiqué' : `Communiqué: ${filter}`
}

export function toldOf(article: Article): ToldArticle {
  const { articleId, headline, publishedAt, changedAt, categories, tags, duplicateOf, revisionReason } =
    article
  const marks = [duplicateOf !== undefined && 'copy', revisionReason === 'withdrawn' && 'withdrawn']
  return {
    id: articleUrn(articleId),
    url: httpLink(article.url),
    title: headline,
    publishedAt: publishedAt?.includes('T') ? publishedAt : undefined,
    updatedAt: changedAt,
    tags: [...categories, ...tags, ...marks.filter(mark => mark !== false)],
  }
}
