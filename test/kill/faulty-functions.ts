import childProcess from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
import { randomOf } from '../support/release-text.ts'
import { openFaultyProxy } from '../wire/faulty-proxy.ts'
import { someOf } from '../wire/faulty-wire.ts'

// Loaded before `npm start` itself (node --import), in its process: every call that a function makes to an engine
// goes through a proxy on which a share of the calls goes wrong. The product knows nothing of it.

const share = Number(process.env.FAULTY_SHARE)
const random = randomOf(Number(process.env.FAULTY_SEED))
const ENGINES = 4
const free = await Promise.all(Array.from({ length: ENGINES }, () => openFaultyProxy(someOf(share, random))))
const proxied = new Map<string, string>()

function proxyOf(origin: string): string {
  const known = proxied.get(origin)
  if (known !== undefined) return known
  const proxy = free.pop()
  if (proxy === undefined) throw new Error(`no proxy is left for ${origin}`)
  proxy.leadTo(origin)
  proxied.set(origin, proxy.endpoint)
  return proxy.endpoint
}

function throughProxies(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  for (const [name, origin] of Object.entries(environment)) {
    if (name.startsWith('AWS_ENDPOINT_URL_') && origin !== undefined) proxyOf(origin)
  }
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      [...proxied].reduce((text, [origin, proxy]) => text?.replaceAll(origin, proxy), value),
    ]),
  )
}

const { fork } = childProcess
Object.assign(childProcess, {
  fork: (path: string, words: readonly string[], options: childProcess.ForkOptions) =>
    fork(path, words, { ...options, env: throughProxies(options.env ?? {}) }),
})
syncBuiltinESMExports()
