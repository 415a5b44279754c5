import type { SampleArticle } from '../../article.ts'

export const groundwater: SampleArticle = {
  path: '/rivers-and-weather/notices/groundwater-recovers',
  title: 'Groundwater has recovered in five districts out of seven',
  summary: 'The wells have risen by 34 centimetres on average; the east remains dry.',
  paragraphs: [
    'After two dry years the groundwater of Kestria has largely recovered. This is shown by the annual evaluation of 312 measuring wells, which the Institute published today. On average the level is 34 centimetres higher than in October of last year.',
    'Five of the seven districts are within the normal range again. In Varnholm and Osk the wells even stand a little above the average of the past thirty years. The wet spring made the difference: between March and May 290 millimetres of rain fell, and because it fell evenly, most of it was able to seep into the ground.',
    'The two eastern districts are still short of water. There the level is 51 centimetres below the average, and in nine wells it is lower than ever measured. The soil consists of loam, which lets water through slowly, and much of the rain ran off over the surface.',
    'The Institute recommends that the restrictions on watering in the east be kept until the end of April. For the rest of the country they can be lifted from its point of view; the decision lies with the districts.',
    'All figures, including the daily values of each well since 1974, can be had free of charge. Next year forty wells will be fitted with instruments that report by themselves. Until then they will be read as before, by 26 volunteers with a measuring tape, to whom the Institute expresses its thanks.',
  ],
  publishedAt: '2026-11-11T10:00:00+01:00',
  language: 'en',
  section: 'News',
}
