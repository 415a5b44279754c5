import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { LambdaFunction } from './lambda-function.ts'

/**
 * The bytes behind every record, under content-addressed keys: `text/` the clean texts, `raw/` the WARC packs
 * of what publishers sent, `claims/` entries too large for a message, on their way from poll to ingest.
 */
export class Archive extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      lifecycleRules: [{ expiration: Duration.days(90) }],
    })
    Validations.of(accessLogs).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds the access logs of the archive; logging its own writes would feed itself for ever.',
    })
    this.bucket = new Bucket(this, 'Bucket', {
      ...closed,
      versioned: true,
      serverAccessLogsBucket: accessLogs,
      lifecycleRules: [
        // A day longer than a message can live: 7 days in the queue, then up to 14 in all as a dead letter.
        { id: 'claims-are-short-lived', prefix: 'claims/', expiration: Duration.days(15) },
        {
          id: 'no-leftovers',
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(30),
        },
      ],
    })
  }

  /** Lets a function read the objects under one prefix. */
  readBy(reader: LambdaFunction, prefix: Prefix): void {
    this.#allow(reader, prefix, 's3:GetObject')
    // Without it S3 answers 403 instead of 404 for an object that is not there.
    reader.allow(this.bucket.bucketArn, ['s3:ListBucket'])
  }

  /** Lets a function put objects under one prefix. */
  writtenBy(writer: LambdaFunction, prefix: Prefix): void {
    this.#allow(writer, prefix, 's3:PutObject')
  }

  #allow(worker: LambdaFunction, prefix: Prefix, action: string): void {
    worker.allow(this.bucket.arnForObjects(`${prefix}/*`), [action])
    Validations.of(worker).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${logicalId(this.bucket)}.Arn>/${prefix}/*]`,
      reason:
        'Keys are hashes of contents that do not exist yet: the prefix is the narrowest name they share.',
    })
  }
}

type Prefix = 'text' | 'raw' | 'claims'

/** The name of a bucket within the template, by which cdk-nag tells one wildcard from another. */
function logicalId(bucket: Bucket): string {
  const resource = bucket.node.defaultChild
  if (!(resource instanceof CfnBucket)) throw new Error(`${bucket.node.path} is not a bucket of this stack`)
  return Stack.of(bucket).getLogicalId(resource)
}

/** Nobody outside reads it, nobody reads it in the clear, and no deletion of a stack takes it along. */
const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
}
