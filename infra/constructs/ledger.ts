import { RemovalPolicy } from 'aws-cdk-lib'
import {
  type Attribute,
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'

/** The three tables that say what is known. A row that lacks an index's keys is not in that index. */
export class Ledger extends Construct {
  /**
   * What is polled, and how it went.
   * - one source with its state and what is known of its selectors and furniture: `sourceId`, `part`
   * - pages to look at again, by their time: `sourceId` #rechecks, `part`
   * - all planned sources with their cadence, for plan: `bySchedule`
   *
   * Its stream is the outbox of what happened to sources.
   */
  readonly sources: TableV2

  /**
   * One row per revision; its stream is the outbox from which publish announces.
   * - one article's newest or all revisions: `articleId`, `revision`
   * - newest first over all, by day range, and changes since a cursor: `byTime`
   * - newest first of one source, language or country: `bySource`
   */
  readonly articles: TableV2

  /**
   * Exact hashes and near-copy postings, each pointing at the article that came first.
   * - who has this hash: `hash`; postings forget themselves by `expiresAt` (epoch seconds)
   */
  readonly hashes: TableV2

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.sources = new TableV2(this, 'Sources', {
      ...kept,
      partitionKey: text('sourceId'),
      sortKey: text('part'),
      dynamoStream: StreamViewType.NEW_IMAGE,
      globalSecondaryIndexes: [
        {
          indexName: 'bySchedule',
          partitionKey: text('planned'),
          sortKey: text('sourceId'),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['schedule'],
        },
      ],
    })
    this.articles = new TableV2(this, 'Articles', {
      ...kept,
      partitionKey: text('articleId'),
      sortKey: { name: 'revision', type: AttributeType.NUMBER },
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      globalSecondaryIndexes: [
        {
          indexName: 'byTime',
          partitionKey: text('timeline'),
          sortKey: text('changedKey'),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['latestRevision', 'language', 'country'],
        },
        {
          indexName: 'bySource',
          partitionKey: text('sourceKey'),
          sortKey: text('changedKey'),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['latestRevision'],
        },
      ],
    })
    this.hashes = new TableV2(this, 'Hashes', {
      ...kept,
      partitionKey: text('hash'),
      timeToLiveAttribute: 'expiresAt',
    })
  }
}

/** The ARN of one index of a table: a grant on it leaves out the table's other indexes. */
export function indexArn(table: TableV2, index: string): string {
  return `${table.tableArn}/index/${index}`
}

function text(name: string): Attribute {
  return { name, type: AttributeType.STRING }
}

/** Paid by request, restorable to any second of 35 days, and never deleted along with a stack. */
const kept = {
  billing: Billing.onDemand(),
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
}
