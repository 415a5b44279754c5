import { describe, expect, it } from 'vitest'
import { takeTurns } from './cpu-time.ts'
import { mean, median, quantile, ratios } from './statistics.ts'

describe('taking turns', () => {
  it('gives every contender the same work, and another one the first turn in every round', async () => {
    const turns: string[] = []
    const contenders = ['a', 'b', 'c'].map(name => ({ name, work: async () => turns.push(name) }))
    const timings = await takeTurns(contenders, { warmUp: 1, rounds: 2, repeats: 2 })
    expect(turns.join('')).toBe('aabbccbbccaaccaabb')
    expect(timings.map(({ name, ms }) => [name, ms.length])).toEqual([
      ['a', 2],
      ['b', 2],
      ['c', 2],
    ])
  })

  it('charges each contender with what it burnt, and waiting with nothing', async () => {
    const busy = () => {
      const start = process.cpuUsage()
      const burntUs = () => {
        const { user, system } = process.cpuUsage(start)
        return user + system
      }
      while (burntUs() < 30_000);
    }
    const idle = () => new Promise(done => setTimeout(done, 30))
    const contenders = [
      { name: 'busy', work: busy },
      { name: 'idle', work: idle },
    ]
    const [burnt, waited] = await takeTurns(contenders, { warmUp: 1, rounds: 3, repeats: 1 })
    expect(median(burnt?.ms ?? [])).toBeGreaterThanOrEqual(30)
    expect(median(waited?.ms ?? [])).toBeLessThan(20)
  })

  it('passes on what a contender throws', async () => {
    const broken = { name: 'broken', work: () => Promise.reject(new Error('read 3 of 30 entries')) }
    await expect(takeTurns([broken], { warmUp: 0, rounds: 1, repeats: 1 })).rejects.toThrow('3 of 30')
  })
})

describe('the figures of a series', () => {
  it('are its middle, its quantiles, its mean and its ratios pair by pair', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(quantile([4, 1, 3, 2], 0.25)).toBe(2)
    expect(quantile([4, 1, 3, 2], 0.99)).toBe(4)
    expect(mean([1, 2, 6])).toBe(3)
    expect(ratios([2, 9], [1, 3])).toEqual([2, 3])
    expect(median([])).toBeNaN()
  })
})
