import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../shared/text/extract.ts'

const P =
  '<p>The council met on Monday and agreed, after a long debate, that the bridge will be rebuilt by spring.</p>'
const read = (inside: string, around = { above: '', below: '', head: '' }) => {
  const { above = '', below = '', head = '' } = around
  const html = `<!doctype html><title>Bridge to be rebuilt</title>${head}<body><nav><a href=/>Home</a></nav>${above}<article><h1>Bridge to be rebuilt by spring</h1>${P}${inside}${P.repeat(4)}</article>${below}`
  return extractArticle(html, { url: 'https://a.example/news/1' })
}
const images = (inside: string) => read(inside).images
const attachments = (inside: string) => read(inside).attachments

describe('the images of an article', () => {
  it.each([
    [
      'a figure',
      '<figure><img src="/b.jpg"><figcaption>The bridge in May <span>Photo: A. Petri</span></figcaption></figure>',
      'The bridge in May Photo: A. Petri',
    ],
    [
      'a captioned box',
      '<div class="wp-caption alignleft"><img src="/b.jpg" alt="b"><p class="wp-caption-text">The bridge in May</p></div>',
      'The bridge in May',
    ],
    [
      'a line behind it',
      '<p><img src="/b.jpg"></p><p class="image-caption">The bridge in May</p>',
      'The bridge in May',
    ],
    ['its own name', '<img src="/b.jpg" alt="The bridge in May">', 'The bridge in May'],
    ['nothing but a file’s name', '<img src="/b.jpg" alt="IMG_2231.jpg">', undefined],
  ])('have the caption of %s', (_, html, caption) => {
    expect(images(html)).toEqual([{ url: 'https://a.example/b.jpg', ...(caption && { caption }) }])
  })

  it.each([
    ['data-src', '<img src="data:image/gif;base64,R0l" data-src="/b.jpg">'],
    ['data-lazy-src beside a placeholder', '<img src="/img/blank.gif" data-lazy-src="/b.jpg">'],
    [
      'the widest of a set',
      '<img src="/img/placeholder.png" srcset="/b-300.jpg 300w, /b.jpg 1200w, /b-600.jpg 600w">',
    ],
    ['a late set', '<img data-srcset="/b-300.jpg 300w, /b.jpg 1200w">'],
    [
      'a source beside it',
      '<picture><source srcset="/b.jpg 2x, /b-1.jpg 1x"><img src="data:image/gif;base64,R0l"></picture>',
    ],
    ['the picture it links to', '<a href="/b.jpg"><img src="/b-300x200.jpg"></a>'],
  ])('are found by %s', (_, html) => {
    expect(images(html)).toEqual([{ url: 'https://a.example/b.jpg' }])
  })

  it.each([
    ['a small one', '<img src="/b.jpg" width="48" height="48">'],
    ['a pixel', '<img src="https://count.example/p?id=1" style="width:1px; height:1px">'],
    ['an icon', '<img src="/icons/calendar.png">'],
    ['a logo', '<img src="/assets/site-logo.svg">'],
    ['an avatar', '<img class="avatar" src="/anna.jpg">'],
    [
      'the author’s face',
      '<div class="author-box"><img src="/anna.jpg"><p>Anna Petri writes about bridges.</p></div>',
    ],
    ['a share button', '<ul class="share"><li><img src="/fb.png"></li></ul>'],
    ['another story’s', '<aside><img src="/other.jpg"><p>Another story</p></aside>'],
    ['what is no address', '<img src="javascript:void(0)"><img src="">'],
  ])('are not %s', (_, html) => {
    expect(images(html)).toEqual([])
  })

  it('are not mistaken for what decorates a page by a part of their name', () => {
    const names = ['silicon-valley.jpg', 'shareholders-meeting.jpg', 'sparrow.jpg', 'catalogo.jpg']
    expect(images(names.map(name => `<img src="/${name}">`).join('')).map(({ url }) => url)).toEqual(
      names.map(name => `https://a.example/${name}`),
    )
  })

  it('are led by the one above the headline', () => {
    const html = `<article><figure><img src="/lead.jpg"><figcaption>The bridge</figcaption></figure><h1>Bridge to be rebuilt by spring</h1><p class=date>3 May 2026</p><p class=byline>By Anna Petri</p>${P.repeat(5)}</article>`
    expect(extractArticle(html, { url: 'https://a.example/news/1' }).images).toEqual([
      { url: 'https://a.example/lead.jpg', caption: 'The bridge' },
    ])
  })

  it('are the one that the page is shared with where it shows none, unless that is the site’s mark', () => {
    const shared = (url: string) =>
      read('', { above: '', below: '', head: `<meta property="og:image" content="${url}">` }).images
    expect(shared('/media/bridge.jpg')).toEqual([{ url: 'https://a.example/media/bridge.jpg' }])
    expect(shared('/media/og-logo.png')).toEqual([])
    expect(shared('/media/default-share.png')).toEqual([])
  })
})

describe('the files of an article', () => {
  it.each([
    [
      'its link',
      '<p>Read <a href="/plan.pdf#page=2">the plan of the council</a> in full, it has forty pages.</p>',
      'the plan of the council',
    ],
    [
      'the line it stands in',
      '<ul><li>Plan of the council <a href="/plan.pdf">PDF</a></li></ul>',
      'Plan of the council PDF',
    ],
    [
      'the title of its link',
      '<p><a href="/plan.pdf" title="Plan of the council">Download</a></p>',
      'Plan of the council',
    ],
    ['nothing', '<p><a href="/plan.pdf"><img src="/icons/pdf.png"></a></p>', undefined],
  ])('are called by %s', (_, html, title) => {
    expect(attachments(html)).toEqual([{ url: 'https://a.example/plan.pdf', ...(title && { title }) }])
  })

  it.each([
    ['a type', '<a href="/get/17" type="application/pdf">Plan of the council</a>'],
    ['a query', '<a href="/get?file=plan.docx&lang=en">Plan of the council</a>'],
    ['what the link says', '<a href="/get/17">Plan of the council (PDF, 1.2 MB)</a>'],
    ['a download', '<a href="/get/17" download>Plan of the council</a>'],
  ])('are known by %s', (_, link) => {
    expect(attachments(`<p>${link}</p>`)).toHaveLength(1)
  })

  it('are found in a box of downloads beside the text, and not in a menu or a footer', () => {
    const box = '<aside><div class="downloads"><h3>Downloads</h3><a href="/plan.pdf">Plan</a></div></aside>'
    const footer = '<footer><a href="/terms.pdf">Terms of use</a></footer>'
    const related = '<aside><a href="/other.pdf">Another plan</a></aside>'
    const found = read('', { above: '', below: `${related}${box}${footer}`, head: '' }).attachments
    expect(found).toEqual([{ url: 'https://a.example/plan.pdf', title: 'Plan' }])
  })

  it('are no pages, scripts or addresses of mail', () => {
    expect(
      attachments(
        '<p><a href="/plan.html">Plan</a> <a href="mailto:a@b.example">PDF</a> <a href="#pdf">PDF</a></p>',
      ),
    ).toEqual([])
  })
})

it('media are found by the selectors of a source as well', () => {
  const html = `<div class="text">${P}<img src="b.jpg">${P}<p><a href="plan.pdf">The plan</a></p></div>`
  expect(
    extractArticle(html, { url: 'https://a.example/news/1', selectors: { text: '.text' } }),
  ).toMatchObject({
    images: [{ url: 'https://a.example/news/b.jpg' }],
    attachments: [{ url: 'https://a.example/news/plan.pdf', title: 'The plan' }],
  })
})
