import { parentPort } from 'node:worker_threads'
import * as z from 'zod'
import { simulate } from './simulate.ts'

// A thread of `seeds-on-all-cores.ts`: a seed comes in, what it broke goes out. A throw ends the thread as its error.
parentPort?.on('message', async message => {
  const seed = z.number().parse(message)
  const { violations } = await simulate(seed)
  parentPort?.postMessage({ seed, isKept: violations.length === 0 })
})
