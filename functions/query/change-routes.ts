import type { Handler } from 'hono'
import { isoTime } from '../../shared/runtime/clock.ts'
import { cursorAt } from './cursor.ts'
import type { QueryDeps } from './deps.ts'
import { ChangeParameters, readParameters } from './parameters.ts'
import { answerProblem } from './problem.ts'

/**
 * A writer takes its time before it commits, so of two at once the earlier may be seen later. A follower that
 * had already passed its place would never learn of it: what is this young waits for the next call.
 */
const SETTLING_MS = 2_000

/** GET /changes: every revision in the order of its recording. `next` also stands at the end, to ask again later. */
export function listChanges({ lists, clock }: QueryDeps): Handler {
  return async c => {
    const asked = readParameters(ChangeParameters, c.req.url)
    if (asked.kind === 'refused') return answerProblem(c, 400, asked)
    const { limit, cursor: after } = asked.value
    const untilIso = isoTime(clock.nowMs() - SETTLING_MS)
    const { changes, next } = await lists.changes({ after, untilIso, limit })
    return c.json({ changes, next: cursorAt('changes', next) })
  }
}
