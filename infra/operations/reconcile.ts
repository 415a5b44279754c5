import { type AgainCommand, runAgain } from './again-command.ts'
import { placeUsage } from './arguments.ts'
import { reconciliation } from './reconciliation.ts'

const reconcile: AgainCommand = {
  usage: `Makes good what was recorded and never announced, as after an outage of publish of more than 24 hours, which is how
long the table's stream remembers. On this machine exactly the events that events.ndjson lacks are announced. What
a bus in AWS has taken cannot be asked of it: there every event of the span is announced, under the id it always
has, and subscribers drop those they know.

  npm run reconcile -- --from TIME [options]

  --from TIME      since when, such as 2026-11-20T09:00:00Z or 2026-11-20
  --to TIME        until when, exclusive                         (default now)
  --source ID      of this source alone
  --rate N         events a second at most                       (default 50)
  --after CURSOR   where an interrupted run goes on
  --sources FILE   the sources file, for its watches             (default sources.yaml)
  --dry-run        count, and announce nothing
${placeUsage}
  --help           this text
`,
  ...reconciliation,
}

process.exitCode = await runAgain(reconcile, process.argv.slice(2))
