import type { SampleArticle } from '../../article.ts'

export const pupilsForecast: SampleArticle = {
  path: '/courier/2026/11/pupils-forecast-beats-the-radio/',
  title: 'Pupils’ weather forecast beats the radio for a whole month',
  summary: 'A sixth form in Lindholm predicted the next day’s rain correctly on 27 days out of 31.',
  paragraphs: [
    'Every morning at a quarter to eight, three pupils of the sixth form in Lindholm step onto the roof of their school. One reads the barometer, one describes the clouds, and the third looks at the jackdaws on the chapel. At eight they write on a blackboard by the gate whether it will rain tomorrow.',
    'In October they were right on 27 days out of 31. The forecast on the radio, which the pupils wrote down for comparison, was right on 24. Their teacher, Odile Frank, had planned the project as an exercise in percentages. “Then parents began to photograph the blackboard,” she says, “and last week a farmer rang to ask about his hay.”',
    'The Institute of Rivers and Weather congratulated the class and asked for its notebooks. Forecaster Nils Arvid sees nothing uncanny in the result: the radio speaks for the whole district, which is 70 kilometres long, the pupils for a single bay. “Mountains make weather that our grid is too coarse for,” he says. “Eleven-year-olds on a roof are a very fine grid.”',
    'What the jackdaws contribute has not been settled. On two of the four wrong days the pupil in charge of them had been ill.',
    'The blackboard has meanwhile been given a small roof of its own. In spring the class wants to begin with wind.',
  ],
  publishedAt: '2026-11-05T12:10:00+01:00',
  language: 'en',
  section: 'Science',
  author: 'Jonas Wehl',
}
