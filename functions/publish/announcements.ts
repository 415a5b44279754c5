import * as z from 'zod/mini'
import type { Article, RevisionReason } from '../../shared/article.ts'
import { withinSize } from '../../shared/event-size.ts'
import {
  ARTICLE_EVENT_TYPES,
  type ArticleAnnouncement,
  type ArticleDetailType,
  ArticleEventData,
} from '../../shared/events.ts'
import { foldedWords } from '../../shared/watches/fold.ts'

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

/** For rules, which match case by case and letter by letter: enough for a headline and its summary. */
const SEARCH_CHARS = 1_000

function searchTextOf({ headline, summary = '' }: Article): string {
  const words = foldedWords(`${headline}\n${summary}`)
  return words.slice(0, words.lastIndexOf(' ', SEARCH_CHARS) + 1)
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
): ArticleAnnouncement {
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
      data: withinSize(
        z.parse(ArticleEventData, {
          ...article,
          country,
          kind,
          textSha256: hashes.text,
          searchText: searchTextOf(article),
          ...(watches.length > 0 && { watches }),
        }),
      ),
    },
  }
}
