import { expect, test } from 'vitest'
import { createClusterer } from '../../../shared/dedup/cluster.ts'
import { dynamoHashes } from '../../../shared/store/hashes.ts'
import { clustersContract } from '../../support/clusters-contract.ts'
import { useTables } from '../../support/engines.ts'
import { memoryHashes } from '../../support/memory-hashes.ts'
import { releaseText, releaseTitle } from '../../support/release-text.ts'

const newTable = useTables()

async function inDynamodb() {
  const { client, table } = await newTable('hashes')
  return dynamoHashes(client, table)
}

clustersContract('in memory', async () => memoryHashes())
clustersContract('in DynamoDB', inDynamodb)

/** More with RACE_ROUNDS=100, for a change of who comes first. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 5)

test('eight outlets that carry one release at the same moment give one cluster and one new story', async () => {
  const store = await inDynamodb()
  for (let round = 0; round < ROUNDS; round += 1) {
    const text = releaseText(round)
    const placed = await Promise.all(
      Array.from({ length: 8 }, (_, outlet) =>
        createClusterer(store).add({
          id: `round-${round}-outlet-${(outlet * 5) % 8}`,
          source: `outlet-${outlet}`,
          url: `https://outlet-${outlet}.example/story/${round}`,
          title: releaseTitle(round),
          text: `Outlet number ${outlet} reports from the coast.\n${text}\nOutlet ${outlet} thanks its readers.`,
          publishedAt: '2026-11-21',
        }),
      ),
    )
    expect(placed.filter(({ relation }) => relation === 'new')).toHaveLength(1)
    expect(new Set(placed.map(({ clusterId }) => clusterId)).size).toBe(1)
  }
}, 60_000)
