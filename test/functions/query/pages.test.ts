import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { UNPOLLED } from '../../../shared/source-state.ts'
import { aRevisionOf, aSource } from '../../support/samples.ts'
import { anId, newsroom } from './newsroom.ts'

type Room = ReturnType<typeof newsroom>

async function open(room: Room, path: string) {
  const { status, text } = await room.ask(path)
  const { document } = parseHTML(text)
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  const texts = (selector: string) => all(selector).map(element => element.textContent.trim())
  const href = (name: string) =>
    all('a')
      .find(link => link.textContent.includes(name))
      ?.getAttribute('href')
  return { status, text, all, texts, href }
}

test('the front page lists headlines that lead to their articles', async () => {
  const room = newsroom()
  const { articleId } = await room.record()
  const page = await open(room, '/')
  expect(page.href('Island ferry sails again')).toBe(`/read/${articleId}`)
  expect(page.texts('.kicker')[0]).toBe('Ostervik Harbour Office Norway · English')
  expect(page.texts('.date')).toEqual(['Saturday, 21 November 2026'])
  expect(page.texts('.item .when')).toEqual(['21 November 2026, 08:30 UTC'])
})

test('times show the precision that the publisher gave them', async () => {
  const room = newsroom()
  await room.record({ articleId: anId(1), publishedAt: '2026-11-20', publishedPrecision: 'date' })
  await room.record({ articleId: anId(2), publishedAt: undefined })
  await room.record({ articleId: anId(3), publishedAt: '2026-99-99' })
  expect((await open(room, '/')).texts('.item .when')).toEqual([
    '2026-99-99',
    'first seen 21 November 2026, 09:00 UTC',
    '20 November 2026',
  ])
})

test('badges tell a copy, a revision, a partial record and a withdrawal', async () => {
  const room = newsroom()
  await room.record({ articleId: anId(1), duplicateOf: anId(9), completeness: 'partial' })
  const first = await room.record({ articleId: anId(2) })
  await room.record(aRevisionOf(first, { revisionReason: 'withdrawn' }))
  const completed = await room.record({ articleId: anId(3), completeness: 'partial' })
  await room.record(aRevisionOf(completed, { revisionReason: 'completed', completeness: 'full' }))
  const page = await open(room, '/')
  expect(page.all('.item').map(item => [...item.querySelectorAll('.badge')].map(b => b.textContent))).toEqual(
    [[], ['withdrawn', 'revised'], ['partial', 'copy']],
  )
})

test('a withdrawn article is read with what became of it', async () => {
  const room = newsroom()
  const first = await room.record()
  await room.record(aRevisionOf(first, { revisionReason: 'withdrawn' }))
  const page = await open(room, `/read/${first.articleId}`)
  expect(page.texts('.notice')).toEqual([
    'Its publisher took this page down; we noticed 21 November 2026, 09:01 UTC. The text is as it stood.',
  ])
  expect(page.texts('.text p')).toEqual(['The ferry sails.', 'From Monday.'])
})

test('older articles are a link away, under the same filter, and the newest are too', async () => {
  const room = newsroom()
  for (let number = 1; number <= 45; number += 1) {
    const minute = String(number).padStart(2, '0')
    await room.record({ articleId: anId(number), firstSeenAt: `2026-11-21T09:${minute}:00.000Z` })
  }
  const seen: (string | null)[] = []
  let path: string | null | undefined = '/?q=ferry&country='
  let pages = 0
  for (; path; pages += 1) {
    const page = await open(room, path)
    seen.push(...page.all('.item h3 a').map(link => link.getAttribute('href')))
    expect(page.all('input[name=q]')[0]?.getAttribute('value')).toBe('ferry')
    expect(page.href('Newest')).toBe(pages === 0 ? undefined : '/?q=ferry')
    path = page.href('Older')
  }
  expect(pages).toBe(3)
  expect(new Set(seen).size).toBe(45)
})

test('the filter offers the sources and keeps what was chosen', async () => {
  const room = newsroom()
  await room.sources.put(aSource({ id: 'zebra' }))
  await room.sources.put(aSource({ id: 'aardvark' }))
  const page = await open(room, '/?source=zebra')
  expect(page.texts('option')).toEqual(['any', 'aardvark', 'zebra'])
  expect(page.texts('option[selected]')).toEqual(['zebra'])
})

