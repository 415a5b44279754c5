/** How many clusters a posting names. What more of them share is a publisher's boilerplate and finds nothing. */
export const MAX_POSTED = 6

/** Sketches a cluster keeps: its first article's, and those of copies that look very different. */
export const MAX_SKETCHES = 4

/** What is kept of an article to recognise copies of it, in under 1 KiB. */
export type Sketch = {
  articleId: string
  source: string
  isIssuer?: boolean | undefined
  /** Days since 1970, as the publisher dates the article. */
  day?: number | undefined
  /** Hashes of the words of the title. */
  title: Uint32Array
  /** The smallest shingle hashes of the core text, ascending, without those known to be boilerplate. */
  shingles: Uint32Array
  /** Up to which hash the sample goes: the whole range for a text with fewer shingles than a sketch holds. */
  upTo: number
  /** A sample of the numbers in the text. */
  figures: Uint32Array
  /** The numbers in the title. */
  titleFigures: Uint32Array
}

/** One release wherever it appeared. The id is that of the article that opened the cluster and never changes. */
export type Cluster = {
  clusterId: string
  sketches: readonly Sketch[]
  /** The cluster that this one turned out to be: both were opened at the same moment. */
  into?: string | undefined
}

export type Claim = { kind: 'claimed' } | { kind: 'owned'; by: string }
export type Claimed = { articleId: string; clusterId?: string | undefined }
/** A posting to make, and the clusters that were seen there: the one that fills it makes it last. */
export type PostingKey = { key: string; named: readonly string[] }

/** Where texts and releases meet. Every write is a condition on one row, or on two; repeating one changes nothing. */
export type HashStore = {
  /** The article that a text belongs to first, and that article's cluster. */
  holder: (hash: string) => Promise<Claimed | undefined>
  /**
   * Claims the hash for the article, or says whose it is; claiming twice for one article is one claim. Made
   * only after the row of the article that claims.
   */
  claim: (hash: string, articleId: string, clusterId?: string) => Promise<Claim>
  /**
   * The clusters named under each key, up to 100 distinct ones; keys that name none are left out. May lag a
   * moment behind.
   */
  postings: (keys: readonly string[]) => Promise<Map<string, readonly string[]>>
  /**
   * Names the cluster under each key that has room, and tells what stands there afterwards, in the order in
   * which it came. The first key is done before the others begin: it decides who came first.
   */
  post: (clusterId: string, keys: readonly PostingKey[]) => Promise<Map<string, readonly string[]>>
  /** The clusters with these ids as they are at this moment, in no order; unknown ones are left out. */
  clusters: (clusterIds: readonly string[]) => Promise<Cluster[]>
  /** Opens a cluster with its first sketch; one that is open stays as it is. */
  openCluster: (clusterId: string, first: Sketch) => Promise<void>
  /** Adds a sketch unless the cluster has one of that article, or four. */
  addSketch: (clusterId: string, sketch: Sketch) => Promise<void>
  /** Makes the cluster a part of another, unless either is part of a third: of two that try at once, one does. */
  link: (clusterId: string, into: string) => Promise<'linked' | 'refused'>
}
