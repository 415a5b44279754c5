/** FNV-1a with a final mix: a number in [0, 1) that only the words decide. */
function unitOf(words: string): number {
  let hash = 0x81_1c_9d_c5
  for (let index = 0; index < words.length; index += 1) {
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01_00_01_93)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296
}

export type Chance = {
  /** Whether the next occasion of this kind goes wrong. */
  strikes: (kind: string, probability: number) => boolean
  /** A number of at least `from` and less than `to`. */
  between: (kind: string, from: number, to: number) => number
  /** From now on nothing goes wrong. */
  stop: () => void
  /** Every mishap so far, by its kind and the occasion's number. */
  struck: readonly string[]
}

/**
 * What a seed makes go wrong. Each occasion is decided by its own kind and number and by nothing that came
 * before, so that one mishap can be left out (`only` names those that stay) without shifting the others.
 * A seed has its own mix: some kinds never strike in it, some three times as often.
 */
export function chanceOf(seed: number, only?: ReadonlySet<string>): Chance {
  const occasions = new Map<string, number>()
  const moods = new Map<string, number>()
  const struck: string[] = []
  let isOver = false

  const nextOf = (kind: string): { name: string; unit: number } => {
    const count = (occasions.get(kind) ?? 0) + 1
    occasions.set(kind, count)
    const name = `${kind} ${count}`
    return { name, unit: unitOf(`${seed}|${name}`) }
  }

  const moodOf = (kind: string): number => {
    const mood = moods.get(kind) ?? unitOf(`${seed}|mood of ${kind}`)
    moods.set(kind, mood)
    return mood
  }

  return {
    struck,
    stop: () => {
      isOver = true
    },
    strikes: (kind, probability) => {
      const { name, unit } = nextOf(kind)
      const mood = moodOf(kind)
      const factor = mood < 0.3 ? 0 : mood < 0.8 ? 1 : 3
      if (isOver || unit >= probability * factor || only?.has(name) === false) return false
      struck.push(name)
      return true
    },
    between: (kind, from, to) => from + nextOf(kind).unit * (to - from),
  }
}
