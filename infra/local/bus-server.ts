import { createServer } from 'node:http'
import type { AwsEngine } from './aws-engine.ts'
import { type Bus, eventBus } from './bus.ts'
import { type DeclaredRule, declaredNames, declaredRules } from './declared.ts'
import type { EventLog } from './event-log.ts'
import { readBody } from './http-body.ts'
import { type Lookup, TemplateFault } from './intrinsics.ts'
import { type Listening, listen } from './listen.ts'
import { queueOf } from './queue-client.ts'
import type { Resource } from './template.ts'

/**
 * Starts the buses of the template with their rules, by the protocol of PutEvents, on loopback.
 * @throws TemplateFault for a rule with a target that is neither a topic nor a queue
 */
export async function startBus(given: {
  template: ReadonlyMap<string, Resource>
  lookup: Lookup
  aws: AwsEngine
  log: EventLog
  appended: () => void
}): Promise<Listening> {
  const { template, lookup, aws, log, appended } = given
  const rules = declaredRules(template, lookup)
  checkTargets(rules)
  const busNames = declaredNames(template, 'AWS::Events::EventBus')
  const deliver = (targetArn: string, event: unknown) =>
    targetArn.startsWith('arn:aws:sns:')
      ? aws.publish(targetArn, JSON.stringify(event))
      : queueOf(aws.endpoint, targetArn).sendJson(event)
  return await serve(eventBus({ busNames, rules, log, deliver, appended }))
}

function checkTargets(rules: readonly DeclaredRule[]): void {
  for (const { logicalId, targetArns } of rules) {
    const strange = targetArns.find(arn => !/^arn:aws:(sns|sqs):/.test(arn))
    if (strange === undefined) continue
    throw new TemplateFault(`this machine cannot deliver to ${strange}, a target of ${logicalId}`)
  }
}

function serve(bus: Bus): Promise<Listening> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
    }
    try {
      if (request.headers['x-amz-target'] !== 'AWSEvents.PutEvents') {
        answer(400, { __type: 'UnknownOperationException', message: 'this bus knows PutEvents only' })
        return
      }
      answer(200, await bus.put(JSON.parse((await readBody(request)).toString('utf8'))))
    } catch (error) {
      answer(500, { __type: 'InternalException', message: String(error) })
    }
  })
  return listen(server, 0)
}
