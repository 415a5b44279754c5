import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  readSourcesFile,
  readSourcesPath,
  sourcesForAws,
  sourcesForThisMachine,
} from '../../infra/sources-file.ts'

const one = `sources:
  - id: one
    name: One
    kind: page
    url: https://one.example/news/
    publisher: { name: Ministry, country: AM, kind: government }
    language: en
    list: { item: 'ul.list > li', link: a, title: strong, date: .date, dateFormat: dd.MM.yyyy }
`

const read = (text: string) => readSourcesFile(text, 'sources.yaml')

function faultsOf(text: string): string[] {
  const file = read(text)
  return file.kind === 'faulty' ? file.faults : []
}

function sourcesOf(text: string) {
  const file = read(text)
  if (file.kind === 'faulty') throw new Error(file.faults.join('\n'))
  return file.sources
}

describe('a sources file', () => {
  test('that is right gives its sources with the defaults filled in', () => {
    expect(sourcesOf(one)).toMatchObject([{ id: 'one', tags: [], allowPrivateNetwork: false }])
  })

  test('may be empty of sources, which can then be added while it runs', () => {
    expect(sourcesOf('sources: []')).toEqual([])
  })

  test('may hold watches: saved searches over everything that is announced', () => {
    const file = read(
      `${one}watches:\n  - id: ferries\n    any: [ferry, 'island crossing']\n    none: [tender]\n`,
    )
    expect(file).toMatchObject({
      watches: [{ id: 'ferries', any: ['ferry', 'island crossing'], none: ['tender'] }],
    })
    expect(read(one)).toMatchObject({ watches: [] })
  })

  test('whose watches are wrong says where and what is allowed', () => {
    expect(
      faultsOf(`sources: []
watches:
  - id: Ferries
    any: [ferry]
  - id: trams
    none: [tender]
  - id: trams
    any: []
    al: [tram]
  - id: marks
    all: ['!?', 'f*y']
`),
    ).toEqual([
      'sources.yaml:3: watches[0].id: must be lower-case letters, digits and single hyphens, such as am-primeminister-en (found "Ferries")',
      'sources.yaml:5: watches[1]: must have any or all: the words to look for',
      'sources.yaml:7: watches[2].id: must be unique (watches[1] is "trams" too)',
      'sources.yaml:8: watches[2].any: must name at least one word (found a list)',
      'sources.yaml:9: watches[2].al: is unknown; allowed: id, any, all, none',
      'sources.yaml:11: watches[3].all[0]: must hold a letter or a digit (found "!?")',
      'sources.yaml:11: watches[3].all[1]: may have a * only at the end of a word (found "f*y")',
    ])
  })

  test('may share settings by anchor and alias', () => {
    const shared = one
      .replace('language: en', 'language: en\n    schedule: &calm { minInterval: 1h, maxInterval: 1d }')
      .concat(
        one
          .replace('sources:\n', '')
          .replaceAll('one', 'two')
          .replace('language: en', 'language: en\n    schedule: *calm'),
      )
    expect(sourcesOf(shared).map(({ schedule }) => schedule.minInterval)).toEqual(['1h', '1h'])
  })

  test('may write dates with times, whose colon would be no selector', () => {
    expect(sourcesOf(one.replace('dd.MM.yyyy', "'dd.MM.yyyy HH:mm'"))).toMatchObject([
      { list: { dateFormat: 'dd.MM.yyyy HH:mm' } },
    ])
  })

  test('keeps NO and no as text, as YAML 1.2 says', () => {
    expect(sourcesOf(one.replace('AM', 'NO').replace('language: en', 'language: no'))).toMatchObject([
      { publisher: { country: 'NO' }, language: 'no' },
    ])
  })
})

