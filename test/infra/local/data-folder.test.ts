import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDataFolder } from '../../../infra/local/data-folder.ts'
import { scratchFolder } from './scratch.ts'

const moduleUrl = new URL('../../../infra/local/data-folder.ts', import.meta.url).href

/** Opens the folder in a process of its own, which then ends as the script says. */
function openElsewhere(path: string, then: string): string {
  const script = `
    const { openDataFolder } = await import(${JSON.stringify(moduleUrl)})
    const opened = await openDataFolder(${JSON.stringify(path)})
    console.log(opened.kind === 'open' ? 'open' : opened.reason)
    ${then}`
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  }).stdout.trim()
}

test('makes the folder and everything above it', async () => {
  const path = join(await scratchFolder(), 'a', 'b')
  const opened = await openDataFolder(path)
  expect(opened.kind).toBe('open')
  expect(existsSync(join(path, 'logs'))).toBe(true)
  if (opened.kind === 'open') opened.folder.release()
})

test('belongs to one process at a time', async () => {
  const path = await scratchFolder()
  const opened = await openDataFolder(path)
  expect(openElsewhere(path, '')).toContain('is in use by another running npm start')
  if (opened.kind === 'open') opened.folder.release()
  expect(openElsewhere(path, '')).toBe('open')
})

test('is free again when its process was killed', async () => {
  const path = await scratchFolder()
  expect(openElsewhere(path, "process.kill(process.pid, 'SIGKILL')")).toBe('open')
  expect(openElsewhere(path, '')).toBe('open')
})

test('refuses a path where a file stands', async () => {
  const path = join(await scratchFolder(), 'file')
  await writeFile(path, '')
  expect(await openDataFolder(path)).toEqual({
    kind: 'refused',
    reason: `the data folder ${path} is not a directory`,
  })
  expect(await openDataFolder(join(path, 'below'))).toMatchObject({ kind: 'refused' })
})

test('refuses a place that takes no folders', async () => {
  expect(await openDataFolder('/proc/communique')).toMatchObject({ kind: 'refused' })
})
