import { describe, expect, it } from 'vitest'
import { announcementOf } from '../../../functions/publish/announcements.ts'
import { anArticle, aRevisionOf } from '../../support/samples.ts'

const origin = { sourceUrn: 'urn:communique:test', archiveBucket: 'archive' }
const published = { kind: 'revision' as const, article: anArticle() }

describe('the announcement of a committed change', () => {
  it('tells in a replay the same event again, marked with the replay’s name and nothing else', () => {
    const first = announcementOf(published, origin)
    const again = announcementOf(published, origin, { replayName: 'after-the-outage' })
    expect(again).toEqual({ ...first, event: { ...first.event, replayname: 'after-the-outage' } })
    expect(first.event).not.toHaveProperty('replayname')
  })

  it('says what an update changed, and what the page says of itself', () => {
    const article = aRevisionOf(anArticle(), {
      change: { kind: 'material', fields: ['text'] },
      replaces: 'the-article-before',
      dateline: 'OSTERVIK, 21 November',
      attribution: 'Coast News Agency',
      seenIn: ['ostervik-harbour', 'coast-news'],
    })
    expect(announcementOf({ kind: 'revision', article }, origin).event.data).toMatchObject({
      change: { kind: 'material', fields: ['text'] },
      replaces: 'the-article-before',
      dateline: 'OSTERVIK, 21 November',
      attribution: 'Coast News Agency',
      seenIn: ['ostervik-harbour', 'coast-news'],
    })
  })

  it('names the watches that the article answers, and is silent when there are none', () => {
    expect(announcementOf(published, origin, { watches: ['ferries'] }).event.data.watches).toEqual([
      'ferries',
    ])
    expect(announcementOf(published, origin, { watches: [] }).event.data).not.toHaveProperty('watches')
  })
})
