import { describe, expect, it } from 'vitest'
import { SourceEvent } from '../../shared/events.ts'
import { UNPOLLED } from '../../shared/source-state.ts'
import { memoryPipeline } from '../support/memory-pipeline.ts'
import { aSource } from '../support/samples.ts'

const source = aSource()
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A feed of six notices: numbers `from` to `from + 5`. */
function feed(from: number): string {
  const items = Array.from({ length: 6 }, (_, index) => {
    const number = from + index
    return `<item><title>Notice ${number}</title><guid isPermaLink="false">n${number}</guid><description>Ferry timetable number ${number}</description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Notices</title>${items.join('')}</channel></rss>`
}

function harbour() {
  const pipeline = memoryPipeline([source])
  const poll = async (document: Parameters<typeof pipeline.web.set>[1], afterMs: number) => {
    pipeline.clock.advance(afterMs)
    pipeline.web.set(source.url, document)
    await pipeline.run()
  }
  const told = () =>
    pipeline.bus.announced.flatMap(({ detailType, event }) =>
      detailType.startsWith('Source') ? [{ detailType, event }] : [],
    )
  return { ...pipeline, poll, told }
}

const timeout = { kind: 'failed', reason: 'timeout', detail: 'no answer', transient: true } as const

describe('what happens to a source', () => {
  it('is announced when it fails and when it is well again, once each', async () => {
    const pipeline = harbour()
    await pipeline.poll(feed(1), 0)
    await pipeline.poll(timeout, MINUTE_MS)
    await pipeline.poll(timeout, 60 * MINUTE_MS)
    await pipeline.poll(feed(1), 60 * MINUTE_MS)
    expect(pipeline.told()).toMatchObject([
      {
        detailType: 'Source Health Changed',
        event: {
          id: 'ostervik-harbour#2#health-changed',
          type: 'communique.source.health-changed.v1',
          subject: 'ostervik-harbour',
          time: '2026-11-21T09:01:00.000Z',
          data: {
            sourceId: 'ostervik-harbour',
            country: 'NO',
            kind: 'government',
            from: 'healthy',
            to: 'failing',
            reason: 'timeout: no answer',
          },
        },
      },
      { event: { id: 'ostervik-harbour#4#health-changed', data: { from: 'failing', to: 'healthy' } } },
    ])
    for (const { event } of pipeline.told()) expect(SourceEvent.parse(event)).toEqual(event)
  })

  it('is announced of a source that never answered, and of one that is gone', async () => {
    const pipeline = harbour()
    await pipeline.poll({ kind: 'gone', status: 410, finalUrl: source.url }, 0)
    expect(pipeline.told()).toMatchObject([{ event: { data: { to: 'gone', reason: 'http-410' } } }])
    expect(pipeline.told()[0]?.event.data).not.toHaveProperty('from')
  })

  it('is announced when nothing that it shows was seen before: some of it may have been missed', async () => {
    const pipeline = harbour()
    await pipeline.poll(feed(1), 0)
    await pipeline.poll(feed(4), 60 * MINUTE_MS)
    expect(pipeline.told()).toEqual([])
    await pipeline.poll(feed(100), 60 * MINUTE_MS)
    expect(pipeline.told()).toMatchObject([
      {
        detailType: 'Source Gap Detected',
        event: { data: { entries: 6, lastNewAt: '2026-11-21T10:00:00.000Z' } },
      },
    ])
  })

  it('is announced when it has been silent for far longer than it ever is', async () => {
    const pipeline = harbour()
    await pipeline.poll(feed(1), 0)
    await pipeline.poll(feed(2), 60 * MINUTE_MS)
    await pipeline.poll(feed(2), 6 * DAY_MS)
    await pipeline.poll(feed(2), DAY_MS)
    expect(pipeline.told()).toMatchObject([
      {
        detailType: 'Source Silent',
        event: { data: { lastNewAt: '2026-11-21T10:00:00.000Z', meanGapMs: 3_600_000 } },
      },
    ])
  })

  it('is not announced by a poll whose state another poll superseded', async () => {
    const pipeline = harbour()
    await pipeline.poll(feed(1), 0)
    const { name, url, publisher } = source
    const at = '2026-11-21T10:00:00.000Z'
    const saved = await pipeline.sources.saveState(source.id, { ...UNPOLLED, version: 9 }, [
      { kind: 'gap-detected', at, name, url, publisher, entries: 6 },
    ])
    await pipeline.run()
    expect(saved).toEqual({ kind: 'superseded' })
    expect(pipeline.told()).toEqual([])
  })
})
