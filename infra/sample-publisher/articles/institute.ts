import type { SampleArticle } from '../article.ts'
import { riverGauge } from './courier/river-gauge.ts'
import { avalancheBulletin } from './institute/avalanche-bulletin.ts'
import { floodNotice } from './institute/flood-notice.ts'
import { groundwater } from './institute/groundwater.ts'
import { mirelStation } from './institute/mirel-station.ts'
import { snowField } from './institute/snow-field.ts'

/** What the Institute of Rivers and Weather has on pages of its own, newest first. */
export const instituteNotices: readonly SampleArticle[] = [
  floodNotice,
  snowField,
  mirelStation,
  groundwater,
  avalancheBulletin,
]

/** What its Atom feed carries, newest first: its notices and a report about it in the Courier. */
export const instituteFeed: readonly SampleArticle[] = [
  floodNotice,
  snowField,
  riverGauge,
  mirelStation,
  groundwater,
  avalancheBulletin,
]
