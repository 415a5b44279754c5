import type { Handler } from 'hono'
import * as z from 'zod/mini'
import { SourceId } from '../../shared/source.ts'
import type { QueryDeps } from './deps.ts'
import { NoParameters, readParameters } from './parameters.ts'
import { answerProblem } from './problem.ts'
import { type SourceView, sourceView } from './source-view.ts'

/** Every source with how it fares, by id. */
export async function readSourceViews({ sources, clock }: QueryDeps): Promise<SourceView[]> {
  const schedules = await sources.schedules()
  const known = await sources.read(schedules.map(({ sourceId }) => sourceId))
  const nowMs = clock.nowMs()
  return known.map(source => sourceView(source, nowMs)).toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** GET /sources */
export function listSources(deps: QueryDeps): Handler {
  return async c => {
    const asked = readParameters(NoParameters, c.req.url)
    if (asked.kind === 'refused') return answerProblem(c, 400, asked)
    return c.json({ sources: await readSourceViews(deps) })
  }
}

/** GET /sources/{id} */
export function showSource({ sources, clock }: QueryDeps): Handler {
  return async c => {
    const asked = readParameters(NoParameters, c.req.url)
    if (asked.kind === 'refused') return answerProblem(c, 400, asked)
    const id = z.safeParse(SourceId, c.req.param('id'))
    const [known] = id.success ? await sources.read([id.data]) : []
    if (known !== undefined) return c.json(sourceView(known, clock.nowMs()))
    return answerProblem(c, 404, {
      error: 'There is no source with this id.',
      hint: 'GET /sources lists all of them.',
    })
  }
}