describe('a fault is one line with file, line, path, what is allowed and what was found', () => {
  test('a misspelt choice', () => {
    expect(faultsOf(one.replace('government', 'goverment'))).toEqual([
      'sources.yaml:6: sources[0].publisher.kind: must be one of government, news, organisation (found "goverment")',
    ])
  })

  test('all faults of all entries are told at once, in the order of the file', () => {
    const faults = faultsOf(`${one}
  - id: one
    nam: One
    kind: feed
    url: example.org
    publisher:
      name: Ministry
      kind: news
      country: UK
    language: 7
    tags: x
    list: { item: 'li[', link: a, title: b }
  - 5
`)
    expect(faults.map(fault => fault.split(' (')[0])).toEqual([
      'sources.yaml:10: sources[1].name: is missing: must be text',
      'sources.yaml:10: sources[1].id: must be unique',
      'sources.yaml:11: sources[1].nam: is unknown; allowed: id, name, kind, url, publisher, language, tags, rights, schedule, list, paths, article, recheck, allowPrivateNetwork',
      'sources.yaml:13: sources[1].url: must be an http or https address without user name or password, or sample:/path',
      'sources.yaml:17: sources[1].publisher.country: must be two capital letters of ISO 3166 such as AM or GB',
      'sources.yaml:18: sources[1].language: must be text',
      'sources.yaml:19: sources[1].tags: must be a list',
      'sources.yaml:20: sources[1].list: is only for kind: page',
      'sources.yaml:20: sources[1].list.item: must be a CSS selector',
      'sources.yaml:21: sources[2]: must be a map of settings',
    ])
  })

  test('a selector of an article must be of the kinds that its reader understands', () => {
    const article = (selector: string) => faultsOf(`${one}    article: { text: '${selector}' }\n`)
    expect(article('.news > p:first-child')).toEqual([])
    expect(article('.news p:not(.share)')).toEqual([
      expect.stringContaining(
        'sources[0].article.text: must be of tags, classes, ids, attributes, :first-child, :last-child, spaces, > and commas (found ".news p:not(.share)")',
      ),
    ])
  })

  test('a missing setting points at the line of the nearest thing around it', () => {
    const [fault] = faultsOf(
      one.replace(/ {4}publisher.*\n/, '    publisher:\n      name: Ministry\n      country: AM\n'),
    )
    expect(fault).toBe(
      'sources.yaml:6: sources[0].publisher.kind: is missing: must be one of government, news, organisation',
    )
  })

  test('a fault behind an alias points at the anchor, where it is to be mended', () => {
    const behind = one.replace(/publisher: .*/, 'publisher: *ministry')
    expect(faultsOf(`x: &ministry\n  name: M\n  country: AM\n  kind: firm\n${behind}`)).toContain(
      'sources.yaml:4: sources[0].publisher.kind: must be one of government, news, organisation (found "firm")',
    )
  })

  test('a long value is shown by its beginning', () => {
    const [fault = ''] = faultsOf(one.replace('https://one.example/news/', 'x'.repeat(5000)))
    expect(fault.length).toBeLessThan(220)
  })

  test('a setting whose name holds a line break does not break the line', () => {
    expect(faultsOf(`${one}    "a\\nb": 1\n`)).toEqual([
      expect.stringMatching(/^sources\.yaml:9: sources\[0\]\["a\\nb"\]: is unknown; allowed: id/),
    ])
  })

  test('a repeated key is told beside the other faults', () => {
    expect(faultsOf(`${one}    kind: rss\n`)).toEqual([
      'sources.yaml:4: sources[0].kind: must be one of feed, page, sitemap, json (found "rss")',
      'sources.yaml:9: Map keys must be unique',
    ])
  })
})

