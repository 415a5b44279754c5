import { type AgainCommand, runAgain } from './again-command.ts'
import { placeUsage, sourcesUsage, spanUsage } from './arguments.ts'
import { reconciliation } from './reconciliation.ts'

const reconcile: AgainCommand = {
  usage: `Makes good what was recorded and never announced, as after an outage of publish of more than 24 hours, which is how
long the table's stream remembers. On this machine exactly the events that events.ndjson lacks are announced. What
a bus in AWS has taken cannot be asked of it: there every event of the span is announced, under the id it always
has, and subscribers drop those they know.

  npm run reconcile -- --from TIME [options]

${spanUsage}
  --rate N         events a second at most                       (default 50)
  --after CURSOR   where an interrupted run goes on
${sourcesUsage}
  --dry-run        count, and announce nothing
${placeUsage}
  --help           this text
`,
  ...reconciliation,
}

process.exitCode = await runAgain(reconcile, process.argv.slice(2))
