import { type EntryMessage, IngestMessage, type RecheckMessage } from '../../shared/messages.ts'
import {
  type Delivered,
  queueWorker,
  settleAll,
  thenAll,
  thenInTurn,
  type WorkerDeps,
} from '../../shared/runtime/batch.ts'
import { type ArchiveDeps, archiveBatch } from './archive-batch.ts'
import { composeDraft } from './compose-draft.ts'
import { type FetchPageDeps, fetchPage } from './fetch-page.ts'
import { type OpenEntryDeps, openEntry } from './open-entry.ts'
import { type ReadPagesDeps, readPages } from './read-pages.ts'
import { lookAgain, type RecheckDeps } from './recheck.ts'
import { type RecordDeps, recordDraft } from './record-draft.ts'

export type IngestDeps = OpenEntryDeps &
  FetchPageDeps &
  ReadPagesDeps &
  ArchiveDeps &
  RecordDeps &
  RecheckDeps &
  WorkerDeps

/** Left for archiving and recording after the last page has come or was given up. */
const MARGIN_MS = 30_000

/**
 * Turns entries into records, and looks again at the pages of records. The order of effects is what makes a crash
 * harmless: archive, then the row, then what points to it; the table's stream announces what was committed.
 */
export function makeHandler(deps: IngestDeps) {
  return queueWorker(IngestMessage, deps, async (delivered, deadline) => {
    const signal = AbortSignal.timeout(Math.max(deadline.remainingMs() - MARGIN_MS, 1_000))
    const { entries, turns } = apart(delivered)
    const [recorded, looked] = await Promise.all([
      recordAll(entries, signal),
      settleAll(turns, async turn => deps.logger.progress(await lookAgain(turn, deps, signal))),
    ])
    return [...recorded, ...looked]
  })

  async function recordAll(delivered: readonly Delivered<EntryMessage>[], signal: AbortSignal) {
    const opened = await settleAll(delivered, entry => openEntry(entry, deps))
    const fetched = await thenAll(opened, entry => fetchPage(entry, deps, signal))
    const read = await readPages(fetched, deps)
    const drafted = await thenAll(read, entry => composeDraft(entry, deps.clock.nowMs()))
    const archived = await archiveBatch(drafted, deps)
    return await thenInTurn(archived, async draft => deps.logger.progress(await recordDraft(draft, deps)))
  }
}

function apart(delivered: readonly Delivered<IngestMessage>[]) {
  const entries: Delivered<EntryMessage>[] = []
  const turns: Delivered<RecheckMessage>[] = []
  for (const { message, ...how } of delivered) {
    if ('kind' in message) turns.push({ message, ...how })
    else entries.push({ message, ...how })
  }
  return { entries, turns }
}
