import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { eventSourceUrn, PressPipeline, type PressPipelineProps } from './constructs/press-pipeline.ts'

export type PipelineStackProps = PressPipelineProps &
  StackProps & {
    /** Where every article event is posted, if anywhere. */
    webhook?: string | undefined
    /** Runs on this machine alone: a webhook may then lead to it. */
    isLocal?: boolean
  }

/** One stage of the pipeline as a stack, with the names one needs to subscribe, to query and to operate it as its outputs. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, {
      description: 'Communiqué: press releases and news, recorded once and announced',
      ...props,
    })
    const pipeline = new PressPipeline(this, 'Pipeline', props)
    const { api, articles, alarms, archive, ledger, polls, entries, outbox } = pipeline
    const webhook =
      props.webhook && pipeline.webhook('Webhook', { url: props.webhook, allowPrivateNetwork: props.isLocal })
    const outputs = {
      ApiUrl: api.url,
      BusName: articles.bus.eventBusName,
      BusArn: articles.bus.eventBusArn,
      ArticlesTopicArn: articles.topic.topicArn,
      AlarmsTopicArn: alarms.topic.topicArn,
      ArchiveBucketName: archive.bucket.bucketName,
      SourcesTableName: ledger.sources.tableName,
      ArticlesTableName: ledger.articles.tableName,
      HashesTableName: ledger.hashes.tableName,
      EventSourceUrn: eventSourceUrn(props.stage),
      PollsQueueUrl: polls.queue.queueUrl,
      PollsDeadLettersUrl: polls.dead.queueUrl,
      EntriesQueueUrl: entries.queue.queueUrl,
      EntriesDeadLettersUrl: entries.dead.queueUrl,
      OutboxDeadLettersUrl: outbox.dead.queueUrl,
    }
    const webhookOutputs = webhook && {
      WebhookSecretArn: webhook.secret.secretArn,
      WebhookQueueUrl: webhook.events.queue.queueUrl,
      WebhookDeadLettersUrl: webhook.events.dead.queueUrl,
    }
    for (const [name, value] of Object.entries({ ...outputs, ...webhookOutputs }))
      new CfnOutput(this, name, { value })
  }
}
