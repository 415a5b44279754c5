import type { SampleArticle } from '../../article.ts'

export const appleHarvest: SampleArticle = {
  path: '/courier/2026/11/largest-apple-harvest-in-eleven-years/',
  title: 'Largest apple harvest in eleven years fills even the dance halls',
  summary: 'Growers have picked 61,000 tonnes, and there are not enough crates in the country.',
  paragraphs: [
    'Kestria’s fruit growers have brought in 61,000 tonnes of apples, more than in any year since 2015. The growers’ association presented its count in Tervo on Tuesday. Last year, when frost came in the middle of the blossom, it had been 37,000.',
    'There was rain at the right time, hardly any hail and a mild September. “You could have planted a walking stick and picked apples from it,” said the chairwoman of the association, Birte Falk, who has 40 hectares of her own above the Aldra.',
    'The abundance has its price. A kilogram for the press brings 9 hundredths of a crown, a third less than last autumn, and cold stores have been full since the middle of October. In Tervo apples are lying in the dance hall, and in Osk the curling club has lent its ice rink. Crates have become so scarce that growers are driving to the paper mill for cardboard.',
    'The juice makers are delighted. The largest of them, a cooperative of 320 families, has been pressing day and night for six weeks and expects 11 million litres. For the first time since 2015 there will also be brandy made of the old Serin russet, of which only a few thousand trees are left.',
    'Whoever wants to help may do so at the weekend: 25 orchards will be open for picking, against a small donation to the mountain rescue.',
  ],
  publishedAt: '2026-11-10T14:45:00+01:00',
  language: 'en',
  section: 'Economy',
  author: 'Rolf Tamm',
}
