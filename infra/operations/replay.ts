import { type AgainCommand, runAgain } from './again-command.ts'
import { placeUsage } from './arguments.ts'

const replay: AgainCommand = {
  usage: `Announces again what was recorded in a span of time, for a subscriber that is new or was mended. Each event has
the id it always had and is marked with the replay's name (\`replayname\`).

  npm run replay -- --from TIME [options]

  --from TIME      since when, such as 2026-11-20T09:00:00Z or 2026-11-20
  --to TIME        until when, exclusive                         (default now)
  --source ID      of this source alone
  --name NAME      the replay's name                             (default replay-<now>)
  --rate N         events a second at most                       (default 50)
  --after CURSOR   where an interrupted replay goes on
  --sources FILE   the sources file, for its watches             (default sources.yaml)
  --dry-run        count, and announce nothing
${placeUsage}
  --help           this text
`,
  replayName: ({ name }) => name ?? `replay-${new Date().toISOString()}`,
  announcedIds: async () => new Set(),
  makeGood: async () => {},
}

process.exitCode = await runAgain(replay, process.argv.slice(2))
