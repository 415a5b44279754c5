import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { readBody } from './http-body.ts'
import { type Listening, listen } from './listen.ts'
import { nameInArn } from './names.ts'
import { ofType, type Resource } from './template.ts'

export type Secrets = Listening & {
  /** Where each secret of the template lies on this machine. */
  paths: string[]
}

const GetSecretValue = z.object({ SecretId: z.string() })

/**
 * Keeps the template's secrets, each in a file that only its owner may read and that is made at the first start,
 * and answers GetSecretValue on loopback.
 */
export async function startSecrets(
  template: ReadonlyMap<string, Resource>,
  folderPath: string,
): Promise<Secrets> {
  const files = new Map(
    ofType(template, 'AWS::SecretsManager::Secret').map(([id]) => [id, join(folderPath, id)]),
  )
  if (files.size > 0) mkdirSync(folderPath, { recursive: true, mode: 0o700 })
  for (const path of files.values())
    if (!existsSync(path)) writeFileSync(path, randomBytes(33).toString('base64'), { mode: 0o600 })

  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
    try {
      const { SecretId } = z.parse(GetSecretValue, JSON.parse((await readBody(request)).toString('utf8')))
      const path = files.get(nameInArn(SecretId))
      if (path === undefined) answer(400, { __type: 'ResourceNotFoundException', message: SecretId })
      else answer(200, { Name: nameInArn(SecretId), SecretString: readFileSync(path, 'utf8').trim() })
    } catch (error) {
      answer(500, { __type: 'InternalServiceError', message: String(error) })
    }
  })
  return { ...(await listen(server, 0)), paths: [...files.values()] }
}
