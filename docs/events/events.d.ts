// Written by npm run events from shared/events.ts: the events as a subscriber reads them.
// A later event may have more fields and more words in its enumerations, never fewer.

/** What EventBridge hands to a target. */
export type Delivered<DetailType extends string, Event> = {
  version: '0'
  id: string
  'detail-type': DetailType
  source: 'communique'
  account: string
  time: string
  region: string
  resources: string[]
  'replay-name'?: string
  detail: Event
}

export type DeliveredEvent =
  | Delivered<'Article Published', ArticlePublished>
  | Delivered<'Article Completed', ArticleCompleted>
  | Delivered<'Article Updated', ArticleUpdated>
  | Delivered<'Article Withdrawn', ArticleWithdrawn>
  | Delivered<'Article Restored', ArticleRestored>
  | Delivered<'Article Duplicate Linked', ArticleDuplicateLinked>
  | Delivered<'Source Health Changed', SourceHealthChanged>
  | Delivered<'Source Gap Detected', SourceGapDetected>
  | Delivered<'Source Silent', SourceSilent>
  | Delivered<'Source Recipe Changed', SourceRecipeChanged>

export type CommuniqueEvent =
  | ArticlePublished
  | ArticleCompleted
  | ArticleUpdated
  | ArticleWithdrawn
  | ArticleRestored
  | ArticleDuplicateLinked
  | SourceHealthChanged
  | SourceGapDetected
  | SourceSilent
  | SourceRecipeChanged

export type ArticlePublished = {
  specversion: '1.0'
  id: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  sequence: string
  partitionkey: string
  replayname?: string
  type: 'communique.article.published.v1'
  dataref: string
  data: {
    articleId: string
    revision: number
    revisionReason: 'created' | 'content' | 'metadata' | 'completed' | 'withdrawn' | 'restored' | 'reprocessed'
    change?: {
      kind: 'cosmetic' | 'minor' | 'material' | 'replaced'
      fields: Array<string>
    }
    replaces?: string
    completeness: 'full' | 'partial'
    sourceId: string
    url?: string
    canonicalUrl?: string
    headline: string
    summary?: string
    excerpt: string
    textKey: string
    wordCount: number
    authors: Array<string>
    publisher: {
      name: string
      country: string
      kind: string
    }
    language?: string
    publishedAt?: string
    publishedPrecision?: 'second' | 'minute' | 'date'
    publishedBasis?: 'feed' | 'list' | 'page'
    modifiedAt?: string
    dateline?: string
    attribution?: string
    firstSeenAt: string
    changedAt: string
    categories: Array<string>
    tags: Array<string>
    rights?: Record<string, string>
    duplicateOf?: string
    country: string
    kind: string
    textSha256: string
    seenIn?: Array<string>
    watches?: Array<string>
    searchText?: string
    shortened?: Array<string>
  }
}

export type ArticleCompleted = {
  specversion: '1.0'
  id: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  sequence: string
  partitionkey: string
  replayname?: string
  type: 'communique.article.completed.v1'
  dataref: string
  data: {
    articleId: string
    revision: number
    revisionReason: 'created' | 'content' | 'metadata' | 'completed' | 'withdrawn' | 'restored' | 'reprocessed'
    change?: {
      kind: 'cosmetic' | 'minor' | 'material' | 'replaced'
      fields: Array<string>
    }
    replaces?: string
    completeness: 'full' | 'partial'
    sourceId: string
    url?: string
    canonicalUrl?: string
    headline: string
    summary?: string
    excerpt: string
    textKey: string
    wordCount: number
    authors: Array<string>
    publisher: {
      name: string
      country: string
      kind: string
    }
    language?: string
    publishedAt?: string
    publishedPrecision?: 'second' | 'minute' | 'date'
    publishedBasis?: 'feed' | 'list' | 'page'
    modifiedAt?: string
    dateline?: string
    attribution?: string
    firstSeenAt: string
    changedAt: string
    categories: Array<string>
    tags: Array<string>
    rights?: Record<string, string>
    duplicateOf?: string
    country: string
    kind: string
    textSha256: string
    seenIn?: Array<string>
    watches?: Array<string>
    searchText?: string
    shortened?: Array<string>
  }
}

export type ArticleUpdated = {
  specversion: '1.0'
  id: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  sequence: string
  partitionkey: string
  replayname?: string
  type: 'communique.article.updated.v1'
  dataref: string
  data: {
    articleId: string
    revision: number
    revisionReason: 'created' | 'content' | 'metadata' | 'completed' | 'withdrawn' | 'restored' | 'reprocessed'
    change?: {
      kind: 'cosmetic' | 'minor' | 'material' | 'replaced'
      fields: Array<string>
    }
    replaces?: string
    completeness: 'full' | 'partial'
    sourceId: string
    url?: string
    canonicalUrl?: string
    headline: string
    summary?: string
    excerpt: string
    textKey: string
    wordCount: number
    authors: Array<string>
    publisher: {
      name: string
      country: string
      kind: string
    }
    language?: string
    publishedAt?: string
    publishedPrecision?: 'second' | 'minute' | 'date'
    publishedBasis?: 'feed' | 'list' | 'page'
    modifiedAt?: string
    dateline?: string
    attribution?: string
    firstSeenAt: string
    changedAt: string
    categories: Array<string>
    tags: Array<string>
    rights?: Record<string, string>
    duplicateOf?: string
    country: string
    kind: string
    textSha256: string
    seenIn?: Array<string>
    watches?: Array<string>
    searchText?: string
    shortened?: Array<string>
  }
}