test('an empty list says what to do', async () => {
  const room = newsroom()
  expect((await open(room, '/')).texts('.notice h2')).toEqual(['Nothing has arrived yet'])
  expect((await open(room, '/?q=walrus')).texts('.notice h2')).toEqual(['Nothing matches'])
  expect((await open(room, '/?since=2026-11-21')).texts('.notice h2')).toEqual(['Nothing matches'])
})

test('a search that has not come to its end offers to go on', async () => {
  const room = newsroom()
  const next = `2026-11-21T09:00:00.000Z#${anId(1)}#1`
  Object.assign(room.articles, { newest: async () => ({ articles: [], next }) })
  const page = await open(room, '/?q=walrus')
  expect(page.texts('.notice h2')).toEqual(['Nothing so far back as this'])
  expect(page.href('what is older')).toMatch(/^\/\?q=walrus&cursor=/)
})

test('an article is read in paragraphs, with its facts and the way to every proof beside it', async () => {
  const room = newsroom()
  const article = await room.record({ language: 'hy' }, { text: 'Առաջին:\n\nԵրկրորդ,\nտող երկու:' })
  const id = article.articleId
  const page = await open(room, `/read/${id}`)
  expect(page.texts('.text p')).toEqual(['Առաջին:', 'Երկրորդ,\nտող երկու:'])
  expect(page.all('.text')[0]?.getAttribute('lang')).toBe('hy')
  expect(page.all('.text p').map(element => element.getAttribute('dir'))).toEqual(['auto', 'auto'])
  expect(page.texts('dd')).toContain('21 November 2026, 08:30 UTC, as its feed states')
  expect(page.texts('dd')).toContain(article.evidence.sha256)
  expect(page.href('Original')).toBe(article.url)
  expect(page.href('Text')).toBe(`/articles/${id}/text?revision=1`)
  expect(page.href('As the publisher sent it')).toBe(`/articles/${id}/raw?revision=1`)
  expect(page.href('Record')).toBe(`/articles/${id}`)
  expect(page.href('All as JSON')).toBe(`/articles/${id}/revisions`)
  for (const path of ['Text', 'As the publisher', 'Record', 'All as JSON']) {
    expect((await room.ask(page.href(path) ?? '')).status).toBe(200)
  }
})

test('an earlier revision can be read, and says that it is one', async () => {
  const room = newsroom()
  const first = await room.record({}, { text: 'On Monday.' })
  const { revision, revisionReason, changedAt } = aRevisionOf(first)
  await room.record({ revision, revisionReason, changedAt }, { text: 'On Tuesday.' })
  const latest = await open(room, `/read/${first.articleId}`)
  expect(latest.texts('.text p')).toEqual(['On Tuesday.'])
  expect(latest.texts('.notice')).toEqual([])
  const earlier = await open(room, latest.href('first recorded') ?? '')
  expect(earlier.texts('.text p')).toEqual(['On Monday.'])
  expect(earlier.texts('.notice')[0]).toContain('revision 1 of 2')
})

