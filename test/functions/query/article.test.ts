import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { MAX_ANSWER_BYTES } from '../../../functions/query/byte-answer.ts'
import { sha256 } from '../../../shared/dedup/fingerprint.ts'
import { aRevisionOf } from '../../support/samples.ts'
import { anId, newsroom } from './newsroom.ts'

test('an article answers its record', async () => {
  const room = newsroom()
  const article = await room.record()
  const { status, headers, json } = await room.askJson(`/articles/${article.articleId}`)
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('application/json')
  expect(json).toEqual(article)
})

const audit = {
  furnitureRemoved: ['← Back to list', '<b>Share</b>'],
  anatomy: {
    forImmediateRelease: true,
    dateline: 'OSTERVIK, 21 November 2026',
    embargo: 'Embargo: <i>noon</i>',
  },
  images: [{ url: 'https://harbour.example/ferry.jpg', caption: 'The ferry' }],
  attachments: [{ url: 'https://harbour.example/timetable.pdf', title: 'Timetable' }],
}

test('an article answers what was made of its page, and lists do not', async () => {
  const room = newsroom()
  const article = await room.record({}, { audit })
  const { json } = await room.askJson(`/articles/${article.articleId}`)
  expect(json).toEqual({ ...article, ...audit })
  const list = await room.askJson('/articles')
  expect(list.json.articles).toEqual([article])
  const page = await room.ask(`/read/${article.articleId}`)
  expect(page.text).toContain('Left out of the text: 2')
  expect(page.text).toContain('Its publisher set an embargo: <bdi>Embargo: &lt;i&gt;noon&lt;/i&gt;</bdi>')
  expect(page.text).toContain('&lt;b&gt;Share&lt;/b&gt;')
  expect(page.text).toContain('href="https://harbour.example/timetable.pdf"')
  expect((await room.ask(`/articles/${article.articleId}/raw`)).text).toBe('<p>The ferry sails.</p>')
})

test('HEAD answers like GET, without the body', async () => {
  const room = newsroom()
  const { articleId } = await room.record()
  for (const path of ['', '/text', '/raw', '/revisions']) {
    const got = await room.ask(`/articles/${articleId}${path}`)
    const head = await room.ask(`/articles/${articleId}${path}`, { method: 'HEAD' })
    expect(head).toMatchObject({ status: 200, text: '', headers: got.headers })
  }
  expect((await room.ask(`/articles/${anId(9)}`, { method: 'HEAD' })).status).toBe(404)
})

test('its text is the archived text, a byte order mark and all', async () => {
  const room = newsroom()
  const text = '\uFEFFՀայաստան\n\nالعربية <b>not markup</b>'
  const { articleId } = await room.record({}, { text })
  const answer = await room.ask(`/articles/${articleId}/text`)
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(answer.bytes).toEqual(Buffer.from(text))
})

test('its raw bytes are those its publisher sent, as a download that no browser shows', async () => {
  const room = newsroom()
  const raw = Buffer.from([0xff, 0xfe, 0, 0x3c, 0xe9, 0x0d, 0x0a, 0x0d, 0x0a, 0x80])
  const { articleId } = await room.record({}, { raw })
  const { bytes, headers } = await room.ask(`/articles/${articleId}/raw`)
  expect(bytes).toEqual(raw)
  expect(headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${articleId}-1.raw"`,
    'x-content-type-options': 'nosniff',
    'x-original-content-type': 'text/html; charset=windows-1251',
    'repr-digest': `sha-256=:${createHash('sha256').update(raw).digest('base64')}:`,
    etag: `"${sha256(raw)}"`,
  })
})

test('a content type that is no header value is left out', async () => {
  const room = newsroom()
  const article = await room.record()
  const evidence = { ...article.evidence, contentType: 'text/html\r\nset-cookie: a=b' }
  await room.record(aRevisionOf(article, { evidence }))
  const { status, headers } = await room.ask(`/articles/${article.articleId}/raw`)
  expect(status).toBe(200)
  expect(headers).not.toHaveProperty('x-original-content-type')
  expect(headers).not.toHaveProperty('set-cookie')
})

test('its revisions are listed newest first, and the text of each can be had', async () => {
  const room = newsroom()
  const first = await room.record({}, { text: 'On Monday.' })
  const { revision, revisionReason, changedAt } = aRevisionOf(first)
  await room.record({ revision, revisionReason, changedAt }, { text: 'On Tuesday.' })
  const { json } = await room.askJson(`/articles/${first.articleId}/revisions`)
  expect(json.revisions.map((one: { revision: number }) => one.revision)).toEqual([2, 1])
  const text = async (query: string) => (await room.ask(`/articles/${first.articleId}/text${query}`)).text
  expect(await text('')).toBe('On Tuesday.')
  expect(await text('?revision=1')).toBe('On Monday.')
  const missing = await room.askJson(`/articles/${first.articleId}/text?revision=3`)
  expect(missing).toMatchObject({ status: 404, json: { hint: 'It has revisions 1 to 2.' } })
})

test('bytes may be kept for ever under the revision, and are asked after under the article', async () => {
  const room = newsroom()
  const { articleId, hashes } = await room.record()
  const pinned = await room.ask(`/articles/${articleId}/text?revision=1`)
  expect(pinned.headers['cache-control']).toBe('private, max-age=31536000, immutable')
  const latest = await room.ask(`/articles/${articleId}/text`)
  expect(latest.headers['cache-control']).toBe('private, no-cache')
  const again = await room.ask(`/articles/${articleId}/text`, {
    headers: { 'if-none-match': `"other", W/"${hashes.text}"` },
  })
  expect(again).toMatchObject({ status: 304, text: '', headers: { etag: `"${hashes.text}"` } })
  const other = await room.ask(`/articles/${articleId}/text`, { headers: { 'if-none-match': '"other"' } })
  expect(other.status).toBe(200)
})

