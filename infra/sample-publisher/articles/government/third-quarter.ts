import type { SampleArticle } from '../../article.ts'

export const thirdQuarter: SampleArticle = {
  path: '/press-releases/item/2026/11/16/third-quarter/',
  title: 'Public finances in the third quarter: revenue ahead of plan',
  summary: 'Revenue reached 2.31 billion crowns between July and September, 1.8 per cent more than planned.',
  paragraphs: [
    'Between July and September the state received 2.31 billion crowns, which is 1.8 per cent more than the budget had assumed. Expenditure amounted to 2.27 billion crowns. The quarter therefore ended with a surplus of 40 million crowns, the Ministry of Finance announced today.',
    'The largest part of the additional revenue came from value added tax. The Ministry explains it by a good tourist season: hotels and guest houses counted 1.12 million nights, 70,000 more than in the summer before. Income from customs duties, on the other hand, fell by 3 per cent.',
    'Public debt stood at 31.4 per cent of gross domestic product on 30 September. It was 32.0 per cent at the end of June. During the quarter the Treasury redeemed bonds worth 120 million crowns and issued new ones worth 95 million at an average interest of 2.9 per cent.',
    '“These are solid figures, and they allow no carelessness,” Minister of Finance Edvin Marsk said. “Heating and grain will be dearer this winter, and we have set money aside for both.”',
    'The complete tables, including the accounts of the seven districts, will be laid before the Assembly on 30 November. The figures for the fourth quarter are to be published in the middle of February.',
  ],
  publishedAt: '2026-11-16T11:30:00+01:00',
  language: 'en',
  section: 'Ministry of Finance',
}
