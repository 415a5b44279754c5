import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { eventFiles } from './event-files.ts'

/** `npm run events`: writes docs/events anew from shared/events.ts. */
const folder = join(import.meta.dirname, '../../docs/events')
for (const [path, text] of eventFiles()) {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
