import { describe, expect, test } from 'vitest'
import { dynamoArticles } from '../../../shared/store/articles.ts'
import { dynamoCommits } from '../../../shared/store/commits.ts'
import { useTables } from '../../support/engines.ts'
import { memoryArticles } from '../../support/memory-articles.ts'
import { anArticle, aRevisionOf } from '../../support/samples.ts'

const newTable = useTables()

async function inDynamodb() {
  const { client, table } = await newTable('articles')
  return { ...dynamoArticles(client, table), ...dynamoCommits(client, table) }
}

const untilIso = '2027-01-01T00:00:00.000Z'

describe.each([
  ['in memory', async () => memoryArticles()],
  ['in DynamoDB', inDynamodb],
])('commits %s', (_ground, open) => {
  test('are revisions as they were recorded, and links that were learnt later', async () => {
    const store = await open()
    const ferry = anArticle({ articleId: 'ferry' })
    const copy = anArticle({
      articleId: 'copy',
      duplicateOf: 'ferry',
      firstSeenAt: '2026-11-21T09:01:00.000Z',
    })
    const edited = aRevisionOf(ferry, { changedAt: '2026-11-21T09:02:00.000Z' })
    for (const article of [ferry, copy, edited]) await store.insert(article)
    await store.pointToLatest('ferry', 2)
    await store.addSighting('ferry', 'coast-radio')
    await store.linkDuplicate('ferry', 'older')
    await store.linkDuplicate('copy', 'another')
    const { commits, next } = await store.commits({ untilIso, limit: 10 })
    const linked = { ...ferry, duplicateOf: 'older', seenIn: [...ferry.seenIn, 'coast-radio'] }
    expect(commits).toEqual([{ revision: ferry, linked }, { revision: copy }, { revision: edited }])
    expect(next).toBeUndefined()
  })

  test('come in pages without a gap or a repetition, each told where to go on', async () => {
    const store = await open()
    const names = Array.from({ length: 7 }, (_, index) => `article-${index}`)
    for (const articleId of names) await store.insert(anArticle({ articleId }))
    const found: string[] = []
    let after: string | undefined = '2026-11-21T09:00:00.000Z'
    while (after !== undefined) {
      const page: Awaited<ReturnType<typeof store.commits>> = await store.commits({
        after,
        untilIso,
        limit: 3,
      })
      found.push(...page.commits.map(({ revision }) => revision.articleId))
      after = page.next
    }
    expect(found).toEqual(names)
  })
})
