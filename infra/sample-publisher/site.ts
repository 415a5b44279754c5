import { asShown, changedAt, type SampleArticle } from './article.ts'
import { courierStories } from './articles/courier.ts'
import { governmentReleases } from './articles/government.ts'
import { instituteFeed, instituteNotices } from './articles/institute.ts'
import { atomFeed } from './feeds/atom.ts'
import { rssFeed } from './feeds/rss.ts'
import { courierPage } from './pages/courier-page.ts'
import { releaseListPage, releaseListPath, releasePage } from './pages/government-page.ts'
import { institutePage } from './pages/institute-page.ts'
import { startPage } from './pages/start-page.ts'
import { style } from './pages/style.ts'

export type Page = {
  contentType: string
  body: string
  /** ISO 8601. */
  changedAt: string
}

/** Everything the sample publisher serves, by path, as it is before or after its houses have revised an article. */
export function sitePages(origin: string, revisedAt: string | undefined): Map<string, Page> {
  const shown = (articles: readonly SampleArticle[]) => articles.map(article => asShown(article, revisedAt))
  const courier = shown(courierStories)
  const institute = shown(instituteNotices)
  const government = shown(governmentReleases)
  const press = shown(instituteFeed)
  const newest = (articles: readonly SampleArticle[]) =>
    articles.map(changedAt).reduce((one, other) => (Date.parse(one) < Date.parse(other) ? other : one))
  const everything = newest([...courier, ...institute, ...government])
  return new Map([
    ['/', html(startPage({ courier, institute, government }), everything)],
    ['/style.css', { contentType: 'text/css; charset=utf-8', body: style, changedAt: founded }],
    [
      '/robots.txt',
      { contentType: 'text/plain; charset=utf-8', body: 'User-agent: *\nAllow: /\n', changedAt: founded },
    ],
    [
      '/rss.xml',
      {
        contentType: 'application/rss+xml; charset=utf-8',
        body: rssFeed(courier, origin),
        changedAt: newest(courier),
      },
    ],
    [
      '/atom.xml',
      {
        contentType: 'application/atom+xml; charset=utf-8',
        body: atomFeed(press, origin),
        changedAt: newest(press),
      },
    ],
    [releaseListPath, html(releaseListPage(government), newest(government))],
    ...courier.map(story => articlePage(story, courierPage(story, neighbours(story, courier), origin))),
    ...institute.map(notice => articlePage(notice, institutePage(notice, neighbours(notice, institute)))),
    ...government.map(release => articlePage(release, releasePage(release, neighbours(release, government)))),
  ])
}

const founded = '2026-11-01T00:00:00+01:00'

function html(body: string, changedAt: string): Page {
  return { contentType: 'text/html; charset=utf-8', body, changedAt }
}

function articlePage(article: SampleArticle, body: string): [string, Page] {
  return [article.path, html(body, changedAt(article))]
}

/** The three that follow it on its house's list, round to the beginning. */
function neighbours(article: SampleArticle, articles: readonly SampleArticle[]): SampleArticle[] {
  const place = articles.indexOf(article)
  return [...articles.slice(place + 1), ...articles.slice(0, place)].slice(0, 3)
}
