import { describe, expect, it } from 'vitest'
import { makeHandler } from '../../../functions/ingest/handler.ts'
import { unseenEntries } from '../../../shared/dedup/seen-window.ts'
import type { Entry } from '../../../shared/feed/model.ts'
import type { EntryMessage } from '../../../shared/messages.ts'
import { UNPOLLED } from '../../../shared/source-state.ts'
import type { FetchOutcome } from '../../../shared/web/fetch-outcome.ts'
import { memoryPipeline } from '../../support/memory-pipeline.ts'
import { queueEvent } from '../../support/memory-queue.ts'
import { anEntry, aSource } from '../../support/samples.ts'

const source = aSource()
const url = 'https://harbour.example/news/ferry-sails-again'
const page = '<!doctype html><title>Ferry</title><article><p>The ferry sails again from Monday.</p></article>'
const timeout: FetchOutcome = { kind: 'failed', reason: 'timeout', detail: 'no answer', transient: true }

function messageOf(entry: Partial<Entry>, attempt = 0): string {
  const message: EntryMessage = {
    sourceId: source.id,
    documentUrl: source.url,
    seenAt: '2026-11-21T09:00:00.000Z',
    attempt,
    entry: anEntry({ url, ...entry }),
  }
  return JSON.stringify(message)
}

describe('two editions of one article in one batch', () => {
  it('leave the full record full when the page comes for the first of them only', async () => {
    const pipeline = memoryPipeline([source])
    await pipeline.sources.put(source)
    pipeline.web.set(url, page)
    const { fetchFrom } = pipeline.deps
    let asked = 0
    const handler = makeHandler({
      ...pipeline.deps,
      fetchFrom: async (from, address) => {
        asked += 1
        return asked === 1 ? await fetchFrom(from, address) : timeout
      },
    })
    const edited = messageOf({ title: 'Island ferry sails again from Tuesday' })
    const answer = await handler(queueEvent([messageOf({}), edited]), pipeline.context)
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'message-2' }])

    await handler(queueEvent([edited], 2), pipeline.context)
    await pipeline.publish()
    const { articles } = await pipeline.articles.newest({ limit: 10 })
    expect(articles).toMatchObject([
      { headline: 'Island ferry sails again from Tuesday', revision: 2, completeness: 'full' },
    ])
    expect(articles[0]?.excerpt).toBe('The ferry sails again from Monday.')
  })
})

describe('two polls at once that saw an article differently', () => {
  const first = anEntry({ url })
  const second = anEntry({ url, title: 'Island ferry sails again from Tuesday' })
  const message = (entry: Entry, seenAt: string) =>
    JSON.stringify({ ...JSON.parse(messageOf(entry)), pollVersion: 1, seenAt })
  const early = message(second, '2026-11-21T08:59:00.000Z')
  const late = message(first, '2026-11-21T09:00:00.000Z')

  async function begun() {
    const pipeline = memoryPipeline([source])
    await pipeline.sources.put(source)
    pipeline.web.set(url, page)
    await pipeline.handlers.ingest(queueEvent([late]), pipeline.context)
    return pipeline
  }
  const saved = (entry: Entry) => ({
    ...UNPOLLED,
    version: 1,
    seen: unseenEntries([entry], new Uint8Array()).window,
  })

  it('wait for one of them to be saved', async () => {
    const pipeline = await begun()
    const { batchItemFailures } = await pipeline.handlers.ingest(queueEvent([early]), pipeline.context)
    expect(batchItemFailures).toHaveLength(1)
  })

  it('leave on record what the saved one saw, though its clock was slow', async () => {
    const pipeline = await begun()
    await pipeline.sources.saveState(source.id, saved(second))
    await pipeline.handlers.ingest(queueEvent([early, late]), pipeline.context)
    await pipeline.publish()
    const { articles } = await pipeline.articles.newest({ limit: 10 })
    expect(articles).toMatchObject([{ revision: 2, headline: second.title, pollVersion: 1 }])
  })
})
