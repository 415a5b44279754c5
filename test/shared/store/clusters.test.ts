import { expect, test } from 'vitest'
import { lookUp } from '../../../shared/dedup/probe.ts'
import { clusterRow } from '../../../shared/store/clusters.ts'
import { dynamoHashes } from '../../../shared/store/hashes.ts'
import { clustersContract } from '../../support/clusters-contract.ts'
import { useTables } from '../../support/engines.ts'
import { itemSizeBytes } from '../../support/item-size.ts'
import { memoryHashes } from '../../support/memory-hashes.ts'
import { releaseText } from '../../support/release-text.ts'

const newTable = useTables()

async function inDynamodb() {
  const { client, table } = await newTable('hashes')
  return dynamoHashes(client, table)
}

clustersContract('in memory', async () => memoryHashes())
clustersContract('in DynamoDB', inDynamodb)

test('opening a cluster is one write unit, however long its article', async () => {
  const numbers = Array.from({ length: 900 }, (_, number) => number * 37).join(' ')
  const { probe } = await lookUp(
    {
      id: 'a'.repeat(32),
      source: 's'.repeat(24),
      url: '',
      title: `${releaseText(1, 4)} ${numbers}`,
      text: `${releaseText(2, 400)} ${numbers}`,
      publishedAt: '2026-11-21',
      isIssuer: true,
    },
    memoryHashes(),
  )
  const row = clusterRow({ clusterId: 'a'.repeat(32), sketches: [probe.sketch] }, { N: '1800000000' })
  expect(itemSizeBytes(row)).toBeLessThanOrEqual(1_024)
})
