import * as z from 'zod/mini'
import { RecheckMessage } from '../../shared/messages.ts'
import { type Rechecks, turnKey } from '../../shared/store/rechecks.ts'

export type MemoryRechecks = Rechecks & {
  /** Every turn on the list, earliest first. */
  all: () => RecheckMessage[]
}

/** A list of turns that forgets itself. */
export function memoryRechecks(): MemoryRechecks {
  const turns = new Map<string, RecheckMessage>()
  const inOrder = () =>
    [...turns]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, turn]) => z.parse(RecheckMessage, structuredClone(turn)))
  return {
    all: inOrder,
    schedule: async turn => void turns.set(turnKey(turn), z.parse(RecheckMessage, structuredClone(turn))),
    due: async (beforeIso, limit) =>
      inOrder()
        .filter(turn => turnKey(turn) < beforeIso)
        .slice(0, limit),
    remove: async gone => {
      for (const turn of gone) turns.delete(turnKey(turn))
    },
  }
}
