import { makeHandler as makeIngest } from '../../functions/ingest/handler.ts'
import { makeHandler as makePlan } from '../../functions/plan/handler.ts'
import { makeHandler as makePoll } from '../../functions/poll/handler.ts'
import { makeHandler as makePublish } from '../../functions/publish/handler.ts'
import type { BatchResponse } from '../../shared/runtime/batch.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Violation } from './diary.ts'
import type { FunctionDeps } from './gated-ports.ts'
import type { Weather } from './invocations.ts'
import { type Publisher, publishersOf } from './publishers.ts'
import { type Scene, sceneOf } from './scene.ts'
import { seededWeather } from './weather.ts'

type Context = { getRemainingTimeInMillis: () => number }
export type Handlers = {
  plan: (event: unknown) => Promise<void>
  poll: (event: unknown, context: Context) => Promise<BatchResponse>
  ingest: (event: unknown, context: Context) => Promise<BatchResponse>
  publish: (event: unknown) => Promise<BatchResponse>
}
/** The functions as one invocation runs them: the production ones, or a wrong variant of them. */
export type Variant = (deps: FunctionDeps) => Handlers

export const production: Variant = deps => ({
  plan: makePlan(deps),
  poll: makePoll(deps),
  ingest: makeIngest(deps),
  publish: makePublish(deps),
})

export type Outcome = {
  violations: readonly Violation[]
  /** What went wrong in the world, by name and number. */
  mishaps: readonly string[]
  lines: readonly string[]
  fingerprint: string
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** One seed's story: some minutes of weather, then calm until everything has come to rest. */
export async function simulate(
  seed: number,
  { variant = production, only }: { variant?: Variant; only?: ReadonlySet<string> } = {},
): Promise<Outcome> {
  const chance = chanceOf(seed, only)
  const publishers = publishersOf(chance, { sources: 2, releases: 2 })
  return await playOut({
    chance,
    publishers,
    variant,
    weather: seededWeather(chance),
    minutes: Math.round(chance.between('minutes', 4, 7)),
    visibilityMs: chance.between('visibility', 0, 1) < 0.5 ? 45_000 : 720_000,
    // Past the day after which a server that answers 304 for ever is asked in full.
    rounds: { beforeRedrive: 2, afterRedrive: 3 },
    eachMinute: () => {
      for (const publisher of publishers)
        if (chance.between('publisher is busy', 0, 1) < 0.2) publisher.change()
    },
  })
}

export type Play = {
  chance: Chance
  publishers: readonly Publisher[]
  variant: Variant
  weather: Weather
  minutes: number
  visibilityMs: number
  /** Of polls, six hours apart, in the calm: before the dead letters are sent again, and after. */
  rounds: { beforeRedrive: number; afterRedrive: number }
  eachMinute: (minute: number) => void
}

/** Plays the minutes, then the calm: rounds of polls, the dead letters again, more rounds, and every source on request. */
export async function playOut(play: Play): Promise<Outcome> {
  const scene = sceneOf(play)
  const { chance, publishers } = play
  for (let minute = 1; minute <= play.minutes; minute += 1) {
    play.eachMinute(minute)
    if (chance.strikes('poisoned message', 0.02)) scene.poison()
    if (!chance.strikes('schedule skips', 0.05)) scene.tick()
    if (chance.strikes('schedule fires twice', 0.05)) scene.tick()
    await scene.runUntil(scene.startMs + minute * MINUTE_MS)
  }
  chance.stop()
  await scene.runToRest()
  await rounds(scene, play.rounds.beforeRedrive)
  scene.checkNothingLost(
    publishers.filter(({ alwaysUnmodified, saidGone }) => !alwaysUnmodified && !saidGone),
  )
  scene.redrive()
  await scene.runToRest()
  await rounds(scene, play.rounds.afterRedrive)
  scene.tick(true)
  await scene.runToRest()
  scene.checkNothingLost(publishers)
  await scene.checkRest()
  const { lines, violations, fingerprint } = scene.diary
  return { violations, lines, mishaps: chance.struck, fingerprint: fingerprint() }
}

/** Every interval is over and every source due. */
async function rounds(scene: Scene, count: number): Promise<void> {
  for (let round = 1; round <= count; round += 1) {
    scene.skip(6 * HOUR_MS)
    scene.tick()
    await scene.runToRest()
  }
}
