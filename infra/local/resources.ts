import type { AwsEngine } from './aws-engine.ts'
import { declaredNames, declaredQueues, declaredSubscriptions, declaredTables } from './declared.ts'
import type { Lookup } from './intrinsics.ts'
import { lookupOf } from './names.ts'
import { ensureTable } from './tables.ts'
import type { Resource } from './template.ts'

/**
 * Makes everything in the engines that holds data: tables, queues, buckets and topics, as far as the data folder
 * does not hold it yet.
 * @returns what the rest of the template is called on this machine, streams included
 */
export async function makeResources(given: {
  template: ReadonlyMap<string, Resource>
  dynamodbEndpoint: string
  aws: AwsEngine
  apiOrigin: string
  complain: (complaint: string) => void
}): Promise<Lookup> {
  const { template, aws, dynamodbEndpoint } = given
  const streamArns = new Map<string, string>()
  const lookup = lookupOf(template, { queueOrigin: aws.endpoint, streamArns, apiOrigin: given.apiOrigin })
  for (const queue of declaredQueues(template, lookup)) aws.ensureQueue(queue)
  for (const name of declaredNames(template, 'AWS::S3::Bucket')) aws.ensureBucket(name)
  for (const name of declaredNames(template, 'AWS::SNS::Topic')) aws.ensureTopic(name)
  for (const subscription of declaredSubscriptions(template, lookup)) {
    if (subscription.Protocol === 'sqs') aws.ensureSubscription(subscription)
    else
      given.complain(
        `nothing on this machine delivers to ${subscription.Protocol}: ${subscription.Endpoint} gets no events`,
      )
  }
  await Promise.all(
    declaredTables(template, lookup).map(async table => {
      const streamArn = await ensureTable(dynamodbEndpoint, table)
      if (streamArn !== undefined) streamArns.set(table.logicalId, streamArn)
    }),
  )
  return lookup
}
