import type { SampleArticle } from '../../article.ts'
import { mountainRoads } from '../government/mountain-roads.ts'

/** The government's release, word for word, under the Courier's own address and among its own furniture. */
export const mountainRoadsReprint: SampleArticle = {
  path: '/courier/2026/11/repaired-mountain-roads-open/',
  title: mountainRoads.title,
  summary: mountainRoads.summary,
  paragraphs: mountainRoads.paragraphs,
  publishedAt: '2026-11-18T11:42:00+01:00',
  language: 'en',
  section: 'Releases',
}
