import { expect, test } from 'vitest'
import type { Article } from '../../../shared/article.ts'
import { createClusterer } from '../../../shared/dedup/cluster.ts'
import { type Articles, dynamoArticles } from '../../../shared/store/articles.ts'
import { dynamoHashes } from '../../../shared/store/hashes.ts'
import { useTables } from '../../support/engines.ts'
import { randomOf, releaseText, releaseTitle } from '../../support/release-text.ts'
import { anArticle, aRevisionOf } from '../../support/samples.ts'

const newTable = useTables()

/** More with RACE_ROUNDS=100, for a change of who comes first. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 2)
const TIMEOUT_MS = 10_000 + ROUNDS * 3_000
const WRITERS = Array.from({ length: 8 }, (_, writer) => writer)

async function articlesTable(): Promise<Articles> {
  const { client, table } = await newTable('articles')
  return dynamoArticles(client, table)
}

async function hashesTable() {
  const { client, table } = await newTable('hashes')
  return dynamoHashes(client, table)
}

/** One writer's words: what it writes is told from what the others write. */
const by = (writer: number): Partial<Article> => ({ headline: `As writer ${writer} has it` })

/** How many of them got their article in, and which. */
async function inserted(articles: Articles, drafts: readonly Article[]): Promise<Article[]> {
  const outcomes = await Promise.all(drafts.map(draft => articles.insert(draft)))
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['inserted', 'taken']))
  return drafts.filter((_, writer) => outcomes[writer]?.kind === 'inserted')
}

test(
  'eight writers of one article at the same moment leave one first revision and then one second',
  async () => {
    const articles = await articlesTable()
    for (let round = 0; round < ROUNDS; round += 1) {
      const articleId = `round-${round}`
      const firsts = await inserted(
        articles,
        WRITERS.map(writer => anArticle({ articleId, ...by(writer) })),
      )
      expect(await articles.revisions(articleId)).toEqual(firsts)
      expect(firsts).toHaveLength(1)

      const seconds = await inserted(
        articles,
        WRITERS.map(writer => aRevisionOf(anArticle({ articleId }), by(writer))),
      )
      expect(await articles.revisions(articleId)).toEqual([...seconds, ...firsts])
      expect(seconds).toHaveLength(1)
    }
  },
  TIMEOUT_MS,
)

/** Writes what the writer has to say upon whatever is the latest, as often as it takes. */
async function revise(articles: Articles, articleId: string, writer: number): Promise<void> {
  for (const _ of WRITERS) {
    const [latest] = await articles.revisions(articleId)
    if (latest === undefined) throw new Error(`article ${articleId} is gone`)
    if ((await articles.insert(aRevisionOf(latest, by(writer)))).kind === 'inserted') return
  }
  throw new Error(`writer ${writer} never had its turn`)
}

test(
  'eight writers that revise one article at the same moment each leave one revision, in one row of numbers',
  async () => {
    const articles = await articlesTable()
    for (let round = 0; round < ROUNDS; round += 1) {
      const first = anArticle({ articleId: `round-${round}`, headline: 'Before' })
      await articles.insert(first)
      await Promise.all(WRITERS.map(writer => revise(articles, first.articleId, writer)))
      const recorded = await articles.revisions(first.articleId)
      expect(recorded.map(({ revision }) => revision)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1])
      const headlines = recorded.map(({ headline }) => headline).toSorted()
      expect(headlines).toEqual([...WRITERS.map(writer => `As writer ${writer} has it`), 'Before'])
    }
  },
  TIMEOUT_MS,
)

test(
  'a text that eight articles claim at the same moment belongs to one of them, and all are told which',
  async () => {
    const hashes = await hashesTable()
    for (let round = 0; round < ROUNDS; round += 1) {
      const hash = `text-${round}`
      const ends = await Promise.all(
        WRITERS.map(async writer => {
          const claim = await hashes.claim(hash, `article-${writer}`, `cluster-${writer}`)
          return claim.kind === 'claimed' ? { winner: writer } : { told: claim.by }
        }),
      )
      const winners = ends.flatMap(({ winner }) => winner ?? [])
      expect(winners).toHaveLength(1)
      const [winner] = winners
      const told = ends.flatMap(end => end.told ?? [])
      expect(told).toEqual(Array.from({ length: 7 }, () => `article-${winner}`))
      const holder = { articleId: `article-${winner}`, clusterId: `cluster-${winner}` }
      expect(await hashes.holder(hash)).toEqual(holder)
    }
  },
  TIMEOUT_MS,
)

function retold(text: string, seed: number): string {
  const random = randomOf(seed)
  return text.replace(/\S+/g, word => (random() < 0.04 ? `un${word}` : word))
}

test.each([
  ['word for word', (text: string) => text],
  [
    'in lines of its own',
    (text: string, outlet: number) => `Outlet number ${outlet} reports.\n${text}\nSo far outlet ${outlet}.`,
  ],
  ['with a word in 25 changed', retold],
])(
  'eight outlets that carry one release %s at the same moment give one cluster and one new story',
  async (_, edit) => {
    const hashes = await hashesTable()
    for (let round = 0; round < ROUNDS; round += 1) {
      const placed = await Promise.all(
        WRITERS.map(outlet =>
          createClusterer(hashes).add({
            id: `round-${round}-outlet-${(outlet * 5) % 8}`,
            source: `outlet-${outlet}`,
            url: `https://outlet-${outlet}.example/story/${round}`,
            title: releaseTitle(round),
            text: edit(releaseText(round), round * 8 + outlet),
            publishedAt: '2026-11-21',
          }),
        ),
      )
      expect(placed.filter(({ relation }) => relation === 'new')).toHaveLength(1)
      expect(new Set(placed.map(({ clusterId }) => clusterId)).size).toBe(1)
    }
  },
  TIMEOUT_MS,
)
