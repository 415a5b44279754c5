import type { Progress } from '../../shared/progress.ts'
import type { Source } from '../../shared/source.ts'

export type SourceSummary = {
  id: string
  name: string
  kind: Source['kind']
  /** How the source's poll ended; `unknown` when nothing was heard of it. */
  state: string
  reason?: string
  entries: number
  created: number
}

/**
 * What one run did. Every entry seen is one of created, revised, duplicate or rejected; `created` counts copies
 * too, whose records name their original.
 */
export type RunSummary = {
  sources: SourceSummary[]
  polled: number
  entries: number
  created: number
  revised: number
  duplicates: number
  rejected: number
  events: number
}

export type Tally = {
  count: (progress: Progress) => void
  countEvent: () => void
  summary: () => RunSummary
}

/** Counts the progress of one run into its summary. */
export function openTally(sources: readonly Pick<Source, 'id' | 'name' | 'kind'>[]): Tally {
  const rows = new Map(
    sources.map(({ id, name, kind }): [string, SourceSummary] => [
      id,
      { id, name, kind, state: 'unknown', entries: 0, created: 0 },
    ]),
  )
  const totals = { polled: 0, entries: 0, created: 0, revised: 0, duplicates: 0, rejected: 0, events: 0 }

  function countPoll(progress: Extract<Progress, { progress: 'polled' }>): void {
    totals.polled += 1
    totals.entries += progress.entries
    totals.duplicates += progress.entries - progress.queued
    const row = rows.get(progress.sourceId)
    if (row === undefined) return
    row.entries += progress.entries
    // Somebody else's poll of the source was faster: its outcome is the one that counts.
    if (progress.outcome === 'superseded' && row.state !== 'unknown') return
    row.state = progress.outcome
    if (progress.reason === undefined) delete row.reason
    else row.reason = progress.reason
  }

  function countArticle(progress: Extract<Progress, { progress: 'ingested' }>): void {
    const { outcome, sourceId } = progress
    if (outcome === 'duplicate') totals.duplicates += 1
    else totals[outcome] += 1
    if (outcome !== 'created') return
    const row = rows.get(sourceId)
    if (row !== undefined) row.created += 1
  }

  return {
    count: progress => {
      if (progress.progress === 'polled') countPoll(progress)
      else if (progress.progress === 'ingested') countArticle(progress)
    },
    countEvent: () => {
      totals.events += 1
    },
    summary: () => ({ sources: [...rows.values()], ...totals }),
  }
}

/** The sources of which nothing was heard. */
export function sourcesWithoutState({ sources }: RunSummary): string[] {
  return sources.filter(({ state }) => state === 'unknown').map(({ id }) => id)
}

/** The summary for people: the sources that gave something or failed, then the totals. */
export function summaryText(summary: RunSummary): string {
  const rows = summary.sources.map(({ id, state, reason, entries, created }) => {
    const detail = reason ?? `${entries} entries, ${created} new`
    return `  ${id.padEnd(32)}  ${state.padEnd(12)}  ${detail}`
  })
  const { polled, entries, created, revised, duplicates, rejected, events } = summary
  const totals = `${polled} sources polled, ${entries} entries seen: ${created} created, ${revised} revised, ${duplicates} duplicates, ${rejected} rejected, ${events} events`
  return [...rows, totals].join('\n')
}
