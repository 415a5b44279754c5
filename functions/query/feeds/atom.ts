import type { Article } from '../../../shared/article.ts'
import { isoTime } from '../../../shared/runtime/clock.ts'
import { type ArticleFeed, feedTitle, toldOf } from './told.ts'
import { xmlText } from './xml-text.ts'

function element(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${xmlText(text)}</${name}>`
}

function entryOf(article: Article): string {
  const { id, url, title, publishedAt, updatedAt, tags } = toldOf(article)
  const authors = article.authors.length > 0 ? article.authors : [article.publisher.name]
  const language = article.language === undefined ? '' : ` xml:lang="${xmlText(article.language)}"`
  return [
    `<entry${language}>`,
    element('id', id),
    element('title', title),
    url === undefined ? '' : `<link rel="alternate" href="${xmlText(url)}"/>`,
    element('published', publishedAt),
    element('updated', updatedAt),
    ...authors.map(name => `<author>${element('name', name)}</author>`),
    ...tags.map(tag => `<category term="${xmlText(tag)}"/>`),
    element('summary', article.summary ?? article.excerpt),
    `<source>${element('id', `urn:communique:source:${article.sourceId}`)}${element('title', article.publisher.name)}</source>`,
    '</entry>',
  ].join('')
}

/** A list of articles as an Atom feed (RFC 4287). It is updated when the newest change in it was recorded. */
export function atomFeed(feed: ArticleFeed): string {
  const updatedAt =
    feed.articles
      .map(({ changedAt }) => changedAt)
      .sort()
      .at(-1) ?? isoTime(0)
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', `urn:communique:feed:${encodeURIComponent(feed.filter)}`),
    element('title', feedTitle(feed)),
    `<link rel="self" type="application/atom+xml" href="${xmlText(feed.selfHref)}"/>`,
    element('updated', updatedAt),
    '<generator>Communiqué</generator>',
    ...feed.articles.map(entryOf),
    '</feed>\n',
  ].join('\n')
}
