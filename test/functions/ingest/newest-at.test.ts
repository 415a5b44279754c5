import { describe, expect, it } from 'vitest'
import { newestAt } from '../../../functions/ingest/newest-at.ts'
import { generationOf, type Identity } from '../../../shared/dedup/identity.ts'
import { memoryArticles } from '../../support/memory-articles.ts'
import { anArticle } from '../../support/samples.ts'

const identity: Identity = { articleId: 'the-address', identityBasis: 'url' }

/** As many articles as have stood at the address, and how often the table was read. */
async function usedTimes(times: number) {
  const articles = memoryArticles()
  for (let generation = 0; generation < times; generation += 1)
    await articles.insert(anArticle({ articleId: generationOf(identity, generation) }))
  let reads = 0
  const revisions = (articleId: string) => {
    reads += 1
    return articles.revisions(articleId)
  }
  const { generation, latest } = await newestAt(identity, { revisions })
  return { generation, isRecorded: latest !== undefined, reads }
}

describe('the article that stands at an address now', () => {
  it('is found with one read where none is, and two where one is', async () => {
    expect(await usedTimes(0)).toEqual({ generation: 0, isRecorded: false, reads: 1 })
    expect(await usedTimes(1)).toEqual({ generation: 0, isRecorded: true, reads: 2 })
  })

  it('is the newest, however many stood there before', async () => {
    for (let times = 2; times <= 40; times += 1)
      expect(await usedTimes(times)).toMatchObject({ generation: times - 1, isRecorded: true })
  })

  it('is found with a dozen or two of reads after a year of daily use', async () => {
    const { generation, reads } = await usedTimes(365)
    expect(generation).toBe(364)
    expect(reads).toBeLessThan(20)
  })
})
