import type { RecheckMessage } from '../../shared/messages.ts'
import { given, numberMovesOn } from './given.ts'
import type { Mutant } from './mutants.ts'

/** Every turn comes with the doubt that the page has gone, so that one look confirms it. */
const oneLookBelieved = given(({ rechecks, articles }) => ({
  rechecks: {
    ...rechecks,
    schedule: async turn => {
      const revision = (await articles.revisions(turn.articleId))[0]?.revision ?? 1
      await rechecks.schedule({ unconfirmed: { sign: 'gone', revision }, ...turn })
    },
  },
}))

const turnGoneBeforeQueued = given(({ rechecks }) => ({
  rechecks: {
    ...rechecks,
    due: async (before, limit) => {
      const turns = await rechecks.due(before, limit)
      await rechecks.remove(turns)
      return turns
    },
    remove: async () => {},
  },
}))

const wallsCountAsGone = given(({ fetchFrom }) => ({
  fetchFrom: async (source, url, validators, call) => {
    const answer = await fetchFrom(source, url, validators, call)
    return answer.kind === 'blocked' ? { kind: 'gone', status: 410, finalUrl: url } : answer
  },
}))

const turnsForgotten = given(({ rechecks }) => {
  const isFirst = ({ unconfirmed }: RecheckMessage) => unconfirmed === undefined
  return {
    rechecks: {
      ...rechecks,
      schedule: async turn =>
        rechecks.schedule(turn).catch(error => (isFirst(turn) ? undefined : Promise.reject(error))),
    },
  }
})

/** What looks at pages would do if their order or one of their conditions were wrong. */
export const pageMutants: readonly Mutant[] = [
  { name: 'one look is believed', variant: oneLookBelieved },
  { name: 'a turn leaves the list before it is queued', variant: turnGoneBeforeQueued },
  { name: 'two looks at once each write a revision', variant: numberMovesOn },
  { name: 'a wall counts as gone', variant: wallsCountAsGone },
  { name: 'a look that could not be planned is forgotten', variant: turnsForgotten },
]
