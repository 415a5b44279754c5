import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Source } from '../shared/source.ts'
import type { Watch } from '../shared/watches/watch.ts'

export const functionNames = ['plan', 'poll', 'ingest', 'publish', 'query', 'webhook'] as const
export type FunctionName = (typeof functionNames)[number]

const root = join(import.meta.dirname, '..')

/**
 * Bundles the functions in one esbuild call, each to `<into>/<name>/index.mjs`, and lays the sources beside
 * plan as `sources.json`, from which it keeps the sources table in step, and the watches beside publish as
 * `watches.json`.
 * @throws when a function does not build; esbuild has written where and why to stderr.
 */
export async function bundleFunctions(
  into: string,
  sources: readonly Source[],
  watches: readonly Watch[] = [],
): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(
      functionNames.map(name => [`${name}/index`, join(root, 'functions', name, 'main.ts')]),
    ),
    outdir: into,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // The packages' ES modules drop what is not used; their CommonJS builds are half as large again.
    mainFields: ['module', 'main'],
    // CommonJS packages inside an ES module still call require() for Node's own modules.
    banner: {
      js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);",
    },
    absWorkingDir: root,
    logLevel: 'warning',
  })
  await mkdir(join(into, 'plan'), { recursive: true })
  await writeFile(join(into, 'plan', 'sources.json'), JSON.stringify(sources))
  await writeFile(join(into, 'publish', 'watches.json'), JSON.stringify(watches))
}
