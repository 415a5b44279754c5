import type { SampleArticle } from '../../article.ts'

export const snowField: SampleArticle = {
  path: '/rivers-and-weather/notices/snow-measuring-field-on-the-serin',
  title: 'A new field on the Serin measures snow by its weight',
  summary: 'Four scales buried at 1,940 metres tell how much water the winter is holding back.',
  paragraphs: [
    'The Institute has put a new snow measuring field into service below the summit of the Serin, at 1,940 metres above sea level. It consists of four scales, each the size of a garage door, that lie level with the ground and weigh whatever falls on them.',
    'Until now the depth of the snow was measured with a pole. Depth alone, however, says little about the spring: a metre of fresh powder holds about 90 litres of water to the square metre, a metre of old wet snow more than 400. The scales weigh it directly, every ten minutes, with an error of less than two per cent.',
    'The values enter the flood forecast for the Aldra from 1 December. In a trial run with the figures of the past two winters, the forecast of the spring peak became more accurate by eleven centimetres at the Brannau bridge.',
    'Electricity is supplied by a small wind turbine, and the data travel by radio to the mountain hut, whose keepers have kindly agreed to shovel the aerial free. The field was paid for by the state and by the insurers of the delta towns in equal parts and cost 310,000 crowns.',
    'Two more fields are planned on the northern side. Hikers are asked to keep off the scales: on the opening day the Institute briefly recorded a very local snowfall of 84 kilograms, wearing a red jacket.',
  ],
  publishedAt: '2026-11-17T09:30:00+01:00',
  language: 'en',
  section: 'News',
}