describe('what is no sources file at all gets a fault of one line', () => {
  test.each([
    ['empty', '', 'sources.yaml:1: must be a map that begins with sources: (found nothing)'],
    [
      'only comments',
      '# nothing\n',
      'sources.yaml:1: must be a map that begins with sources: (found nothing)',
    ],
    ['a list', '- id: one\n', 'sources.yaml:1: must be a map that begins with sources: (found a list)'],
    ['a map of sources', 'sources: { one: x }', 'sources.yaml:1: sources: must be a list (found a map)'],
    [
      'control characters',
      '\u0000\u0001',
      'sources.yaml:1: must be a map that begins with sources: (found "\\u0000\\u0001")',
    ],
    [
      'two documents',
      'sources: []\n---\nsources: []\n',
      'sources.yaml:2: Source contains multiple documents',
    ],
    ['an alias of nothing', 'sources: *all', 'sources.yaml:1: *all stands for nothing: no &all before it'],
    [
      'a list that contains itself',
      'sources: &s [*s]',
      'sources.yaml:1: sources[0]: must be a map of settings (found a list)',
    ],
    ['a custom tag', 'sources: !include others.yaml', 'sources.yaml:1: Unresolved tag: !include'],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining(fault)])
  })

  test('broken YAML names the line', () => {
    expect(faultsOf(one.replace('link: a', 'link: [a'))[0]).toMatch(/^sources\.yaml:8: /)
  })

  test('a file that unfolds into billions of items is refused before it does', () => {
    const levels = 'bcdefghij'.split('').map((name, level) => {
      const before = 'abcdefghi'.charAt(level)
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`
    })
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...levels, 'sources: *j'].join('\n')
    expect(faultsOf(bomb)).toEqual([
      'sources.yaml:1: holds more aliases (*name) than a sources file can need',
    ])
  })
})

describe('a path', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sources-file-'))
  })
  afterAll(() => rm(directory, { recursive: true }))

  test('to a good file gives its sources, a byte order mark or not', async () => {
    const path = join(directory, 'good.yaml')
    await writeFile(path, `\uFEFF${one}`)
    expect(await readSourcesPath(path)).toMatchObject({ kind: 'sources', sources: [{ id: 'one' }] })
  })

  test('that leads nowhere, to a directory or to bytes that are no text is one fault', async () => {
    const bytes = join(directory, 'bytes.yaml')
    await writeFile(bytes, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe))
    expect(await readSourcesPath(join(directory, 'none.yaml'))).toEqual({
      kind: 'faulty',
      faults: [`${join(directory, 'none.yaml')}: there is no such file`],
    })
    expect(await readSourcesPath(directory)).toEqual({
      kind: 'faulty',
      faults: [`${directory}: is a directory, not a file`],
    })
    expect(await readSourcesPath(bytes)).toEqual({ kind: 'faulty', faults: [`${bytes}: is not UTF-8 text`] })
  })
})

describe('the two grounds', () => {
  const sample = one.replace('https://one.example/news/', 'sample:/rss.xml').replaceAll('one', 'sample')

  test('AWS is given no sample publisher', () => {
    const sources = [...sourcesOf(one), ...sourcesOf(sample)]
    expect(sourcesForAws(sources)).toMatchObject({ kind: 'sources', sources: [{ id: 'one' }] })
  })

  test('AWS refuses each source that asks for private addresses, sample or not', () => {
    const inside = `    allowPrivateNetwork: true\n`
    const sources = [...sourcesOf(one + inside), ...sourcesOf(sample + inside)]
    expect(sourcesForAws(sources)).toEqual({
      kind: 'faulty',
      faults: [
        expect.stringMatching(/^source one: allowPrivateNetwork: must be false/),
        expect.stringMatching(/^source sample: allowPrivateNetwork: must be false/),
      ],
    })
  })

  test('on this machine the sample publisher is reached on loopback, and nothing else is let in', () => {
    const sources = [...sourcesOf(one), ...sourcesOf(sample)]
    expect(sourcesForThisMachine(sources, 'http://127.0.0.1:4242')).toMatchObject([
      { url: 'https://one.example/news/', allowPrivateNetwork: false },
      { url: 'http://127.0.0.1:4242/rss.xml', allowPrivateNetwork: true },
    ])
  })
})

test('the sources file of the repository is right', async () => {
  const file = await readSourcesPath(new URL('../../sources.yaml', import.meta.url).pathname)
  expect(file).toMatchObject({ kind: 'sources' })
  const sources = file.kind === 'sources' ? file.sources : []
  const real = sources.filter(({ url }) => !url.startsWith('sample:'))
  expect(sources.map(({ url }) => url).filter(url => url.startsWith('sample:'))).toHaveLength(3)
  expect(new Set(sources.map(({ url }) => url)).size).toBe(sources.length)
  expect(real.length).toBeGreaterThanOrEqual(45)
  expect(new Set(real.map(({ language }) => language)).size).toBeGreaterThanOrEqual(10)
  expect(new Set(real.map(({ kind }) => kind))).toEqual(new Set(['feed', 'page']))
  expect(sourcesForAws(sources)).toMatchObject({ kind: 'sources', sources: real.map(({ id }) => ({ id })) })
})