export type ArticleWithdrawn = {
  specversion: '1.0'
  id: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  sequence: string
  partitionkey: string
  replayname?: string
  type: 'communique.article.withdrawn.v1'
  dataref: string
  data: {
    articleId: string
    revision: number
    revisionReason: 'created' | 'content' | 'metadata' | 'completed' | 'withdrawn' | 'restored' | 'reprocessed'
    change?: {
      kind: 'cosmetic' | 'minor' | 'material' | 'replaced'
      fields: Array<string>
    }
    replaces?: string
    completeness: 'full' | 'partial'
    sourceId: string
    url?: string
    canonicalUrl?: string
    headline: string
    summary?: string
    excerpt: string
    textKey: string
    wordCount: number
    authors: Array<string>
    publisher: {
      name: string
      country: string
      kind: string
    }
    language?: string
    publishedAt?: string
    publishedPrecision?: 'second' | 'minute' | 'date'
    publishedBasis?: 'feed' | 'list' | 'page'
    modifiedAt?: string
    dateline?: string
    attribution?: string
    firstSeenAt: string
    changedAt: string
    categories: Array<string>
    tags: Array<string>
    rights?: Record<string, string>
    duplicateOf?: string
    country: string
    kind: string
    textSha256: string
    seenIn?: Array<string>
    watches?: Array<string>
    searchText?: string
    shortened?: Array<string>
  }
}

export type ArticleRestored = {
  specversion: '1.0'
  id: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  sequence: string
  partitionkey: string
  replayname?: string
  type: 'communique.article.restored.v1'
  dataref: string
  data: {
    articleId: string
    revision: number
    revisionReason: 'created' | 'content' | 'metadata' | 'completed' | 'withdrawn' | 'restored' | 'reprocessed'
    change?: {
      kind: 'cosmetic' | 'minor' | 'material' | 'replaced'
      fields: Array<string>
    }
    replaces?: string
    completeness: 'full' | 'partial'
    sourceId: string
    url?: string
    canonicalUrl?: string
    headline: string
    summary?: string
    excerpt: string
    textKey: string
    wordCount: number
    authors: Array<string>
    publisher: {
      name: string
      country: string
      kind: string
    }
    language?: string
    publishedAt?: string
    publishedPrecision?: 'second' | 'minute' | 'date'
    publishedBasis?: 'feed' | 'list' | 'page'
    modifiedAt?: string
    dateline?: string
    attribution?: string
    firstSeenAt: string
    changedAt: string
    categories: Array<string>
    tags: Array<string>
    rights?: Record<string, string>
    duplicateOf?: string
    country: string
    kind: string
    textSha256: string
    seenIn?: Array<string>
    watches?: Array<string>
    searchText?: string
    shortened?: Array<string>
  }
}

export type ArticleDuplicateLinked = {
  specversion: '1.0'
  id: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  sequence: string
  partitionkey: string
  replayname?: string
  type: 'communique.article.duplicate-linked.v1'
  dataref: string
  data: {
    articleId: string
    revision: number
    revisionReason: 'created' | 'content' | 'metadata' | 'completed' | 'withdrawn' | 'restored' | 'reprocessed'
    change?: {
      kind: 'cosmetic' | 'minor' | 'material' | 'replaced'
      fields: Array<string>
    }
    replaces?: string
    completeness: 'full' | 'partial'
    sourceId: string
    url?: string
    canonicalUrl?: string
    headline: string
    summary?: string
    excerpt: string
    textKey: string
    wordCount: number
    authors: Array<string>
    publisher: {
      name: string
      country: string
      kind: string
    }
    language?: string
    publishedAt?: string
    publishedPrecision?: 'second' | 'minute' | 'date'
    publishedBasis?: 'feed' | 'list' | 'page'
    modifiedAt?: string
    dateline?: string
    attribution?: string
    firstSeenAt: string
    changedAt: string
    categories: Array<string>
    tags: Array<string>
    rights?: Record<string, string>
    duplicateOf?: string
    country: string
    kind: string
    textSha256: string
    seenIn?: Array<string>
    watches?: Array<string>
    searchText?: string
    shortened?: Array<string>
  }
}

export type SourceHealthChanged = {
  specversion: '1.0'
  id: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  sequence: string
  partitionkey: string
  replayname?: string
  type: 'communique.source.health-changed.v1'
  data: {
    name: string
    url: string
    publisher: {
      name: string
      country: string
      kind: string
    }
    from?: 'healthy' | 'failing' | 'gone'
    to: 'healthy' | 'failing' | 'gone'
    reason?: string
    sourceId: string
    country: string
    kind: string
  }
}

export type SourceGapDetected = {
  specversion: '1.0'
  id: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  sequence: string
  partitionkey: string
  replayname?: string
  type: 'communique.source.gap-detected.v1'
  data: {
    name: string
    url: string
    publisher: {
      name: string
      country: string
      kind: string
    }
    entries: number
    lastNewAt?: string
    sourceId: string
    country: string
    kind: string
  }
}

export type SourceSilent = {
  specversion: '1.0'
  id: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  sequence: string
  partitionkey: string
  replayname?: string
  type: 'communique.source.silent.v1'
  data: {
    name: string
    url: string
    publisher: {
      name: string
      country: string
      kind: string
    }
    lastNewAt: string
    meanGapMs: number
    sourceId: string
    country: string
    kind: string
  }
}

export type SourceRecipeChanged = {
  specversion: '1.0'
  id: string
  source: string
  subject: string
  time: string
  datacontenttype: 'application/json'
  sequence: string
  partitionkey: string
  replayname?: string
  type: 'communique.source.recipe-changed.v1'
  data: {
    name: string
    url: string
    publisher: {
      name: string
      country: string
      kind: string
    }
    from?: 'matching' | 'broken'
    to: 'matching' | 'broken'
    selectors?: Record<string, string>
    sourceId: string
    country: string
    kind: string
  }
}
