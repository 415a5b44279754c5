import { chanceOf } from './chance.ts'
import { textOf } from './documents.ts'
import { type Publisher, publishersOf } from './publishers.ts'
import { type Outcome, playOut, production, type Variant } from './simulate.ts'
import { oneCrash } from './weather.ts'

export type CrashPoint = { at: number; when: 'crash before' | 'crash after' }

/** A word, one that carries its own text, a copy, an address that two sources list: each once, then an edit. */
function script([harbour, islands]: readonly Publisher[], minute: number): void {
  if (harbour === undefined || islands === undefined) throw new Error('the script wants two publishers')
  const ferry = {
    id: 'ferry',
    guid: 'ferry',
    edition: 1,
    url: 'https://source-1.example/news/ferry',
    text: textOf('The ferry'),
  }
  if (minute === 1) {
    harbour.publish(ferry)
    islands.publish({ ...ferry, id: 'copy', guid: 'copy', url: 'https://source-2.example/news/copy' })
    islands.publish({ id: 'notice', guid: 'notice', edition: 1, text: textOf('A notice') })
  }
  if (minute === 2) {
    harbour.edit('ferry')
    islands.publish({ ...ferry, id: 'same', guid: 'same' })
  }
}

/**
 * Plays the script in clear weather but for one crash.
 * @returns how it went, and how many effects there were in all.
 */
export async function crashAt(
  { at, when }: CrashPoint,
  variant: Variant = production,
): Promise<Outcome & { effects: number }> {
  const chance = chanceOf(1, new Set())
  const publishers = publishersOf(chance, { sources: 2, releases: 0 })
  const weather = oneCrash(at, when)
  const outcome = await playOut({
    chance,
    publishers,
    variant,
    weather,
    minutes: 2,
    visibilityMs: 720_000,
    rounds: { beforeRedrive: 1, afterRedrive: 1 },
    eachMinute: minute => script(publishers, minute),
  })
  return { ...outcome, effects: weather.count() }
}
