import * as z from 'zod/mini'
import {
  SOURCE_EVENT_TYPES,
  type SourceAnnouncement,
  type SourceDetailType,
  SourceEvent,
} from '../../shared/events.ts'
import type { SourceHappening } from '../../shared/source-happenings.ts'
import type { SourceTold } from '../../shared/store/sources.ts'
import type { Origin } from './announcements.ts'

const DETAIL_TYPES: Record<SourceHappening['kind'], SourceDetailType> = {
  'health-changed': 'Source Health Changed',
  'gap-detected': 'Source Gap Detected',
  silent: 'Source Silent',
  'recipe-changed': 'Source Recipe Changed',
}

/**
 * The announcements of what happened to a source. Their ids are `sourceId#version#type`, of the state that was
 * saved with it: the same happening always gives the same event, to the letter.
 */
export function sourceAnnouncementsOf(
  { sourceId, version, happenings }: SourceTold,
  { sourceUrn }: Pick<Origin, 'sourceUrn'>,
): SourceAnnouncement[] {
  return happenings.map(happening => {
    const { at, kind: happened, ...facts } = happening
    const detailType = DETAIL_TYPES[happened]
    const { country, kind } = happening.publisher
    return {
      detailType,
      event: z.parse(SourceEvent, {
        specversion: '1.0',
        id: `${sourceId}#${version}#${happened}`,
        source: sourceUrn,
        type: SOURCE_EVENT_TYPES[detailType],
        subject: sourceId,
        time: at,
        datacontenttype: 'application/json',
        sequence: String(version),
        partitionkey: sourceId,
        data: { ...facts, sourceId, country, kind },
      }),
    }
  })
}
