import type { SampleArticle } from '../../article.ts'

/** In the Courier's feed and, as a report in the press, in the Institute's: one article, one address, two feeds. */
export const riverGauge: SampleArticle = {
  path: '/courier/2026/11/how-a-river-gauge-sees-a-flood/',
  title: 'How a river gauge sees a flood before the town does',
  summary: 'A visit to the concrete tower at Korsund that gives the lower Aldra its nine hours of warning.',
  paragraphs: [
    'The tower at Korsund is four metres wide, has no windows and smells of mud. Once a week Agnes Tholl unlocks its iron door, climbs down eighteen rungs and wipes a sensor the size of a coffee cup. “If it gets dirty, the river seems to rise,” she says. “And then the telephone does not stop ringing in Brannau.”',
    'The gauge is one of 47 on the Aldra and its tributaries. Every five minutes it sends a single number to the Institute of Rivers and Weather in Varnholm: the height of the water in centimetres. From the numbers of the upper gauges, the rain of the past days and the snow that is still lying on the Serin, a model calculates what will arrive further down.',
    'Between Korsund and the delta the water needs about nine hours. It is a good span of time, Tholl thinks: long enough to move the cows, too short to have a second opinion.',
    'Before the tower was built in 1958, the keeper of the lock used to telephone the post office, and the post office rang the church bell. In the archives of Brannau there is a bill for the bell rope, which had to be replaced after the flood of 1926.',
    'Today the bell is rung only for exercises. The last one took place in October, and Tholl was there. “It is louder than any app,” she says, and locks the door again.',
  ],
  publishedAt: '2026-11-15T08:00:00+01:00',
  language: 'en',
  section: 'Science',
  author: 'Jonas Wehl',
}
