import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../shared/text/extract.ts'

const titleOf = (html: string, url = 'https://www.harbour-post.example/a/1') =>
  extractArticle(html, { url }).title

describe('the title of an article', () => {
  it.each([
    [
      'loses the name of the site at its end',
      '<h1>Ferry sails again – Harbour Post</h1>',
      'Ferry sails again',
    ],
    [
      'loses the host of the site where no name is stated',
      '<title>FERRY | harbour-post.example</title>',
      'FERRY',
    ],
    [
      'loses a section behind a bar',
      '<title>Ferry sails again</title><h1>Ferry sails again | Opinion</h1>',
      'Ferry sails again',
    ],
    [
      'keeps its second half behind a bar',
      '<h1>Ferry sails again from June | The whole timetable of the summer at a glance</h1>',
      'Ferry sails again from June | The whole timetable of the summer at a glance',
    ],
    [
      'loses a kicker that the page does not name it by',
      '<meta property="og:title" content="Ferry sails again from June"><h1>Press release: Ferry sails again from June</h1>',
      'Ferry sails again from June',
    ],
    [
      'keeps words before a colon that are its own',
      '<meta property="og:title" content="Ferries: what changes in June"><h1>Ferries: what changes in June</h1>',
      'Ferries: what changes in June',
    ],
    [
      'is a short heading with which the document’s title begins',
      '<title>Ferries | Department for Ports and Rivers</title><h1>Ferries</h1>',
      'Ferries',
    ],
    [
      'is no paragraph in large type',
      `<meta property="og:title" content="Ferry sails again"><h1>${'Learn what the new timetable means for those who cross the river. '.repeat(3)}</h1>`,
      'Ferry sails again',
    ],
  ])('%s', (_, html, title) => expect(titleOf(html)).toBe(title))
})
