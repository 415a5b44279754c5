import { type AgainCommand, runAgain } from './again-command.ts'
import { placeUsage, sourcesUsage, spanUsage } from './arguments.ts'

const replay: AgainCommand = {
  usage: `Announces again what was recorded in a span of time, for a subscriber that is new or was mended. Each event has
the id it always had and is marked with the replay's name (\`replayname\`).

  npm run replay -- --from TIME [options]

${spanUsage}
  --name NAME      the replay's name                             (default replay-<now>)
  --rate N         events a second at most                       (default 50)
  --after CURSOR   where an interrupted replay goes on
${sourcesUsage}
  --dry-run        count, and announce nothing
${placeUsage}
  --help           this text
`,
  replayName: ({ name }) => name ?? `replay-${new Date().toISOString()}`,
  announcedIds: async () => new Set(),
  makeGood: async () => {},
}

process.exitCode = await runAgain(replay, process.argv.slice(2))
