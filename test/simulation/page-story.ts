import type { Article } from '../../shared/article.ts'
import { chanceOf } from './chance.ts'
import type { Diary } from './diary.ts'
import { type Page, type SilentPublisher, silentPublisher } from './pages.ts'
import { type Scene, sceneOf } from './scene.ts'
import { type Outcome, production, type Variant } from './simulate.ts'
import { seededWeather } from './weather.ts'

const MINUTE_MS = 60_000
/** Between two calls of plan, in minutes, until the last turn of a month is over. */
const CALM = [
  ...Array<number>(18).fill(20),
  ...Array<number>(10).fill(60),
  ...Array<number>(8).fill(360),
  ...Array<number>(8).fill(1_440),
  ...Array<number>(12).fill(4_320),
]
const STORMY_MINUTES = 180
const EVERY_MINUTES = 6

/** One seed's story of pages that are edited, withdrawn and restored: three hours of weather, then calm. */
export async function playPages(
  seed: number,
  { variant = production }: { variant?: Variant | undefined } = {},
): Promise<Outcome> {
  const chance = chanceOf(seed)
  const publishers = [silentPublisher(chance, 'source-1')]
  const weather = seededWeather(chance)
  const visibilityMs = chance.between('visibility', 0, 1) < 0.5 ? 45_000 : 720_000
  const play = { chance, publishers, variant, weather, visibilityMs, minutes: STORMY_MINUTES }
  const scene = sceneOf({ ...play, rounds: { beforeRedrive: 0, afterRedrive: 0 }, eachMinute: () => {} })

  for (let minute = 0; minute < STORMY_MINUTES; minute += EVERY_MINUTES) {
    for (const publisher of publishers) publisher.minutePasses(minute)
    scene.tick()
    if (chance.strikes('schedule fires twice', 0.1)) scene.tick()
    await scene.runUntil(scene.startMs + (minute + EVERY_MINUTES) * MINUTE_MS)
  }
  chance.stop()
  await scene.runToRest()
  await calm(scene, publishers)
  scene.redrive()
  await scene.runToRest()
  await calm(scene, publishers)
  await scene.checkRest()
  checkFates(scene, publishers)
  const { lines, violations, fingerprint } = scene.diary
  return { violations, lines, mishaps: chance.struck, fingerprint: fingerprint() }
}

async function calm(scene: Scene, publishers: readonly SilentPublisher[]): Promise<void> {
  for (const pauseMinutes of CALM) {
    scene.skip(pauseMinutes * MINUTE_MS)
    for (const publisher of publishers) publisher.minutePasses(scene.minute())
    scene.tick()
    await scene.runToRest()
  }
}

/** The record ends up saying of each page what became of it, and said nothing else on the way. */
function checkFates(scene: Scene, publishers: readonly SilentPublisher[]): void {
  const rows = scene.rows()
  for (const { pages } of publishers)
    for (const page of pages) {
      const own = rows
        .filter(({ url }) => url === page.release.url)
        .toSorted((one, other) => one.revision - other.revision)
      // A page that could not be had at first sight is its entry's alone, and is not looked at again.
      if (own.at(-1)?.completeness === 'full') checkFate(page, own, scene.diary)
    }
  if (scene.turnsLeft() > 0) scene.diary.broken('looks come to an end', `${scene.turnsLeft()} are planned`)
}

const PROMISED: Record<Page['fate'], { promise: string; told: RegExp }> = {
  stays: { promise: 'a page that flickers or fails is neither revised nor withdrawn', told: /^$/ },
  edited: { promise: 'a silent edit is recorded once', told: /^(?:content)?$/ },
  gone: { promise: 'a page that is gone for good ends withdrawn', told: /^withdrawn$/ },
  returns: { promise: 'a page that came back ends restored', told: /^(?:withdrawn restored)?$/ },
}

function checkFate({ release, fate }: Page, own: readonly Article[], diary: Diary): void {
  const told = own
    .map(({ revisionReason }) => revisionReason)
    .filter(reason => reason !== 'created' && reason !== 'completed')
  const { promise, told: expected } = PROMISED[fate]
  if (!expected.test(told.join(' '))) diary.broken(promise, `${release.id}: ${told.join(' ') || 'nothing'}`)
  if (fate === 'edited' && !own.at(-1)?.excerpt.includes(' later '))
    diary.broken(promise, `${release.id}: the record has the former text`)
}
