import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../shared/text/extract.ts'

const STORY =
  '<p>The council met and agreed, after a long debate, that the bridge will be rebuilt by spring.</p>'.repeat(
    4,
  )
const authorsOf = (html: string) =>
  extractArticle(`<h1>The bridge will be rebuilt</h1>${html}${STORY}`, {
    url: 'https://www.harbour-post.example/a/1',
  }).authors

describe('the authors of an article', () => {
  it.each([
    ['By Ann Lee and Bo Tan | 3 May 2026', ['Ann Lee', 'Bo Tan']],
    ['Published August 7, 2023 by Nicole Burke', ['Nicole Burke']],
    ['Von Karla Busch, 3. Mai 2026', ['Karla Busch']],
    ['Par Luc Favre le 12 mai 2026 à 14h05', ['Luc Favre']],
    ['Por Eva Ruiz · Madrid', ['Eva Ruiz']],
    ['by Ann Lee, PhD', ['Ann Lee']],
    ['By Paramita (Guha) Ghosh', ['Paramita Ghosh']],
    ['Reviewed by Ann Lee', []],
    ['Photo by Ann Lee', []],
    ['By Harbour Post Staff', []],
    ['By the Marketing Team', []],
    ['By Harbour & Sons Ltd', []],
    ['Von Hamburg nach Bremen', []],
    ['Created by hand in 2019', []],
  ])('are read in a line beside the headline: "%s"', (line, authors) => {
    expect(authorsOf(`<p>${line}</p>`)).toEqual(authors)
  })

  it.each([
    [
      'without the office that is glued to the name',
      '<div class="author-name">By <b>Ann Lee</b><span>Founder of Bridges</span></div>',
      ['Ann Lee'],
    ],
    [
      'all that a byline names in elements of their own',
      '<div class="byline">By <a>Ann Lee</a>, <a>Bo Tan</a> and <a>Cy Roe</a></div>',
      ['Ann Lee', 'Bo Tan', 'Cy Roe'],
    ],
    [
      'all that a journal cites',
      '<meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Bo Tan">',
      ['Ann Lee', 'Bo Tan'],
    ],
    [
      'in a widget of Elementor',
      '<div class="elementor-widget"><i class="author">Ann Lee</i></div>',
      ['Ann Lee'],
    ],
    ['never the site by its host', '<span class="author">Harbour-Post</span>', []],
    ['never an institution by its initials', '<span class="author">CDC</span>', []],
    ['not of other articles', '<div class="related"><span class="author">Bo Tan</span></div>', []],
  ])('are marked, %s', (_, html, authors) => expect(authorsOf(html)).toEqual(authors))
})
