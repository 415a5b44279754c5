/** Holds work back while something is wrong that more work would make worse, such as a full disk. */
export type Gate = {
  /** Resolves when work may go on: at once while the gate is open. */
  opened: () => Promise<void>
  isOpen: () => boolean
  open: () => void
  shut: () => void
}

export function openGate(): Gate {
  let shut: PromiseWithResolvers<void> | undefined
  return {
    opened: async () => shut?.promise,
    isOpen: () => shut === undefined,
    open: () => {
      shut?.resolve()
      shut = undefined
    },
    shut: () => {
      shut ??= Promise.withResolvers<void>()
    },
  }
}
