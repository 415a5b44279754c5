import { html } from 'hono/html'
import type { Article } from '../../../shared/article.ts'
import type { Markup } from './layout.ts'
import { languageTag, timeWords } from './words.ts'

/** What a reader must know before trusting a text: badges, each with its meaning on hovering. */
export function badges(article: Article): Markup[] {
  const badge = (kind: string, word: string, meaning: string) =>
    html`<span class="badge ${kind}" title="${meaning}">${word}</span>`
  return [
    ...(article.revisionReason === 'withdrawn'
      ? [badge('withdrawn', 'withdrawn', 'The publisher took it back')]
      : []),
    ...(article.completeness === 'partial'
      ? [badge('partial', 'partial', 'From the feed alone: its page could not be read yet')]
      : []),
    ...(article.revision > 1 && article.revisionReason !== 'completed'
      ? [badge('revised', 'revised', `Revision ${article.revision}`)]
      : []),
    ...(article.duplicateOf === undefined
      ? []
      : [badge('copy', 'copy', 'The same text was recorded before, from elsewhere')]),
  ]
}

/** Attributes for a publisher's words: their direction by their letters, and their language where it is known. */
export function inTheirWords({ language }: Pick<Article, 'language'>): Markup {
  const tag = languageTag(language)
  return tag === undefined ? html`dir="auto"` : html`dir="auto" lang="${tag}"`
}

export function headline({ headline }: Pick<Article, 'headline'>): string {
  return headline.trim() === '' ? '(without a headline)' : headline
}

/** A time of ours or the publisher's, readable by people and machines. */
export function time(iso: string): Markup {
  return html`<time datetime="${iso}">${timeWords(iso)}</time>`
}
