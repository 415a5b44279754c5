import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { ACCOUNT, REGION } from '../local/aws-json.ts'
import { type DataFolder, openDataFolder } from '../local/data-folder.ts'
import { type Endpoints, readEndpoints } from '../local/endpoints-file.ts'
import { openEngines } from '../local/engines.ts'
import { announcedNames } from '../local/event-log.ts'
import { type Lookup, resolveValue } from '../local/intrinsics.ts'
import { lookupOf } from '../local/names.ts'
import { readSynthesis } from '../local/synthesise.ts'
import { readTemplate } from '../local/template.ts'
import { type Reached, StackNames } from './pipeline-access.ts'

/** The engines check no signature; the credentials of whoever sits here stay out. */
const credentials = { accessKeyId: 'local', secretAccessKey: 'local', accountId: ACCOUNT }

const Outputs = z.object({ Outputs: z.record(z.string(), z.object({ Value: z.unknown() })) })

type Open = { endpoints: Endpoints; lookup: Lookup; close: () => Promise<void> }

/**
 * Reaches the pipeline of a data folder: through the running one, if it runs, otherwise by starting the engines
 * and the bus over what the folder holds, without the functions.
 */
export async function accessHere(dataPath: string): Promise<Reached> {
  const synthesis = await readSynthesis(join(dataPath, 'cdk.out'))
  if (synthesis.kind === 'failed')
    return refused(`${dataPath} holds no pipeline: npm start makes one there (${synthesis.reason})`)
  const opened = await openDataFolder(dataPath)
  const open =
    opened.kind === 'open'
      ? await startEngines(opened.folder, synthesis.template)
      : await joinRunning(dataPath, synthesis.template)
  if (open === undefined)
    return refused(opened.kind === 'refused' ? opened.reason : 'the engines do not answer')
  const { Outputs: outputs } = Outputs.parse(synthesis.template)
  const names = StackNames.parse(
    Object.fromEntries(
      Object.keys(StackNames.shape)
        .filter(name => name in outputs)
        .map(name => [name, resolveValue(outputs[name]?.Value, open.lookup)]),
    ),
  )
  const clients = clientsOf(open.endpoints)
  const eventsPath = join(dataPath, 'events.ndjson')
  return {
    kind: 'reached',
    access: {
      names,
      ...clients,
      announcedIds: () => announcedNames(eventsPath),
      close: async () => {
        for (const client of Object.values(clients)) client.destroy()
        await open.close()
      },
    },
  }
}

function refused(reason: string): Reached {
  return { kind: 'refused', reason }
}

async function startEngines(folder: DataFolder, synthesised: unknown): Promise<Open> {
  const template = readTemplate(synthesised)
  const engines = await openEngines({
    folder,
    synthesis: Promise.resolve({
      kind: 'synthesised',
      template: synthesised,
      assetsPath: folder.file('cdk.out'),
    }),
    dynamodbEndpoint: process.env.COMMUNIQUE_DYNAMODB_ENDPOINT,
    apiOrigin: 'http://127.0.0.1',
    eventAppended: () => {},
    complain: () => {},
  })
  const close = async () => {
    await engines.close()
    folder.release()
  }
  return { endpoints: engines.endpoints, lookup: lookupOf(template, names(engines.endpoints)), close }
}

async function joinRunning(dataPath: string, synthesised: unknown): Promise<Open | undefined> {
  const endpoints = readEndpoints(dataPath)
  if (endpoints === undefined) return undefined
  return { endpoints, lookup: lookupOf(readTemplate(synthesised), names(endpoints)), close: async () => {} }
}

/** No name that operating needs has to do with streams or the API. */
function names({ aws }: Endpoints) {
  return { queueOrigin: aws, streamArns: new Map<string, string>(), apiOrigin: '' }
}

function clientsOf({ dynamodb, aws, bus }: Endpoints) {
  const common = { region: REGION, credentials }
  return {
    dynamodb: new DynamoDBClient({ ...common, endpoint: dynamodb }),
    s3: new S3Client({ ...common, endpoint: aws, forcePathStyle: true }),
    sqs: new SQSClient({ ...common, endpoint: aws }),
    eventBridge: new EventBridgeClient({ ...common, endpoint: bus }),
  }
}
