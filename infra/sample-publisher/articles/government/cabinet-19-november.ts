import type { SampleArticle } from '../../article.ts'

/** Every weekly meeting is reported under the same title. */
export const cabinetOn19November: SampleArticle = {
  path: '/press-releases/item/2026/11/19/cabinet-meeting/',
  title: 'Cabinet meeting',
  summary:
    'The Cabinet approved the winter fuel allowance and the plan for a second reading room in every district.',
  paragraphs: [
    'The regular meeting of the Cabinet took place today under the chairmanship of Prime Minister Ilsa Verren.',
    'The Cabinet approved the rules for the winter fuel allowance. Households whose income is below 1,450 crowns a month will receive 210 crowns for the season, paid in two parts in December and February. About 38,000 households are expected to apply; last winter there were 35,200. The application is one page long and can be handed in at any post office.',
    'Minister of Culture Pia Sandor presented a plan to open a second public reading room in each of the seven districts by the end of 2028. The rooms will be set up in existing buildings, among them two former railway stations and a dairy. The Cabinet agreed to the plan and asked that opening hours include two evenings a week.',
    'The Cabinet then heard a report on the state of the grain reserves, which stand at 94 per cent of the required volume, and instructed the Ministry of Agriculture to complete the purchases before 15 December.',
    'At the end of the meeting the Prime Minister thanked the fire brigades of the Osk valley, who contained the forest fire of last week without harm to anyone.',
  ],
  publishedAt: '2026-11-19T15:00:00+01:00',
  language: 'en',
  section: 'Office of the Prime Minister',
  morePhotos: 3,
}
