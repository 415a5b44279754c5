import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl, isHomeKey, preferredAddress, urlKey } from '../../../shared/dedup/url.ts'

describe('the address that is kept', () => {
  it.each([
    ['https://gov.example/news/1?utm_source=rss&utm_medium=feed', 'https://gov.example/news/1'],
    ['https://gov.example/news?id=7&fbclid=abc#top', 'https://gov.example/news?id=7'],
    ['HTTPS://GOV.example:443/News/One', 'https://gov.example/News/One'],
    ['https://reader:secret@gov.example/a', 'https://gov.example/a'],
    ['https://gov.example/app#!/news/1', 'https://gov.example/app#!/news/1'],
    ['https://gov.example/a?q=a%20b+c&fbclid=1&x=%C3%A9', 'https://gov.example/a?q=a%20b+c&x=%C3%A9'],
    [
      'https://www.google.com/url?sa=t&url=https%3A%2F%2Fgov.example%2Fnews%2F1%3Futm_source%3Dx',
      'https://gov.example/news/1',
    ],
    [
      'https://web.archive.org/web/2026/https://gov.example/1',
      'https://web.archive.org/web/2026/https://gov.example/1',
    ],
    ['http://https://gov.example/news/1', 'https://gov.example/news/1'],
    ['not an address', 'not an address'],
    ['mailto:press@gov.example', 'mailto:press@gov.example'],
  ])('of %s is %s', (url, kept) => {
    expect(canonicalUrl(url)).toBe(kept)
  })

  it('is that of itself, and has its key', () => {
    const part = fc.stringMatching(/^[a-z0-9%=&?;:#!._-]{0,12}$/)
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), part, (url, tail) => {
        const kept = canonicalUrl(url + tail)
        expect(canonicalUrl(kept)).toBe(kept)
        expect(urlKey(kept)).toBe(urlKey(url + tail))
      }),
    )
  })
})

const bridge = 'https://gov.example/news/2026/lower-quay-bridge-opens'

