import * as z from 'zod/mini'
import type { Article, RevisionReason } from '../../shared/article.ts'
import {
  type Announcement,
  ARTICLE_EVENT_TYPES,
  type ArticleDetailType,
  ArticleEventData,
} from '../../shared/events.ts'

/** What happened to a row: a revision was committed, or it was learnt whose copy the article is. */
export type CommittedChange =
  | { kind: 'revision'; article: Article }
  | { kind: 'duplicate-linked'; article: Article }

/** Where the events come from (a URN of this deployment) and where its archive lies. */
export type Origin = { sourceUrn: string; archiveBucket: string }

/** Why and for whom it is announced, beside the change itself. */
export type Occasion = {
  /** Of the replay or backfill that tells again what was announced before. */
  replayName?: string | undefined
  /** The names of the saved searches that the article answers. */
  watches?: readonly string[]
}

const DETAIL_TYPES: Record<RevisionReason, ArticleDetailType> = {
  created: 'Article Published',
  completed: 'Article Completed',
  content: 'Article Updated',
  metadata: 'Article Updated',
  reprocessed: 'Article Updated',
  withdrawn: 'Article Withdrawn',
  restored: 'Article Restored',
}

/** The CloudEvents `type` without its namespace and version: `article.published` → `published`. */
function shortType(detailType: ArticleDetailType): string {
  return ARTICLE_EVENT_TYPES[detailType].split('.').at(-2) ?? detailType
}

/**
 * The announcement of a committed change. The same change always gives the same event, to the letter: its id
 * is `articleId#revision#type` and its time that of the commit, so a consumer can drop what it has seen. A replay
 * tells it again under the same id, marked with its name.
 */
export function announcementOf(
  change: CommittedChange,
  origin: Origin,
  { replayName, watches = [] }: Occasion = {},
): Announcement {
  const { article } = change
  const detailType =
    change.kind === 'revision' ? DETAIL_TYPES[article.revisionReason] : 'Article Duplicate Linked'
  const { articleId, revision, publisher, hashes } = article
  const { country, kind } = publisher
  return {
    detailType,
    event: {
      specversion: '1.0',
      id: `${articleId}#${revision}#${shortType(detailType)}`,
      source: origin.sourceUrn,
      type: ARTICLE_EVENT_TYPES[detailType],
      subject: articleId,
      time: article.changedAt,
      datacontenttype: 'application/json',
      dataref: `s3://${origin.archiveBucket}/${article.textKey}`,
      sequence: String(revision),
      partitionkey: article.sourceId,
      ...(replayName !== undefined && { replayname: replayName }),
      data: z.parse(ArticleEventData, {
        ...article,
        country,
        kind,
        textSha256: hashes.text,
        ...(watches.length > 0 && { watches }),
      }),
    },
  }
}
