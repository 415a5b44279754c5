import type { SampleArticle } from '../article.ts'
import { appleHarvest } from './courier/apple-harvest.ts'
import { deltaRescue } from './courier/delta-rescue.ts'
import { instrumentsLibrary } from './courier/instruments-library.ts'
import { mountainRoadsReprint } from './courier/mountain-roads-reprint.ts'
import { nightFerries } from './courier/night-ferries.ts'
import { pupilsForecast } from './courier/pupils-forecast.ts'
import { riverGauge } from './courier/river-gauge.ts'
import { townHallClock } from './courier/town-hall-clock.ts'

/** The stories of The Kestrian Courier, newest first, as its RSS feed has them. */
export const courierStories: readonly SampleArticle[] = [
  nightFerries,
  mountainRoadsReprint,
  riverGauge,
  deltaRescue,
  instrumentsLibrary,
  appleHarvest,
  townHallClock,
  pupilsForecast,
]
