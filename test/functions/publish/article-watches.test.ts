import { expect, it } from 'vitest'
import { articleWatches } from '../../../functions/publish/article-watches.ts'
import { anArticle } from '../../support/samples.ts'

const article = anArticle({ headline: 'Island ferry sails again', summary: 'Two weeks early.' })
const texts = new Map([[article.textKey, Buffer.from('Tickets stay valid, the harbour office said.')]])
const archive = { read: async (key: string) => texts.get(key) }

it('finds the watches in headline, summary and the whole text', async () => {
  const watchesOf = articleWatches(
    [
      { id: 'ferries', any: ['ferry'] },
      { id: 'early', all: ['weeks early'] },
      { id: 'tickets', any: ['tickets stay valid'] },
      { id: 'trams', any: ['tram'] },
    ],
    archive,
  )
  expect(await watchesOf(article)).toEqual(['ferries', 'early', 'tickets'])
})

it('reads no text when nobody watches', async () => {
  const watchesOf = articleWatches([], { read: () => Promise.reject(new Error('read')) })
  expect(await watchesOf(article)).toEqual([])
})

it('does not take a text that is not there for one without the words', async () => {
  const watchesOf = articleWatches([{ id: 'ferries', any: ['ferry'] }], { read: async () => undefined })
  await expect(watchesOf(article)).rejects.toThrow(article.textKey)
})
