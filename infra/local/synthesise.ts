import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'

export type Synthesis =
  | { kind: 'synthesised'; template: unknown; assetsPath: string }
  | { kind: 'failed'; reason: string }

const app = fileURLToPath(new URL('../app.ts', import.meta.url))

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z.optional(z.object({ templateFile: z.optional(z.string()) })),
    }),
  ),
})

/**
 * Runs the CDK app in a process of its own, which leaves this one free to start the engines meanwhile, and
 * reads the one stack's template. Bundles lie beside it as `asset.<hash>`.
 */
export async function synthesise(given: {
  outputPath: string
  sourcesPath: string
  sampleOrigin: string | undefined
  webhook: string | undefined
}): Promise<Synthesis> {
  await rm(given.outputPath, { recursive: true, force: true })
  const { exitCode, complaint } = await run(given)
  if (exitCode !== 0)
    return { kind: 'failed', reason: complaint || `node infra/app.ts ended with code ${exitCode}` }
  return await readSynthesis(given.outputPath)
}

/** Reads what a synthesis has written, just now or at an earlier start. */
export async function readSynthesis(outputPath: string): Promise<Synthesis> {
  const manifestPath = join(outputPath, 'manifest.json')
  if (!existsSync(manifestPath)) return { kind: 'failed', reason: `there is no ${manifestPath}` }
  const manifest = z.parse(Manifest, JSON.parse(await readFile(manifestPath, 'utf8')))
  const stacks = Object.values(manifest.artifacts).filter(({ type }) => type === 'aws:cloudformation:stack')
  const templateFile = stacks[0]?.properties?.templateFile
  if (stacks.length !== 1 || templateFile === undefined) {
    return {
      kind: 'failed',
      reason: `the app describes ${stacks.length} stacks; this machine runs exactly one`,
    }
  }
  const template: unknown = JSON.parse(await readFile(join(outputPath, templateFile), 'utf8'))
  return { kind: 'synthesised', template, assetsPath: outputPath }
}

function run({ outputPath, sourcesPath, sampleOrigin, webhook }: Parameters<typeof synthesise>[0]) {
  const { promise, resolve, reject } = Promise.withResolvers<{ exitCode: number | null; complaint: string }>()
  const child = spawn(process.execPath, [app], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      COMMUNIQUE_GROUND: 'local',
      COMMUNIQUE_SOURCES: sourcesPath,
      COMMUNIQUE_SAMPLE_ORIGIN: sampleOrigin,
      COMMUNIQUE_WEBHOOK: webhook,
      CDK_OUTDIR: outputPath,
      // The offline validation takes seconds of every start; npm run check keeps it on.
      CDK_VALIDATION: 'false',
    },
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', text => {
    complaint += text
  })
  child.once('error', reject)
  child.once('close', exitCode => resolve({ exitCode, complaint: complaint.trim() }))
  return promise
}
