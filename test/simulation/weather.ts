import type { Chance } from './chance.ts'
import type { Effect, Mishap, Weather } from './invocations.ts'

const CLEAR: Weather = { mishapOf: () => undefined, latencyMs: () => 20, skewMs: () => 0 }

/** What each mishap's odds are for one effect; a seed's mood makes it none, these, or three times these. */
const ODDS: Record<Mishap, number> = {
  'crash before': 0.008,
  'crash after': 0.012,
  'answer lost': 0.012,
  throttled: 0.012,
  'in part': 0.05,
}
const MISHAPS = ['crash before', 'crash after', 'answer lost', 'throttled', 'in part'] as const

function canBefall(mishap: Mishap, { name, isWrite }: Effect): boolean {
  if (mishap === 'in part') return name.endsWith('.sendAll') || name === 'bus.announceAll'
  if (mishap === 'answer lost') return isWrite
  return mishap !== 'throttled' || name !== 'web.ask'
}

/** Weather as a seed has it. */
export function seededWeather(chance: Chance): Weather {
  return {
    mishapOf: effect =>
      MISHAPS.find(
        mishap => canBefall(mishap, effect) && chance.strikes(`${mishap} ${effect.name}`, ODDS[mishap]),
      ),
    latencyMs: ({ name }) =>
      chance.strikes(`stalled ${name}`, 0.006)
        ? chance.between('stall', 20_000, 200_000)
        : chance.between(`latency of ${name}`, 5, 150),
    skewMs: () =>
      chance.strikes('clock off', 0.03) ? Math.round(chance.between('skew', -60_000, 60_000)) : 0,
  }
}

/** Clear weather but for one crash, before or after the effect of this number; `count` tells how many there were. */
export function oneCrash(
  at: number,
  when: 'crash before' | 'crash after',
): Weather & { count: () => number } {
  let count = 0
  return {
    ...CLEAR,
    count: () => count,
    mishapOf: () => {
      count += 1
      return count === at ? when : undefined
    },
  }
}
