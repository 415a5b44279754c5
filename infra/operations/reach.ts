import { accessHere } from './access-here.ts'
import { accessInAws } from './access-in-aws.ts'
import type { Place } from './arguments.ts'
import type { Reached } from './pipeline-access.ts'

/** Reaches the pipeline of a place; what is in the way comes back as one sentence. */
export async function reach(place: Place): Promise<Reached> {
  return place.kind === 'stage' ? await accessInAws(place.stage) : await accessHere(place.dataPath)
}
