import { EntryMessage } from '../../shared/messages.ts'
import { queueWorker, settleAll, thenAll, thenInTurn } from '../../shared/runtime/batch.ts'
import type { Logger } from '../../shared/runtime/logger.ts'
import { type ArchiveDeps, archiveBatch } from './archive-batch.ts'
import { composeDraft } from './compose-draft.ts'
import { type FetchPageDeps, fetchPage } from './fetch-page.ts'
import { type OpenEntryDeps, openEntry } from './open-entry.ts'
import { type RecordDeps, recordDraft } from './record-draft.ts'

export type IngestDeps = OpenEntryDeps & FetchPageDeps & ArchiveDeps & RecordDeps & { logger: Logger }

/** Left for archiving and recording after the last page has come or was given up. */
const MARGIN_MS = 30_000

/**
 * Turns entries into records. The order of effects is what makes a crash harmless: archive, then the row, then
 * the hashes that point to it; the table's stream announces what was committed.
 */
export function makeHandler(deps: IngestDeps) {
  return queueWorker(EntryMessage, deps.logger, async (delivered, deadline) => {
    const signal = AbortSignal.timeout(Math.max(deadline.remainingMs() - MARGIN_MS, 1_000))
    const opened = await settleAll(delivered, entry => openEntry(entry, deps))
    const fetched = await thenAll(opened, entry => fetchPage(entry, deps, signal))
    const drafted = await thenAll(fetched, entry => composeDraft(entry, deps.clock.nowMs()))
    const archived = await archiveBatch(drafted, deps)
    return await thenInTurn(archived, async draft => deps.logger.progress(await recordDraft(draft, deps)))
  })
}
