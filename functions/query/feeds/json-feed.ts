import type { Article } from '../../../shared/article.ts'
import { type ArticleFeed, feedTitle, toldOf } from './told.ts'

function itemOf(article: Article) {
  const { id, url, title, publishedAt, updatedAt, tags } = toldOf(article)
  const { articleId, revision, sourceId, publisher, duplicateOf } = article
  return {
    id,
    url,
    title,
    content_text: article.excerpt,
    summary: article.summary,
    date_published: publishedAt,
    date_modified: updatedAt,
    authors: article.authors.map(name => ({ name })),
    tags,
    language: article.language,
    // Custom objects start with an underscore (JSON Feed 1.1, "Extensions").
    _communique: { articleId, revision, sourceId, publisher, duplicateOf },
  }
}

/** A list of articles as a JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeed(feed: ArticleFeed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(feed),
    feed_url: feed.selfHref,
    items: feed.articles.map(itemOf),
  })
}
