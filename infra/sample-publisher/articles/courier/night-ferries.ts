import type { SampleArticle } from '../../article.ts'

export const nightFerries: SampleArticle = {
  path: '/courier/2026/11/night-ferries-return-to-lake-mirel/',
  title: 'Night ferries return to Lake Mirel',
  summary:
    'After thirteen years a boat crosses the lake after midnight again, three times a week for a start.',
  paragraphs: [
    'At ten past midnight on Friday the “Solveig” cast off from pier three in Varnholm with 64 passengers, two bicycles and a double bass on board. It was the first regular night crossing of Lake Mirel in thirteen years.',
    'From now on the ferry will run on Thursday, Friday and Saturday nights. It leaves Varnholm at 0:10, calls at Lindholm and reaches Osk at 1:25. The ticket costs four crowns, as it does by day. The ferry company expects to lose money in the first year and says so openly. “We also lose money on the flower boxes,” director Frida Normann remarked on the pier. “Nobody wants to take those away.”',
    'The crossing had been given up in 2013, when the motorway was opened and hardly anyone stayed in town late. Since then two theatres, a music school and a hospital with shift work have settled at the northern shore. A petition for the night boat was signed by 5,300 people in the spring.',
    'Among the first passengers was the nurse Tarek Odeh, who finishes work at eleven. Until last week he took a taxi twice a week for 38 crowns. “Now I sleep on the boat,” he said, “and the boat does not mind.”',
    'The trial lasts until the end of May. If on average more than 45 people travel, the night boat will stay.',
  ],
  publishedAt: '2026-11-20T07:15:00+01:00',
  language: 'en',
  section: 'Varnholm',
  author: 'Mika Brandt',
}
