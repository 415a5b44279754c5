import { REGION } from './aws-json.ts'
import { type DeclaredFunction, declaredFunctions, declaredRoutes } from './declared.ts'
import type { Endpoints } from './endpoints-file.ts'
import type { FunctionOutput } from './environment-process.ts'
import { type FunctionPool, functionPool } from './function-pool.ts'
import { type Lookup, TemplateFault } from './intrinsics.ts'
import { nameInArn } from './names.ts'
import type { Resource } from './template.ts'

export type Functions = {
  /** The function of an ARN or name that the template gives. */
  of: (arnOrName: string) => FunctionPool
  /** Ends all: waits for running invocations, at most so long. */
  close: (patienceMs: number) => Promise<void>
}

/** Two cores are worth two environments; questions must not wait for one another. */
const POOL_SIZE = 2
const ANSWERING_POOL_SIZE = 3

/** Makes a pool for each function of the template, over the bundles that the app has written. */
export function makeFunctions(given: {
  template: ReadonlyMap<string, Resource>
  lookup: Lookup
  assetsPath: string
  endpoints: Endpoints
  output: FunctionOutput
}): Functions {
  const { template, lookup, assetsPath, endpoints, output } = given
  const answering = new Set(declaredRoutes(template, lookup).map(({ functionArn }) => nameInArn(functionArn)))
  const pools = new Map(
    declaredFunctions(template, lookup, assetsPath).map((declared): [string, FunctionPool] => {
      const size = answering.has(nameInArn(declared.arn)) ? ANSWERING_POOL_SIZE : POOL_SIZE
      const environment = functionEnvironment(declared, endpoints)
      return [nameInArn(declared.arn), functionPool({ declared, environment, size, output })]
    }),
  )
  return {
    of: arnOrName => {
      const pool = pools.get(nameInArn(arnOrName))
      if (pool === undefined) throw new TemplateFault(`the template has no function ${arnOrName}`)
      return pool
    },
    close: async patienceMs => {
      await Promise.all([...pools.values()].map(pool => pool.close(patienceMs)))
    },
  }
}

/** What the template says, and the engines in the place of AWS. Nothing of this process's own environment. */
function functionEnvironment(
  { environment }: DeclaredFunction,
  endpoints: Endpoints,
): Record<string, string> {
  return {
    ...environment,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_S3: endpoints.aws,
    AWS_ENDPOINT_URL_SQS: endpoints.aws,
    AWS_ENDPOINT_URL_SNS: endpoints.aws,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.bus,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secrets,
    // A profile of the person at this machine must not lead a client to AWS.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  }
}
