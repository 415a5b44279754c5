import { describe, expect, it } from 'vitest'
import { makeHandler } from '../../../functions/plan/handler.ts'
import type { PollMessage, RecheckMessage } from '../../../shared/messages.ts'
import type { Source } from '../../../shared/source.ts'
import { UNPOLLED } from '../../../shared/source-state.ts'
import { fixedClock } from '../../support/fixed-clock.ts'
import { memoryQueue } from '../../support/memory-queue.ts'
import { memoryRechecks } from '../../support/memory-rechecks.ts'
import { memorySources } from '../../support/memory-sources.ts'
import { aSource } from '../../support/samples.ts'

const silent = { progress: () => {}, error: () => {} }

function planner(catalogue: readonly Source[], sources = memorySources()) {
  const polls = memoryQueue<PollMessage>()
  const [rechecks, looks] = [memoryRechecks(), memoryQueue<RecheckMessage>()]
  const deps = { catalogue, sources, polls, rechecks, looks, clock: fixedClock(), logger: silent }
  const handler = makeHandler(deps)
  return {
    sources,
    polls,
    rechecks,
    looks,
    deps,
    handler,
    plannedAt: async (scheduledAt: string, everySource = false) => {
      await handler({ scheduledAt, everySource })
      return polls.takeAll().flatMap(({ message }) => message.sourceIds)
    },
  }
}

function catalogueOf(count: number): Source[] {
  return Array.from({ length: count }, (_, index) => aSource({ id: `source-${index}` }))
}

describe('planning a minute', () => {
  it('sends at most fifty sources in a message', async () => {
    const { handler, polls } = planner(catalogueOf(120))
    await handler({ scheduledAt: '2026-11-21T09:00:00Z' })
    expect(polls.sent.map(({ message }) => message.sourceIds.length)).toEqual([50, 50, 20])
  })

  it('gives each source one turn in its interval once it was polled', async () => {
    const { plannedAt, sources } = planner(catalogueOf(30))
    await plannedAt('2026-11-21T09:00:00Z')
    for (const { id } of catalogueOf(30)) await sources.saveState(id, { ...UNPOLLED, version: 1 })
    const turns: string[] = []
    for (let minute = 1; minute <= 10; minute += 1) {
      turns.push(...(await plannedAt(`2026-11-21T09:${String(minute).padStart(2, '0')}:00Z`)))
    }
    expect(turns.toSorted()).toEqual(
      catalogueOf(30)
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  it('plans a minute once, however often it is told', async () => {
    const { plannedAt, sources } = planner(catalogueOf(1))
    await plannedAt('2026-11-21T09:00:00Z')
    await sources.saveState('source-0', { ...UNPOLLED, version: 1 })
    await plannedAt('2026-11-21T09:30:00Z')
    expect(await plannedAt('2026-11-21T09:30:00Z')).toEqual([])
    expect(await plannedAt('2026-11-21T09:10:00Z')).toEqual([])
  })

  it('takes every source when told to, whatever its turn', async () => {
    const { plannedAt, sources } = planner(catalogueOf(3))
    await plannedAt('2026-11-21T09:00:00Z')
    for (const { id } of catalogueOf(3)) await sources.saveState(id, { ...UNPOLLED, version: 1 })
    expect(await plannedAt('2026-11-21T09:00:00Z', true)).toHaveLength(3)
  })

  it('plans again what it could not queue', async () => {
    const { handler, polls, plannedAt } = planner(catalogueOf(1))
    const { sendAll } = polls
    polls.sendAll = () => Promise.reject(new Error('the queue is away'))
    await expect(handler({ scheduledAt: '2026-11-21T09:00:00Z' })).rejects.toThrow('the queue is away')
    polls.sendAll = sendAll
    expect(await plannedAt('2026-11-21T09:01:00Z')).toEqual(['source-0'])
  })
})

describe('the catalogue', () => {
  it('follows the sources file, and leaves alone what was added at run time', async () => {
    const sources = memorySources()
    await planner(catalogueOf(2), sources).plannedAt('2026-11-21T09:00:00Z')
    await sources.put(aSource({ id: 'added-by-hand' }))
    const [first] = catalogueOf(1)
    await planner(first ? [{ ...first, name: 'Renamed' }] : [], sources).plannedAt('2026-11-21T09:01:00Z')
    const known = await sources.read(['source-0', 'source-1', 'added-by-hand'])
    expect(known.map(({ source }) => [source.id, source.name]).toSorted()).toEqual([
      ['added-by-hand', 'Ostervik Harbour, notices'],
      ['source-0', 'Renamed'],
    ])
  })
})

function turns(sourceId: string, count: number, dueAt = '2026-11-21T08:59:00.000Z'): RecheckMessage[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'recheck',
    sourceId,
    articleId: `${sourceId}-article-${String(index).padStart(2, '0')}`,
    dueAt,
  }))
}

describe('pages to look at again', () => {
  const at = { scheduledAt: '2026-11-21T09:00:00Z' }

  it('are queued once when their time has come, and not before', async () => {
    const { handler, rechecks, looks } = planner([])
    const [due = [], later] = [turns('harbour', 2), turns('ministry', 1, '2026-11-21T09:00:00.000Z')]
    for (const turn of [...due, ...later]) await rechecks.schedule(turn)
    await handler(at)
    expect(looks.takeAll().map(({ message }) => message)).toEqual(due)
    await handler(at)
    expect(looks.sent).toEqual([])
    expect(rechecks.all()).toEqual(later)
  })

  it('are twenty of one source a minute, which holds no other source up', async () => {
    const { handler, rechecks, looks } = planner([])
    for (const turn of [...turns('archive', 45), ...turns('harbour', 3)]) await rechecks.schedule(turn)
    const counts: number[][] = []
    for (const _ of [1, 2, 3]) {
      await handler(at)
      const sent = looks.takeAll().map(({ message }) => message.sourceId)
      counts.push(['archive', 'harbour'].map(id => sent.filter(one => one === id).length))
    }
    expect(counts).toEqual([
      [20, 3],
      [20, 0],
      [5, 0],
    ])
  })

  it('stay on the list until they are queued', async () => {
    const { deps, rechecks } = planner([])
    for (const turn of turns('harbour', 2)) await rechecks.schedule(turn)
    const refusing = { sendAll: async () => Promise.reject(new Error('the queue is away')) }
    await expect(makeHandler({ ...deps, looks: refusing })(at)).rejects.toThrow('away')
    expect(rechecks.all()).toHaveLength(2)
  })
})
