import { describe, expect, test } from 'vitest'
import { Source } from '../../shared/source.ts'

const ministry = {
  id: 'xx-ministry-en',
  name: 'Ministry, press releases',
  kind: 'feed',
  url: 'https://ministry.example/feed.xml',
  publisher: { name: 'Ministry', country: 'AM', kind: 'government' },
  language: 'en',
}

const faultPaths = (source: unknown) =>
  Source.safeParse(source).error?.issues.map(({ path }) => path.join('.'))

test('a source needs no more than who speaks, where, in which language', () => {
  expect(Source.parse(ministry)).toEqual({
    ...ministry,
    tags: [],
    schedule: { minInterval: '10m', maxInterval: '6h' },
    recheck: false,
    allowPrivateNetwork: false,
  })
})

test('one bound of the schedule alone is completed by the default of the other', () => {
  expect(Source.parse({ ...ministry, schedule: { minInterval: '5m' } }).schedule).toEqual({
    minInterval: '5m',
    maxInterval: '6h',
  })
})

test('a schedule whose shortest interval exceeds its longest is refused', () => {
  expect(faultPaths({ ...ministry, schedule: { minInterval: '7h' } })).toEqual(['schedule'])
  expect(faultPaths({ ...ministry, schedule: { minInterval: '6h', maxInterval: '6h' } })).toBeUndefined()
})

test('a malformed duration is a fault of its own and never a crash of the comparison', () => {
  expect(faultPaths({ ...ministry, schedule: { minInterval: '5x', maxInterval: '1h' } })).toEqual([
    'schedule.minInterval',
  ])
})

test('selectors belong to pages only, also when the entry has other faults', () => {
  const list = { item: 'li', link: 'a', title: 'strong' }
  expect(faultPaths({ ...ministry, kind: 'page', list })).toBeUndefined()
  expect(faultPaths({ ...ministry, list, language: 'english' })).toEqual(['language', 'list'])
})

test('paths belong to JSON APIs only, and are dotted', () => {
  const paths = { item: 'data.items', link: 'url', title: 'title.rendered' }
  expect(faultPaths({ ...ministry, kind: 'json', paths })).toBeUndefined()
  expect(faultPaths({ ...ministry, kind: 'json', paths: { ...paths, item: '$' } })).toBeUndefined()
  expect(faultPaths({ ...ministry, kind: 'sitemap', paths })).toEqual(['paths'])
  expect(faultPaths({ ...ministry, kind: 'json', paths: { ...paths, item: 'a..b' } })).toEqual(['paths.item'])
})

test('a misspelt setting is a fault, at the top and within', () => {
  expect(faultPaths({ ...ministry, tag: [] })).toEqual([''])
  expect(faultPaths({ ...ministry, publisher: { ...ministry.publisher, contry: 'AM' } })).toEqual([
    'publisher',
  ])
})

describe('each setting takes only what it can mean', () => {
  test.each([
    ['id', '#totals'],
    ['id', 'Ministry'],
    ['id', 'a--b'],
    ['id', '-a'],
    ['id', `a${'b'.repeat(64)}`],
    ['name', ' '],
    ['kind', 'rss'],
    ['url', 'ftp://ministry.example/'],
    ['url', 'ministry.example'],
    ['url', 'https://'],
    ['url', 'https://user:secret@ministry.example/'],
    ['url', 'file:///etc/passwd'],
    ['url', 'sample:feed.xml'],
    ['url', 'sample://host/feed.xml'],
    ['language', 'english'],
    ['language', 'EN'],
    ['language', 'en_GB'],
    ['tags', 'energy'],
    ['tags', ['']],
    ['allowPrivateNetwork', 'yes'],
    ['recheck', 'daily'],
    ['article', { body: '.text' }],
  ])('%s refuses %j', (setting, value) => {
    expect(faultPaths({ ...ministry, [setting]: value })?.[0]?.split('.')[0]).toBe(setting)
  })

  test.each([
    ['id', '24-kg'],
    ['id', 'a'.repeat(64)],
    ['url', 'sample:/rss.xml'],
    ['url', 'http://ministry.example/list?date>=2015-01-01'],
    ['language', 'zh-Hant'],
    ['language', 'pt-BR'],
    ['language', 'es-419'],
    ['rights', { licence: 'CC-BY-4.0', attribution: 'Ministry' }],
    ['article', { text: '.news-text' }],
    ['article', { title: 'h1', date: 'time', dateFormat: 'dd.MM.yyyy', author: '.by', remove: '.share' }],
  ])('%s takes %j', (setting, value) => {
    expect(faultPaths({ ...ministry, [setting]: value })).toBeUndefined()
  })

  test.each(['UK', 'am', 'ARM', ''])('the country %j is no ISO 3166 code', country => {
    expect(faultPaths({ ...ministry, publisher: { ...ministry.publisher, country } })).toEqual([
      'publisher.country',
    ])
  })

  test.each(['GB', 'EU', 'UN'])('the country %s is taken', country => {
    expect(faultPaths({ ...ministry, publisher: { ...ministry.publisher, country } })).toBeUndefined()
  })
})
