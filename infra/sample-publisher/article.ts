/** What one of the sample publisher's houses has written. Paragraphs are HTML, so that broken markup can be data too. */
export type SampleArticle = {
  /** Where its page is: an absolute path with the house's own pattern. */
  path: string
  title: string
  /** Plain text, one or two sentences: what a feed shows. */
  summary: string
  paragraphs: string[]
  /** ISO 8601 with the offset of Varnholm, +01:00. */
  publishedAt: string
  language: string
  section: string
  author?: string
  /** How many photos beyond the first the page promises. */
  morePhotos?: number
  /** Set once the house has changed what it said before. */
  updatedAt?: string
  /** What the house will say instead after it has noticed its mistake. */
  correction?: { summary: string; paragraphs: string[] }
}

/** The article as its house shows it: corrected if it has a correction and the houses have revised their pages. */
export function asShown(article: SampleArticle, revisedAt: string | undefined): SampleArticle {
  if (article.correction === undefined || revisedAt === undefined) return article
  return { ...article, ...article.correction, updatedAt: revisedAt }
}

/** ISO 8601 time of the last change to an article. */
export function changedAt({ publishedAt, updatedAt }: SampleArticle): string {
  return updatedAt ?? publishedAt
}
