import * as z from 'zod/mini'
import { PlanRequest, type PollMessage } from '../../shared/messages.ts'
import { type Clock, isoTime } from '../../shared/runtime/clock.ts'
import type { Logger } from '../../shared/runtime/logger.ts'
import { isDue } from '../../shared/schedule/due.ts'
import type { Source } from '../../shared/source.ts'
import type { Queue } from '../../shared/store/queue.ts'
import type { Sources } from '../../shared/store/sources.ts'
import { type DueLooksDeps, sendDueLooks } from './due-looks.ts'
import { loadCatalogue } from './load-catalogue.ts'

export type PlanDeps = DueLooksDeps & {
  catalogue: readonly Source[]
  sources: Pick<Sources, 'schedules' | 'put' | 'remove' | 'planMemory' | 'savePlanMemory'>
  polls: Queue<PollMessage>
  clock: Clock
  logger: Logger
}

/** As many as one poll can fetch at once within its deadline. */
const MAX_SOURCES_A_MESSAGE = 50
const SLOT_MS = 60_000

function inMessages(
  { slot, onRequest }: Pick<PollMessage, 'slot' | 'onRequest'>,
  sourceIds: readonly string[],
): PollMessage[] {
  const count = Math.ceil(sourceIds.length / MAX_SOURCES_A_MESSAGE)
  return Array.from({ length: count }, (_, index) => ({
    slot,
    ...(onRequest && { onRequest }),
    sourceIds: sourceIds.slice(index * MAX_SOURCES_A_MESSAGE, (index + 1) * MAX_SOURCES_A_MESSAGE),
  }))
}

/**
 * Every minute: the sources whose turn has come since the last planned slot go to the polls queue, and the articles
 * whose page is to be looked at again to the entries queue. The slot is remembered after the polls are queued, so
 * that a crash repeats a plan and never skips one.
 */
export function makeHandler(deps: PlanDeps) {
  return async (event: unknown): Promise<void> => {
    const request = z.parse(PlanRequest, event)
    const slotMs = Math.floor(Date.parse(request.scheduledAt) / SLOT_MS) * SLOT_MS
    const slot = isoTime(slotMs)

    const memory = await loadCatalogue(deps.catalogue, await deps.sources.planMemory(), deps.sources)
    const sinceMs = memory.slot === undefined ? slotMs - SLOT_MS : Date.parse(memory.slot)
    const schedules = await deps.sources.schedules()
    const due = schedules.filter(schedule => request.everySource || isDue(schedule, sinceMs, slotMs))
    const sourceIds = due.map(schedule => schedule.sourceId)

    await deps.polls.sendAll(inMessages({ slot, onRequest: request.everySource }, sourceIds))
    if (slotMs > sinceMs) await deps.sources.savePlanMemory({ ...memory, version: memory.version + 1, slot })
    const looks = await sendDueLooks(slot, deps)
    deps.logger.progress({ progress: 'planned', slot, sources: sourceIds.length, looks })
  }
}
