import { announcementOf } from '../../functions/publish/announcements.ts'
import { sourceAnnouncementsOf } from '../../functions/publish/source-announcements.ts'
import type { Article } from '../../shared/article.ts'
import type { Announcement } from '../../shared/events.ts'
import { anArticle, aRevisionOf, aSource } from '../support/samples.ts'

const origin = { sourceUrn: 'urn:communique:prod', archiveBucket: 'communique-archive' }

const first = anArticle({
  dateline: 'OSTERVIK, 21 November',
  attribution: 'Ostervik Harbour Office',
  rights: { licence: 'CC BY 4.0' },
  tags: ['ferries'],
})
const partial = anArticle({ ...first, completeness: 'partial' })
const updated = aRevisionOf(first, {
  headline: 'Island ferry sails again from Tuesday',
  change: { kind: 'material', fields: ['headline', 'text'] },
  modifiedAt: '2026-11-21T09:00:30Z',
})
const copy = anArticle({
  articleId: 'b7r2mzq4ykw6dxh3vtn5cgsefpjaluoi',
  sourceId: 'coast-courier',
  publisher: { name: 'Coast Courier', country: 'NO', kind: 'news' },
  duplicateOf: first.articleId,
})

/** One event of every kind, as it is announced: about a harbour office that there is not. */
export function sampleEvents(): Announcement[] {
  const revision = (article: Article, watches: string[] = []) =>
    announcementOf({ kind: 'revision', article }, origin, { watches })
  const { id: sourceId, name, url, publisher } = aSource()
  const about = { at: '2026-11-21T10:00:00.000Z', name, url, publisher }
  return [
    revision(first, ['ferries']),
    revision(aRevisionOf(partial, { revisionReason: 'completed', completeness: 'full' })),
    revision(updated, ['ferries']),
    revision(aRevisionOf(updated, { revisionReason: 'withdrawn' })),
    revision(aRevisionOf(updated, { revision: 4, revisionReason: 'restored' })),
    announcementOf({ kind: 'duplicate-linked', article: copy }, origin),
    ...sourceAnnouncementsOf(
      {
        sourceId,
        version: 17,
        happenings: [
          { kind: 'health-changed', ...about, from: 'healthy', to: 'failing', reason: 'timeout: no answer' },
          { kind: 'gap-detected', ...about, entries: 20, lastNewAt: '2026-11-18T16:00:00.000Z' },
          { kind: 'silent', ...about, lastNewAt: '2026-11-01T16:00:00.000Z', meanGapMs: 86_400_000 },
          {
            kind: 'recipe-changed',
            ...about,
            from: 'matching',
            to: 'broken',
            selectors: { text: '.notice-text' },
          },
        ],
      },
      origin,
    ),
  ]
}
