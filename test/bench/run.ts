import { readArguments, usage } from './arguments.ts'
import { benchDedup } from './dedup.ts'
import { benchFeeds } from './feeds.ts'
import { benchText } from './text.ts'

const asked = readArguments(process.argv.slice(2))
switch (asked.kind) {
  case 'feeds':
    await benchFeeds(asked.rounds)
    break
  case 'text':
    await benchText(asked.rounds, asked.pages)
    break
  case 'dedup':
    await benchDedup(asked.documents, asked.stream)
    break
  case 'wrong':
    process.stderr.write(`${asked.reason}\n\n${usage}`)
    process.exitCode = 2
}