test('a text too long for a page is shown from its beginning', async () => {
  const room = newsroom()
  const { articleId } = await room.record({}, { text: 'Once more.\n\n'.repeat(30_000) })
  const page = await open(room, `/read/${articleId}`)
  expect(page.text.length).toBeLessThan(1_500_000)
  expect(page.href('The whole text')).toBe(`/articles/${articleId}/text`)
})

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>' onmouseover='alert(3)`

test('nothing that a publisher, a feed or a caller writes becomes markup', async () => {
  const room = newsroom()
  const article = await room.record(
    {
      headline: HOSTILE,
      summary: HOSTILE,
      excerpt: HOSTILE,
      language: HOSTILE,
      url: 'javascript:alert(4)',
      authors: [HOSTILE],
      categories: [HOSTILE],
      publishedAt: undefined,
      publisher: { name: HOSTILE, country: HOSTILE, kind: HOSTILE },
      rights: { licence: HOSTILE, [HOSTILE]: HOSTILE },
      repairs: [HOSTILE],
      seenIn: [HOSTILE],
      duplicateOf: HOSTILE,
      extraction: { method: HOSTILE, version: HOSTILE, note: HOSTILE },
    },
    { text: HOSTILE },
  )
  await room.sources.put(
    aSource({
      name: HOSTILE,
      url: 'https://harbour.example/"><script>',
      publisher: { ...aSource().publisher, name: HOSTILE },
    }),
  )
  await room.sources.saveState('ostervik-harbour', {
    ...UNPOLLED,
    version: 1,
    health: { kind: 'failing', reason: HOSTILE, since: '2026-11-21T08:00:00.000Z' },
  })
  const typed = encodeURIComponent(HOSTILE)
  for (const path of [
    '/',
    '/board',
    `/read/${article.articleId}`,
    `/?q=${typed}`,
    `/?language=${typed}`,
    `/?${typed}=1`,
    `/read/${typed}`,
  ]) {
    const page = await open(room, path)
    expect(page.all('script, img, iframe, object'), path).toEqual([])
    const attributes = page
      .all('*')
      .flatMap(element => [...element.attributes].map(({ name, value }) => ({ name, value })))
    expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([])
    const links = attributes.filter(({ name }) => name === 'href' || name === 'src' || name === 'action')
    expect(links.filter(({ value }) => !/^(?:\/(?!\/)|https?:\/\/|#)/.test(value))).toEqual([])
  }
})

test('what cannot be shown is told on a page, with the same status as in the API', async () => {
  const room = newsroom()
  const { articleId } = await room.record({ textKey: 'text/lost.txt' })
  expect(await open(room, '/read/x')).toMatchObject({ status: 404 })
  expect(await open(room, '/?limit=1000')).toMatchObject({ status: 400 })
  expect(await open(room, '/board?x=1')).toMatchObject({ status: 400 })
  const lost = await open(room, `/read/${articleId}`)
  expect(lost.status).toBe(502)
  expect(lost.texts('h1')).toEqual(['The archive has nothing at text/lost.txt.'])
})

test('the board tells how each source fares and why', async () => {
  const room = newsroom()
  await room.sources.put(aSource({ id: 'new-one' }))
  await room.sources.put(aSource({ id: 'tired' }))
  await room.sources.saveState('tired', {
    ...UNPOLLED,
    version: 1,
    failures: 2,
    pace: { lastNewAt: '2026-11-20T12:00:00.000Z', notBefore: '2026-11-21T13:00:00.000Z' },
    health: { kind: 'gone', reason: 'http-410', since: '2026-11-21T08:00:00.000Z' },
  })
  const page = await open(room, '/board')
  expect(page.texts('.badge')).toEqual(['not asked yet', 'gone'])
  expect(page.texts('.reason')).toEqual(['http-410'])
  expect(page.text).toContain('last news <time datetime="2026-11-20T12:00:00.000Z">')
  expect(page.texts('h1 + p')).toEqual(['0 healthy, 1 failing, 1 not asked yet'])
  expect((await open(newsroom(), '/board')).texts('.notice')[0]).toContain('no sources yet')
})

test('the board tells which selectors of a source are broken, and since when', async () => {
  const room = newsroom()
  const since = '2026-11-21T08:00:00.000Z'
  await room.sources.put(aSource({ article: { text: '.notice' } }))
  await room.sources.saveState('ostervik-harbour', { ...UNPOLLED, version: 1 })
  const missed = { text: ['1', '2', '3', '4', '5'] }
  await room.sources.saveRecipe('ostervik-harbour', { version: 1, kind: 'matching', since, missed: {} })
  expect((await open(room, '/board')).texts('.badge')).toEqual(['healthy'])
  await room.sources.saveRecipe('ostervik-harbour', { version: 2, kind: 'broken', since, missed })
  const page = await open(room, '/board')
  expect(page.texts('.badge')).toEqual(['healthy', 'selectors broken'])
  expect(page.texts('.reason')[0]).toContain('article.text')
  expect(page.text).toContain(`since <time datetime="${since}">`)
})

test('pages need nothing but their style sheet and icon', async () => {
  const room = newsroom()
  const page = await open(room, '/')
  const loaded = page
    .all('link:not([rel=alternate]), script, img')
    .map(element => element.getAttribute('href'))
  expect(loaded).toEqual(['/icon.svg', '/style.css'])
  expect((await room.ask('/style.css')).headers['content-type']).toBe('text/css; charset=utf-8')
  expect((await room.ask('/icon.svg')).headers['content-type']).toBe('image/svg+xml')
})
