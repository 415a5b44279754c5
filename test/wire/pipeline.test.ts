import { describe, expect, test } from 'vitest'

import { useQueuesAndBuckets, useTables } from '../support/engines.ts'
import { wirePipeline } from './wire-pipeline.ts'

const newTable = useTables()
const { newBucket, newQueue } = useQueuesAndBuckets()

/** More with WIRE_SEEDS=50, for a change of the adapters. */
const SEEDS = Number(process.env.WIRE_SEEDS ?? 1)
const ARTICLES = 20

describe.each([0.05, 0.2])('the functions over a wire on which a share of %d of all calls fails', share => {
  test.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
    'record and announce each article once, seed %d',
    async seed => {
      const pipeline = await wirePipeline(
        { newTable, newBucket, newQueue },
        { articles: ARTICLES, share, seed },
      )
      await pipeline.run()
      const rows = await pipeline.rows()
      expect(rows.map(({ url }) => url).toSorted()).toEqual(pipeline.pages.toSorted())
      expect(rows.every(({ revision, completeness }) => revision === 1 && completeness === 'full')).toBe(true)
      expect([...new Set(pipeline.announced)].toSorted()).toEqual(
        rows.map(({ articleId }) => `${articleId}#1#published`).toSorted(),
      )
      expect(await pipeline.dangling(rows)).toEqual([])
      expect(await pipeline.states()).toEqual([{ kind: 'healthy', version: 1 }])
      expect(pipeline.struck.length).toBeGreaterThan(0)
    },
    180_000,
  )
})
