import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'

/** Which article a text belongs to first. A claim is made only after the row of the article that claims. */
export type HashStore = {
  owner: (hash: string) => Promise<string | undefined>
  /** Claims the hash for the article, or says whose it is; claiming twice for one article is one claim. */
  claim: (hash: string, articleId: string) => Promise<Claim>
}
export type Claim = { kind: 'claimed' } | { kind: 'owned'; by: string }

/** The hashes table: partition `hash`. */
export function dynamoHashes(client: DynamoDBClient, table: string): HashStore {
  return {
    owner: async hash => {
      const { Item } = await client.send(
        new GetItemCommand({
          TableName: table,
          Key: { hash: { S: hash } },
          // A copy that arrives in the same batch as its original must find the claim made a moment ago.
          ConsistentRead: true,
        }),
      )
      return Item?.articleId?.S
    },
    claim: async (hash, articleId) => {
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: { hash: { S: hash }, articleId: { S: articleId } },
            ConditionExpression: 'attribute_not_exists(#hash)',
            ExpressionAttributeNames: { '#hash': 'hash' },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        )
        return { kind: 'claimed' }
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
        const by = error.Item?.articleId?.S
        if (by === undefined) throw new Error(`the claim on ${hash} names no article`, { cause: error })
        return by === articleId ? { kind: 'claimed' } : { kind: 'owned', by }
      }
    },
  }
}
