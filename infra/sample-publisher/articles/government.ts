import type { SampleArticle } from '../article.ts'
import { armenianSchool } from './government/armenian-school.ts'
import { cabinetOn12November } from './government/cabinet-12-november.ts'
import { cabinetOn19November } from './government/cabinet-19-november.ts'
import { mountainRoads } from './government/mountain-roads.ts'
import { openArchives } from './government/open-archives.ts'
import { schoolMealsSpeech } from './government/school-meals-speech.ts'
import { thirdQuarter } from './government/third-quarter.ts'
import { winterVaccination } from './government/winter-vaccination.ts'

/** The releases of the Government of Kestria, newest first: a page that lists them is all there is. */
export const governmentReleases: readonly SampleArticle[] = [
  armenianSchool,
  cabinetOn19November,
  mountainRoads,
  thirdQuarter,
  cabinetOn12November,
  winterVaccination,
  schoolMealsSpeech,
  openArchives,
]
