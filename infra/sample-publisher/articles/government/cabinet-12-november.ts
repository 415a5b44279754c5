import type { SampleArticle } from '../../article.ts'

/** The same title as a week later, and another release all the same. */
export const cabinetOn12November: SampleArticle = {
  path: '/press-releases/item/2026/11/12/cabinet-meeting/',
  title: 'Cabinet meeting',
  summary:
    'The Cabinet discussed school transport, the protection of Lake Mirel and fees for small harbours.',
  paragraphs: [
    'Prime Minister Ilsa Verren chaired the regular meeting of the Cabinet in Varnholm.',
    'The first item on the agenda was school transport in the countryside. From the beginning of the spring term, no pupil shall travel longer than 45 minutes to school. For this purpose the Ministry of Education will order fourteen additional buses, and four routes in the north will be divided. The Minister of Education reported that 620 pupils currently travel for an hour or more.',
    'The Cabinet adopted amendments to the regulation on the protection of Lake Mirel. Motor boats without a catalytic converter will no longer be allowed on the lake from 2029; owners who replace their engine earlier will be given a quarter of its price. Fishing boats registered before 1990 are exempt as objects of cultural heritage.',
    'Harbour fees for boats shorter than eight metres were abolished in the five smallest harbours. According to the Ministry of Finance, collecting them had cost more than they brought in.',
    'The Cabinet also appointed the members of the commission that will prepare the census of 2028. It will be led by the demographer Marta Oslen of the University of Varnholm.',
  ],
  publishedAt: '2026-11-12T15:10:00+01:00',
  language: 'en',
  section: 'Office of the Prime Minister',
  morePhotos: 5,
}
