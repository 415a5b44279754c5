import type { RecheckMessage } from '../../shared/messages.ts'
import type { Queue } from '../../shared/store/queue.ts'
import type { Rechecks } from '../../shared/store/rechecks.ts'

export type DueLooksDeps = {
  rechecks: Pick<Rechecks, 'due' | 'remove'>
  looks: Queue<RecheckMessage>
}

/** Read in one query of some 300 KB. */
const MAX_READ = 1_000
/** As many pages as a batch of ingest can ask one host for, a second apart, beside what is new. */
const MAX_OF_ONE_SOURCE = 20

function atTheirPace(turns: readonly RecheckMessage[]): RecheckMessage[] {
  const bySource = Map.groupBy(turns, turn => turn.sourceId)
  return [...bySource.values()].flatMap(own => own.slice(0, MAX_OF_ONE_SOURCE))
}

/**
 * Queues the pages whose time to be looked at again has come, a few of each source, the rest in the next minutes.
 * A turn leaves the list once it is queued: a crash in between queues it twice, which costs a look and nothing else.
 * @returns how many were queued.
 */
export async function sendDueLooks(slot: string, { rechecks, looks }: DueLooksDeps): Promise<number> {
  const turns = atTheirPace(await rechecks.due(slot, MAX_READ))
  await looks.sendAll(turns)
  await rechecks.remove(turns)
  return turns.length
}