describe('the key of an address', () => {
  it.each([
    'http://www.gov.example/news/2026/lower-quay-bridge-opens/',
    'https://gov.example.:443//news/2026//lower-quay-bridge-opens?',
    'https://m.gov.example/news/2026/lower-quay-bridge-opens?m=1',
    'https://amp.gov.example/news/2026/lower-quay-bridge-opens',
    'https://gov.example/amp/news/2026/lower-quay-bridge-opens',
    'https://gov.example/news/2026/lower-quay-bridge-opens/amp/?amp=1',
    'https://gov.example/news/2026/lower-quay-bridge-opens.amp',
    'https://gov.example/news/2026/lower-quay-bridge-opens/print',
    'https://gov.example/news/2026/lower-quay-bridge-opens/index.html',
    'https://gov.example/news/2026/%6Cower-quay-bridge-opens;jsessionid=AB12?utm_campaign=x',
    'https://gov.example/news/2026/lower-quay-bridge-opens?PHPSESSID=1f2e&ref=rss&page=1&share=twitter',
    'https://gov.example/news/2026/lower-quay-bridge-opens?a;&amp;utm_source=x'.replace('a;', ''),
    'https://gov.example/news/2026/lower-quay-bridge-opens#comments',
    'https://gov-example.cdn.ampproject.org/c/s/gov.example/news/2026/lower-quay-bridge-opens',
    'https://www.google.com/amp/s/gov.example/news/2026/lower-quay-bridge-opens',
    'https://web.archive.org/web/20261121id_/http://gov.example:80/news/2026/lower-quay-bridge-opens',
    'https://archive.ph/20261121/https://gov.example/news/2026/lower-quay-bridge-opens',
    'https://gov-example.translate.goog/news/2026/lower-quay-bridge-opens?_x_tr_sl=en',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fgov.example%2Fnews%2F2026%2Flower-quay-bridge-opens&h=AT0',
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fgov.example%2Fnews%2F2026%2Flower-quay-bridge-opens&data=05',
    'https://urldefense.com/v3/__https://gov.example/news/2026/lower-quay-bridge-opens__;!!Ab$',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__gov.example_news_2026_lower-2Dquay-2Dbridge-2Dopens&d=x',
    '//gov.example/news/2026/lower-quay-bridge-opens',
    'http//gov.example/news/2026/lower-quay-bridge-opens',
    'http;//gov.example/news/2026/lower-quay-bridge-opens',
    'hhttps://gov.example/news/2026/lower-quay-bridge-opens',
    ' <https://gov.example/news/2026/lower-quay-bridge-opens>\n',
    'https%3A%2F%2Fgov.example%2Fnews%2F2026%2Flower-quay-bridge-opens',
  ])('is one for the article and %s', url => {
    expect(urlKey(url)).toBe(urlKey(bridge))
  })

  it.each([
    'at_xt=1',
    'ftag=rss',
    'gaa_at=eafs',
    'sfnsn=mo',
    'action_object_map=x',
    'cm_mmc=mail-1',
    'int_source=home',
    'hss_channel=tw-7',
    'sfmc_sub=99',
    'dm_i=4X',
    'ml_subscriber_hash=ab',
    'wprov=sfla1',
    'linkId=1234567',
    's=20',
    'ct=t(RSS_EMAIL)',
    'sa=X&ved=2ah&usg=AOv',
    '?utm_source=x',
  ])('is one for the article and its address with %s', tracking => {
    expect(urlKey(`${bridge}?${tracking}`)).toBe(urlKey(bridge))
  })

  it.each([
    'https://urldefense.us/v3/__ADDRESS__;!!Ab$',
    'https://urldefense.proofpoint.com/v1/url?u=CODED&k=1',
    'https://secure-web.cisco.com/1AbC/CODED',
    'https://links-1.govdelivery.test/CL0/CODED/1/0100-7',
    'https://r.search.yahoo.com/_ylt=A;_ylu=B/RV=2/RE=1/RO=10/RU=CODED/RK=0/RS=x',
    'https://href.li/?ADDRESS',
    'https://away.vk.com/away.php?to=CODED',
    'https://l.threads.net/?u=CODED',
    'https://twitter.com/i/redirect?url=CODED',
    'https://www.pinterest.com/offsite/?url=CODED',
    'https://t.me/iv?url=CODED&rhash=1',
    'https://www.google.com/imgres?imgurl=x&imgrefurl=CODED',
    'https://translate.googleusercontent.com/translate_c?u=CODED',
    'https://web.archive.org/web/ADDRESS',
    'https://web.archive.org/web/2026*/ADDRESS',
    'https://web.archive.org/save/ADDRESS',
    'https://archive.ph/ADDRESS',
    'https://archive.today/2026.11.21-101010/ADDRESS',
    'https://archive.ph/?run=1&url=CODED',
    'https://ghostarchive.org/archive/ADDRESS',
  ])('is one for the article and %s, which leads to it', leading => {
    const address = leading.replace('ADDRESS', bridge).replace('CODED', encodeURIComponent(bridge))
    expect(urlKey(address)).toBe(urlKey(bridge))
  })

  it.each([
    `${bridge}&utm_source=rss`,
    `${bridge}&`,
    `${bridge}%20`,
    `${bridge}.`,
    `(${bridge})`,
    `view-source:${bridge}`,
    bridge.replace('https', 'hxxps'),
    `${bridge}.print`,
    `${bridge}/printview`,
    bridge.replace('gov', '3g.gov'),
  ])('is one for the article and its address spelt %s', spelling => {
    expect(urlKey(spelling)).toBe(urlKey(bridge))
  })

  it.each([
    ['https://gov.example/news?b=2&a=1', 'https://gov.example/news?a=1&b=2'],
    ['https://gov.example/news?a=1&a=1', 'https://gov.example/news?a=1'],
    ['https://münchen.example/a', 'https://xn--mnchen-3ya.example/a'],
    ['https://gov.example/cafe\u0301', 'https://gov.example/caf%c3%a9'],
    ['https://en.m.wikipedia.org/wiki/Quay', 'https://en.wikipedia.org/wiki/Quay'],
    ['https://gov.example/app#!/news/1', 'https://gov.example/app?_escaped_fragment_=/news/1'],
    ['https://youtu.be/aB3dE6gH9jK', 'https://www.youtube.com/watch?v=aB3dE6gH9jK&t=12'],
    [
      'https://www.businesswire.com/news/home/20261120005001/en/Ferry-Sails',
      'https://www.businesswire.com/news/home/20261120005001/en',
    ],
    ['www.gov.uk/news/1', 'https://gov.uk/news/1'],
    ['gov.uk/news/1', 'https://gov.uk/news/1'],
  ])('is one for %s and %s', (one, other) => {
    expect(urlKey(one)).toBe(urlKey(other))
    expect(urlKey(one)).toBeDefined()
  })

  it.each([
    ['https://gov.example/news?id=1', 'https://gov.example/news?id=2'],
    ['https://gov.example/News/A', 'https://gov.example/News/a'],
    ['https://gov.example:8080/news/1', 'https://gov.example:9090/news/1'],
    ['https://gov.example/article.pl?sid=26/11/21/1', 'https://gov.example/article.pl?sid=26/11/21/2'],
    ['https://gov.example/story?cid=1', 'https://gov.example/story?cid=2'],
    ['https://gov.example/a-long-slug?ref=20261121', 'https://gov.example/a-long-slug?ref=20261122'],
    ['https://gov.example/news?page=2', 'https://gov.example/news?page=3'],
    ['https://gov.example/app#/news/1', 'https://gov.example/app#/news/2'],
    ['https://news.gov.example/a', 'https://gov.example/a'],
    ['https://gov.example/amplify', 'https://gov.example/lify'],
    ['https://gov.example/a%2Fb', 'https://gov.example/a/b'],
    ['https://gov.example/a?lang=en', 'https://gov.example/a?lang=hy'],
    ['https://m.com/a', 'https://n.com/a'],
    ['https://gov.example/view?s=a', 'https://gov.example/view?s=b'],
    ['https://gov.example/wiki/Quay_(river)', 'https://gov.example/wiki/Quay_(river'],
    ['https://archive.ph/abcde', 'https://archive.ph/fghij'],
    [
      'https://web.archive.org/web/2026/https://gov.example/1',
      'https://web.archive.org/web/2026/https://gov.example/2',
    ],
    [
      'https://www.businesswire.com/news/home/20261120005001/en/Ferry',
      'https://www.businesswire.com/news/home/20261120005001/fr/Ferry',
    ],
  ])('keeps %s and %s apart', (one, other) => {
    expect(urlKey(one)).not.toBe(urlKey(other))
  })

  it.each([
    'mailto:press@gov.example',
    'javascript:void(0)',
    'tel:+37410000000',
    'data:text/html,news',
    'ftp://gov.example/a',
    'file:///news/1.html',
    '/news/1',
    'news.html',
    '#top',
    'http://',
    'http://intranet/news/1',
    'https://news..example/1',
    'https://.example/1',
    'Cabinet meeting',
    '',
  ])('is absent for %j, which is no web address', url => {
    expect(urlKey(url)).toBeUndefined()
  })

  it('of a home page names no article', () => {
    for (const home of [
      'https://www.gov.example',
      'http://gov.example/index.html',
      'https://gov.example/?utm_source=x',
    ]) {
      expect(isHomeKey(urlKey(home) ?? '')).toBe(true)
    }
    expect(isHomeKey(urlKey('https://gov.example/?p=101') ?? '')).toBe(false)
    expect(isHomeKey(urlKey(bridge) ?? '')).toBe(false)
  })

  it('takes no longer than its address is long', () => {
    for (const noise of ['/', '.', '%', '&a', '-', '//http:', 'http://', '&amp;', '/amp', '"']) {
      const started = performance.now()
      urlKey(`https://gov.example/${noise.repeat(40_000)}`)
      urlKey(noise.repeat(40_000))
      expect(performance.now() - started).toBeLessThan(1_500)
    }
  })
})

describe('the address that a page states of itself', () => {
  it.each([
    [
      'https://gov.uk.example/news/1?ref=7',
      'https://www.gov.uk.example/news/one',
      'https://www.gov.uk.example/news/one',
    ],
    ['https://gov.example/news/1', 'https://wire.test/news/1', 'https://gov.example/news/1'],
    ['https://gov.example/news/1', 'https://gov.example/', 'https://gov.example/news/1'],
    ['https://gov.example/news/1', '', 'https://gov.example/news/1'],
    ['https://gov.example/news/1', undefined, 'https://gov.example/news/1'],
  ])('of %s, when it states %s, is %s', (own, stated, kept) => {
    expect(preferredAddress(own, stated)).toBe(kept)
  })
})
