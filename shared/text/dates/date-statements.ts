import { writtenDates } from './written-dates.ts'

/** The names under which publishers state the day of publication, most reliable first. */
const PUBLISHED = (
  'article:published_time og:article:published_time article:published published_time datepublished og:published_time ' +
  'article.published sailthru.date parsely-pub-date publish-date publish_date publishdate pubdate pub_date pub-date ' +
  'dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date dcterms.date dc.date.published ' +
  'citation_publication_date citation_date citation_online_date article:post_date cxenseparse:recs:publishtime ' +
  'bt:pubdate rnews:datepublished article_date_original originalpublicationdate displaydate datecreated ' +
  'article:created release_date releasedate date_published date mediator_published_time ptime creation_date created ' +
  'publication_date article-publication-date lastpubdate dateposted og:pubdate iso-8601-publish-date dc:date dc:created ' +
  'dc.created gentime pdate doc_date content_create_date og:regdate regdate article.created newsdate news_date docdate ' +
  'erstellungsdatum datum fecha timestamp'
).split(' ')
const MODIFIED = (
  'article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified article:updated_time ' +
  'last-modified modified_date revision_date lastmod og:modified_time'
).split(' ')

/** What a name says that is in no list: `x:first_published_at`, `cms-pub-date`, `articleDatePosted`. */
const SAYS_PUBLISHED =
  /publi(?:sh|c|é)|pub[-_.]?(?:date|time)|(?:date|time|day)[-_.:]?(?:issued|posted|created)|(?:post|issue|creat\w{1,3}|release)[-_.]?(?:date|time)/
const SAYS_TIME = /date|time|(?:^|[-_.:])(?:at|on)$|published$/
const SAYS_OTHER = /modif|updat|expir|until|last|unpubl|event|start|end[-_.]?(?:date|time)/

/** Values of the page's meta elements that state when it was published: known names first, then names that speak. */
export function* publishedStatements(meta: ReadonlyMap<string, string>): Generator<string | undefined> {
  for (const name of PUBLISHED) yield meta.get(name)
  for (const [name, value] of meta) {
    if (SAYS_PUBLISHED.test(name) && SAYS_TIME.test(name) && !SAYS_OTHER.test(name)) yield value
  }
}

/** Values of the page's meta elements that state when it was last changed. */
export function* modifiedStatements(meta: ReadonlyMap<string, string>): Generator<string | undefined> {
  for (const name of MODIFIED) yield meta.get(name)
}

const STATE_KEY =
  /["']?\b(?:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time|ed_?date)|publication_?date|pub_?date|first_?published(?:_?at)?|display_?date)(?:\\?["'])?\s{0,3}[:=]\s{0,3}(?:\\?["']([^"'\\]{6,40})|(\d{10}(?:\d{3})?)\b)/gi
const MAX_STATED = 5

/** Times that the program and data shipped with a page give under a key that speaks of publication, in order. */
export function* scriptedStatements(markup: string): Generator<string> {
  let count = 0
  for (const [, value, epoch] of markup.replaceAll('&quot;', '"').matchAll(STATE_KEY)) {
    yield value ?? epoch ?? ''
    if (++count >= MAX_STATED) return
  }
}

const REMARK = /<!--([^<>]{8,200})/g
const DUBLIN_CORE = /\bdc:date(?:="|>)([^"<>]{8,40})/i

/** What remarks in a page's source say of its publication: notes of editors' programs, trackback data of old blogs. */
export function* remarkedStatements(markup: string): Generator<string> {
  const [, trackback] = DUBLIN_CORE.exec(markup) ?? []
  if (trackback) yield trackback
  let count = 0
  for (const [, remark = ''] of markup.matchAll(REMARK)) {
    for (const { raw, purpose } of /\d{4}/.test(remark) ? writtenDates(remark, 2) : [])
      if (purpose === 'published') yield raw
    if (++count >= MAX_REMARKS) return
  }
}

const MAX_REMARKS = 300
