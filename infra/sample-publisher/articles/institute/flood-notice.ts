import type { SampleArticle } from '../../article.ts'

const before =
  'The Institute of Rivers and Weather has issued a flood notice of the second level for the lower Aldra between Korsund and the delta. It is in force until Sunday noon. After two days of rain on the western slopes of the Serin the river is rising by about four centimetres an hour.'

const after = [
  'Meadows and paths along the banks will be under water, and so will the lower car park of Brannau and the road to the Lindholm mill. Houses are not in danger at this level. Cellars close to the river should be checked, and animals should be brought from the low pastures before nightfall.',
  'The reservoir at Tervo has been lowered by 60 centimetres since Wednesday and can take up the water of the upper river for about thirty hours. Its gates will be opened slowly from Saturday evening, so that the level in the delta will fall later than usual but more evenly.',
  'Drivers are asked not to pass the barriers. The present level can be heard at any time from the gauge telephone in Korsund, and the next notice follows tomorrow at seven in the morning.',
]

const peak = (level: string, time: string) =>
  `The peak is expected at the Brannau bridge on Saturday at ${time}, at a level of ${level} metres. The long-term average for November is 1.9 metres; the highest level ever measured there was 6.3 metres, in April 1926.`

/** Corrected while the publisher runs: the level and the hour of the peak were wrong at first. */
export const floodNotice: SampleArticle = {
  path: '/rivers-and-weather/notices/flood-notice-lower-aldra',
  title: 'Flood notice for the lower Aldra',
  summary: 'The Aldra will peak at the Brannau bridge on Saturday at 18:00, at a level of 4.2 metres.',
  paragraphs: [before, peak('4.2', '18:00'), ...after],
  publishedAt: '2026-11-20T16:00:00+01:00',
  language: 'en',
  section: 'Notices',
  correction: {
    summary: 'The Aldra will peak at the Brannau bridge on Saturday at 21:30, at a level of 4.6 metres.',
    paragraphs: [before, peak('4.6', '21:30'), ...after],
  },
}
