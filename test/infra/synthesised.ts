import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import { PipelineStack } from '../../infra/pipeline-stack.ts'

/** The pipeline's template with functions that do nothing: what is asserted here is what stands around them. */
export function synthesised(): Template {
  const app = new App({
    context: recommendedFlags,
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
  })
  const code = Code.fromInline('export const handler = async () => {}')
  return Template.fromStack(
    new PipelineStack(app, 'Communique-test', {
      stage: 'test',
      userAgent: 'communique/0.1',
      code: { plan: code, poll: code, ingest: code, publish: code, query: code, webhook: code },
    }),
  )
}

/** What a template's parts are known to be before one looks: anything that JSON can hold. */
export type Part = ReturnType<Template['findResources']>[string]
export type Resource = { id: string; properties: Part; deletionPolicy?: string }

/** All resources of one CloudFormation type. */
export function resourcesOf(template: Template, type: string): Resource[] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => ({
    id,
    properties: resource.Properties,
    deletionPolicy: resource.DeletionPolicy,
  }))
}

/** The logical id that a reference, or a text put together from references, points at, without CDK's hash. */
export function named(value: unknown): string {
  if (typeof value === 'string') return value
  const [[kind, content] = []] = Object.entries(value ?? {})
  if (kind === 'Ref') return withoutHash(String(content))
  if (kind === 'Fn::GetAtt') return withoutHash(content[0]) + (content[1] === 'Arn' ? '' : `.${content[1]}`)
  if (kind === 'Fn::Join') return content[1].map(named).join('')
  throw new Error(`cannot name ${JSON.stringify(value)}`)
}

const withoutHash = (logicalId: string) => logicalId.replace(/^Pipeline/, '').replace(/[0-9A-F]{8}$/, '')

/** What a function may do, as `action resource` lines, sorted. */
export function rightsOf(template: Template, functionName: string): string[] {
  return resourcesOf(template, 'AWS::IAM::Policy')
    .filter(({ properties }) =>
      properties.Roles.some((role: unknown) => named(role) === `${functionName}Role`),
    )
    .flatMap(({ properties }) => properties.PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap(action => [Resource].flat().map(resource => `${action} ${named(resource)}`)),
    )
    .sort()
}