test.each([
  ['bytes=0-2', 206, 'The', 'bytes 0-2/16'],
  ['bytes=4-', 206, 'ferry sails.', 'bytes 4-15/16'],
  ['bytes=10-999', 206, 'sails.', 'bytes 10-15/16'],
  ['bytes=16-', 416, undefined, 'bytes */16'],
  ['bytes=5-4', 416, undefined, 'bytes */16'],
  ['bytes=0-1,4-5', 200, 'The ferry sails.', undefined],
  ['lines=1-2', 200, 'The ferry sails.', undefined],
])('a part can be asked for: %s', async (range, status, text, contentRange) => {
  const room = newsroom()
  const { articleId } = await room.record({}, { text: 'The ferry sails.' })
  const answer = await room.ask(`/articles/${articleId}/text`, { headers: { range } })
  expect(answer.status).toBe(status)
  if (text !== undefined) expect(answer.text).toBe(text)
  expect(answer.headers['content-range']).toBe(contentRange)
})

test('a part may begin or end within a character', async () => {
  const room = newsroom()
  const { articleId } = await room.record({}, { text: 'Հայ' })
  const { bytes } = await room.ask(`/articles/${articleId}/text`, { headers: { range: 'bytes=1-2' } })
  expect(bytes).toEqual(Buffer.from('Հայ').subarray(1, 3))
})

test('bytes too many for one answer are had in parts', async () => {
  const room = newsroom()
  const raw = Buffer.alloc(MAX_ANSWER_BYTES + 10, 'abcdefghijk')
  const { articleId } = await room.record({}, { raw })
  const whole = await room.askJson(`/articles/${articleId}/raw`)
  expect(whole.status).toBe(413)
  expect(whole.json.hint).toContain('Range: bytes=0-')
  expect(whole.headers['cache-control']).toBe('no-store')
  const parts: Buffer[] = []
  for (let from = 0; from < raw.length; from += parts.at(-1)?.length ?? 0) {
    const part = await room.ask(`/articles/${articleId}/raw`, { headers: { range: `bytes=${from}-` } })
    expect(part.status).toBe(206)
    parts.push(part.bytes)
  }
  expect(parts.length).toBe(2)
  expect(Buffer.concat(parts).equals(raw)).toBe(true)
})

test('an archive that lost what a record points to is told apart from a missing article, and logged', async () => {
  const room = newsroom()
  const article = await room.record({ textKey: 'text/lost.txt' })
  const text = await room.askJson(`/articles/${article.articleId}/text`)
  expect(text.status).toBe(502)
  expect(text.json.error).toBe('The archive has nothing at text/lost.txt.')
  expect(text.headers).not.toHaveProperty('etag')
  expect(room.logged).toHaveLength(1)
})

test('bytes that do not have the recorded hash are never handed out', async () => {
  const room = newsroom()
  const article = await room.record()
  const { evidence, hashes } = article
  await room.record(
    aRevisionOf(article, {
      hashes: { ...hashes, text: sha256('something else') },
      evidence: { ...evidence, sha256: sha256('something else') },
    }),
  )
  await room.record(
    aRevisionOf(article, { revision: 3, evidence: { ...evidence, offset: evidence.offset + 1 } }),
  )
  await room.record(aRevisionOf(article, { revision: 4, evidence: { ...evidence, key: 'raw/lost.warc.gz' } }))
  const ask = (path: string) => room.askJson(`/articles/${article.articleId}/${path}`)
  expect(await ask('text?revision=2')).toMatchObject({ status: 502 })
  expect((await ask('raw?revision=2')).json.error).toContain('other bytes')
  expect((await ask('raw?revision=3')).json.error).toContain('no readable record')
  expect((await ask('raw?revision=4')).json.error).toContain('nothing at raw/lost.warc.gz')
})

test.each([
  [`/articles/${anId(7)}`],
  [`/articles/${anId(7)}/text`],
  [`/articles/${anId(7)}/raw`],
  [`/articles/${anId(7)}/revisions`],
  ['/articles/x'],
  [`/articles/${'a'.repeat(5_000)}`],
  ['/articles/%00%ff'],
])('an article that nobody has seen is not found: %.40s', async path => {
  const { status, json } = await newsroom().askJson(path)
  expect(status).toBe(404)
  expect(json.error).toBe('There is no article with this id.')
})

test('what cannot be an id is not looked for', async () => {
  const room = newsroom()
  Object.assign(room.articles, { revisions: () => Promise.reject(new Error('a key of at most 2048 bytes')) })
  expect((await room.ask(`/articles/${'a'.repeat(5_000)}`)).status).toBe(404)
  expect((await room.ask(`/articles/${anId(7).toUpperCase()}`)).status).toBe(404)
})

test.each(['', '/text', '/raw'])('an unknown parameter is refused at /articles/{id}%s', async path => {
  const room = newsroom()
  const { articleId } = await room.record()
  const { status, json } = await room.askJson(`/articles/${articleId}${path}?rev=1`)
  expect(status).toBe(400)
  expect(json.hint).toMatch(/^Known here: revision(?:, furniture)?\.$/)
  expect((await room.askJson(`/articles/${articleId}${path}?revision=0`)).status).toBe(400)
})
