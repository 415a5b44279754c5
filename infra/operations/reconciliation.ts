import { showInLists } from '../../functions/publish/show-in-lists.ts'
import type { AgainCommand } from './again-command.ts'

/** Doing what publish never did, or may not have done: unmarked, and without what is known to be told. */
export const reconciliation: Omit<AgainCommand, 'usage'> = {
  replayName: () => undefined,
  announcedIds: async access => (await access.announcedIds?.()) ?? new Set(),
  makeGood: showInLists,
}
