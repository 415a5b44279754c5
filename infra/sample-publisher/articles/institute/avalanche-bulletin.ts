import type { SampleArticle } from '../../article.ts'

export const avalancheBulletin: SampleArticle = {
  path: '/rivers-and-weather/notices/avalanche-bulletin-twice-a-day',
  title: 'Avalanche bulletin to appear twice a day',
  summary: 'From 1 December the danger is assessed at seven in the morning and at five in the afternoon.',
  paragraphs: [
    'Beginning on 1 December, the avalanche bulletin for the Serin will appear twice a day: at seven in the morning and at five in the afternoon. The Institute thereby meets a wish of the mountain guides, who plan their tours in the evening and have so far had to do so with figures that were ten hours old.',
    'The bulletin names the level of danger from one to five for each of six regions, separately for the forenoon and the afternoon. New is a short sentence on what the danger consists of, for instance wind slabs above the tree line or wet snow on slopes facing south.',
    'The forecasters rely on 19 automatic stations and on observers in eleven villages, who dig a hole in the snow every day and describe its layers. Anyone may report avalanches; last winter 430 reports were received, of which 388 turned out to be useful.',
    'Two winters ago six people were caught by avalanches in Kestria, last winter two, and all of them survived. The Institute does not draw conclusions from numbers as small as these. It does note that the bulletin was read four times as often as before.',
    'The bulletin is free. It is read out on the radio after the news, hangs in all mountain huts and may be passed on without changes by anyone.',
  ],
  publishedAt: '2026-11-09T14:00:00+01:00',
  language: 'en',
  section: 'News',
}
