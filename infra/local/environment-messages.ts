import * as z from 'zod/mini'

/** What an environment is told at its start, as JSON in its one argument. */
export type EnvironmentTask = {
  bundlePath: string
  handlerName: string
  functionName: string
  functionArn: string
  memoryMb: number
}

/** Events and results travel as JSON text, as they do through Lambda: what JSON drops is dropped here too. */
export type Invocation = { requestId: string; event: string; deadlineMs: number }

/** What an environment says: anything may come from a process that runs a publisher's bytes through a bundle. */
export const EnvironmentMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('unloadable'), error: z.string() }),
  z.object({ kind: z.literal('returned'), value: z.string() }),
  z.object({ kind: z.literal('threw'), error: z.string() }),
  z.object({ kind: z.literal('output'), stream: z.enum(['stdout', 'stderr']), text: z.string() }),
])
export type EnvironmentMessage = z.infer<typeof EnvironmentMessage>
