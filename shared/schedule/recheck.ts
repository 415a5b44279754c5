import { createHash } from 'node:crypto'
import type { Article } from '../article.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * Ages of a revision at which its page is looked at again. Edits thin out with age: where their rate falls as one
 * over the age, looks in a geometric row find about as much each.
 */
const AGES_MS = [15 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS, 30 * DAY_MS]
/** What was edited is edited again, so the ages count from the latest revision; a page that never rests ends here. */
const LONGEST_MS = 90 * DAY_MS
/** Of an age: a hundred articles that were seen in one minute are not looked at again in one minute. */
const SPREAD = 0.25

/** A changed or returned page is news that can be confirmed soon; an outage of half an hour is no withdrawal. */
export const CONFIRM_SHOWN_MS = 10 * MINUTE_MS
export const CONFIRM_GONE_MS = HOUR_MS

/** Between 0 and 1, always the same of one article. */
function lotOf(articleId: string): number {
  return createHash('sha256').update(articleId).digest().readUInt32BE(0) / 2 ** 32
}

/**
 * When the page of an article is looked at next after `afterMs`, in milliseconds; undefined when it is left alone
 * from then on. The times hang on the latest revision alone: whoever plans the next look, however often, names the
 * same time. Turns that were missed collapse into one.
 */
export function nextLookMs(
  { articleId, firstSeenAt, changedAt }: Pick<Article, 'articleId' | 'firstSeenAt' | 'changedAt'>,
  afterMs: number,
): number | undefined {
  const stretch = 1 + SPREAD * lotOf(articleId)
  const turns = AGES_MS.map(ageMs => Math.round(Date.parse(changedAt) + ageMs * stretch))
  const nextMs = turns.find(turnMs => turnMs > afterMs)
  return nextMs !== undefined && nextMs - Date.parse(firstSeenAt) <= LONGEST_MS ? nextMs : undefined
}

/**
 * What a look made of a page, by the sign under which a second look agrees with it. `settled`: it is as the record
 * has it. `unclear`: the answer tells nothing of the article, such as a server's error.
 */
export type Sight = { kind: 'settled' } | { kind: 'unclear' } | { kind: 'news'; sign: string }

/** What follows: `record` what two looks in a row saw, `confirm` soon what one saw, or `wait` for the next turn. */
export type Consequence =
  | { kind: 'record' }
  | { kind: 'confirm'; sign: string }
  | { kind: 'wait'; sign?: string | undefined }

/**
 * Decides by what this look and the one before saw that was not on record. Looks that never agree (a counter in the
 * text) are confirmed once and then wait for their turns, so that they cost no more than others.
 */
export function weigh(sight: Sight, signBefore: string | undefined): Consequence {
  if (sight.kind === 'settled') return { kind: 'wait' }
  if (sight.kind === 'unclear') return { kind: 'wait', sign: signBefore }
  if (sight.sign === signBefore) return { kind: 'record' }
  return { kind: signBefore === undefined ? 'confirm' : 'wait', sign: sight.sign }
}
