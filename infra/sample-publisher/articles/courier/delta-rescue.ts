import type { SampleArticle } from '../../article.ts'

/** Written with an editor that spoils dashes and quotation marks: a space within the entity, an entity escaped twice, '' for ”. */
export const deltaRescue: SampleArticle = {
  path: '/courier/2026/11/delta-mayors-common-rescue-service/',
  title: 'Delta mayors want one rescue service for seven towns',
  summary:
    'After two nights of high water the mayors of the Aldra delta intend to merge their boats, crews and radios.',
  paragraphs: [
    'The mayors of the seven towns in the Aldra delta have agreed to begin talks on a common rescue service. They announced this on Saturday evening after a meeting in the fire station of Brannau, where the water had stood knee-high two days before.',
    "“ We had eleven boats and four different kinds of radio, and nobody could hear anybody else '', & mdash; said the mayor of Brannau, Ines Kolbe. & mdash; “ That must not happen to us a second time ''.",
    'According to the mayors, the new service would have one telephone number, one control room and 62 full-time rescuers. At present the towns employ 71 &amp;mdash; 40 of them in Brannau alone. The smaller towns rely on volunteers, many of whom work in Varnholm during the week and are an hour away when the alarm is raised.',
    "The plan has its critics. The council of Osk fears that the boats would be moved to the larger harbours. “ Whoever waits on a roof does not ask about synergies '', & mdash; councillor Petter Roald told the Courier. He demands that at least one boat and one crew & ndash; by day and by night & ndash; remain in each of the towns.",
    'The costs are to be shared according to the number of inhabitants. The mayors hope that the state will pay for the control room; the Ministry of the Interior called the plan &amp;laquo;reasonable&amp;raquo; and promised an answer by the end of the year. The next meeting is on 5 December.',
  ],
  publishedAt: '2026-11-14T20:05:00+01:00',
  language: 'en',
  section: 'Country',
  author: 'Lena Aust',
}
