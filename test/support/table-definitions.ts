import type { DeclaredTable } from '../../infra/local/declared.ts'

export type TableDefinition = Omit<DeclaredTable, 'name' | 'logicalId'>

/** The tables as the stack makes them; a test holds the two together. */
export const TABLE_DEFINITIONS: Record<'sources' | 'articles' | 'hashes', TableDefinition> = {
  sources: {
    KeySchema: [
      { AttributeName: 'sourceId', KeyType: 'HASH' },
      { AttributeName: 'part', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'sourceId', AttributeType: 'S' },
      { AttributeName: 'part', AttributeType: 'S' },
      { AttributeName: 'planned', AttributeType: 'S' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'bySchedule',
        KeySchema: [
          { AttributeName: 'planned', KeyType: 'HASH' },
          { AttributeName: 'sourceId', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['schedule'] },
      },
    ],
  },
  articles: {
    KeySchema: [
      { AttributeName: 'articleId', KeyType: 'HASH' },
      { AttributeName: 'revision', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'articleId', AttributeType: 'S' },
      { AttributeName: 'revision', AttributeType: 'N' },
      { AttributeName: 'timeline', AttributeType: 'S' },
      { AttributeName: 'changedKey', AttributeType: 'S' },
      { AttributeName: 'sourceKey', AttributeType: 'S' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byTime',
        KeySchema: [
          { AttributeName: 'timeline', KeyType: 'HASH' },
          { AttributeName: 'changedKey', KeyType: 'RANGE' },
        ],
        Projection: {
          ProjectionType: 'INCLUDE',
          NonKeyAttributes: ['latestRevision', 'language', 'country'],
        },
      },
      {
        IndexName: 'bySource',
        KeySchema: [
          { AttributeName: 'sourceKey', KeyType: 'HASH' },
          { AttributeName: 'changedKey', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['latestRevision'] },
      },
    ],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  },
  hashes: {
    KeySchema: [{ AttributeName: 'hash', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'hash', AttributeType: 'S' }],
    GlobalSecondaryIndexes: [],
    TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' },
  },
}
