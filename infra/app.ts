import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Annotations, App, Validations } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import packageJson from '../package.json' with { type: 'json' }
import { bundleFunctions, type FunctionName } from './bundle.ts'
import { PipelineStack } from './pipeline-stack.ts'
import { readSettings, type Settings } from './settings.ts'
import { readSourcesPath, type SourcesFile, sourcesForAws, sourcesForThisMachine } from './sources-file.ts'

const app = new App({
  // In code and not in cdk.json, so that both grounds synthesise under the same flags.
  context: recommendedFlags,
  outdir: process.env.CDK_OUTDIR ?? 'cdk.out',
  analyticsReporting: false,
  builtinCloudFormationValidation: process.env.COMMUNIQUE_GROUND !== 'local',
})

/** Synthesises one stage of the pipeline. Faults of settings or sources are returned, one line each. */
async function synthesise(): Promise<string[]> {
  const told = readSettings(
    process.env,
    {
      stage: app.node.tryGetContext('stage'),
      contact: app.node.tryGetContext('contact'),
      webhook: app.node.tryGetContext('webhook'),
    },
    packageJson.version,
  )
  if (told.kind === 'faulty') return told.faults
  const { ground, stage, userAgent, webhook } = told.settings
  const read = await sourcesOf(told.settings)
  if (read.kind === 'faulty') return read.faults

  const bundles = await mkdtemp(join(tmpdir(), 'communique-bundles-'))
  try {
    await bundleFunctions(bundles, read.sources, read.watches)
    const code = (name: FunctionName) => Code.fromAsset(join(bundles, name))
    const stack = new PipelineStack(app, `Communique-${stage}`, {
      stage,
      userAgent,
      webhook,
      isLocal: ground === 'local',
      code: {
        plan: code('plan'),
        poll: code('poll'),
        ingest: code('ingest'),
        publish: code('publish'),
        query: code('query'),
        webhook: code('webhook'),
      },
    })
    if (ground === 'aws') {
      tellIfUndeployable(stack)
      const { AwsSolutionsChecks } = await import('cdk-nag')
      Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
    }
    app.synth()
  } finally {
    await rm(bundles, { recursive: true })
  }
  return []
}

/** The sources of the ground: AWS cannot reach the sample publisher, this machine can. */
async function sourcesOf({ ground, sourcesPath, sampleOrigin }: Settings): Promise<SourcesFile> {
  const read = await readSourcesPath(sourcesPath)
  if (read.kind === 'faulty') return read
  if (ground === 'aws') return sourcesForAws(read.sources, read.watches)
  if (sampleOrigin !== undefined) {
    return { ...read, sources: sourcesForThisMachine(read.sources, sampleOrigin) }
  }
  const sample = read.sources.find(({ url }) => url.startsWith('sample:'))
  if (sample === undefined) return read
  return {
    kind: 'faulty',
    faults: [`COMMUNIQUE_SAMPLE_ORIGIN: is missing, and source ${sample.id} needs it`],
  }
}

/** The CLI's own words on missing credentials come late and name no remedy. It sets the account when it finds one. */
function tellIfUndeployable(stack: PipelineStack): void {
  const { CDK_CLI_VERSION: cliVersion, CDK_DEFAULT_ACCOUNT: account } = process.env
  if (cliVersion === undefined || account !== undefined) return
  Annotations.of(stack).addInfo(
    'No AWS credentials were found: this stack can be synthesised but not deployed. ' +
      'Sign in (aws sso login, or AWS_PROFILE=…) and see docs/deploying.md.',
  )
}

const faults = await synthesise()
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
