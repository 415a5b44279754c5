import type { AgainCommand } from './again-command.ts'

/** Announcing for the first time what never was, or may not have been: unmarked, without what is known to be told. */
export const reconciliation: Pick<AgainCommand, 'replayName' | 'announcedIds'> = {
  replayName: () => undefined,
  announcedIds: async access => (await access.announcedIds?.()) ?? new Set(),
}
