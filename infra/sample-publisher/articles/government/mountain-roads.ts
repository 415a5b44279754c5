import type { SampleArticle } from '../../article.ts'

/** Sent to the press as it stands: the Courier prints the same body under an address of its own. */
export const mountainRoads: SampleArticle = {
  path: '/press-releases/item/2026/11/18/mountain-roads/',
  title: 'Repaired mountain roads open before the first heavy snow',
  summary:
    'All 140 kilometres of the Serin road programme are open to traffic, two weeks earlier than planned.',
  paragraphs: [
    'The last section of the Serin mountain road was opened to traffic this morning. With it, all 140 kilometres of the repair programme that began in the spring of last year are complete, two weeks earlier than planned and before the first heavy snow.',
    'Minister of Transport Joran Halvik walked the final bridge together with the crew that built it. “A road is a promise that the doctor will arrive in February as surely as in June,” the Minister said. “Today that promise is kept for eleven villages.”',
    'The programme replaced nine bridges, rebuilt the drainage along 62 kilometres and added 31 lay-bys where buses and timber lorries can pass one another. Avalanche galleries now cover the three places where the road used to be closed most often. In the past five winters it was closed for an average of 23 days.',
    'The work cost 48 million crowns, 2 million less than the Assembly had approved. The remainder will pay for two additional snow ploughs, which will be stationed in Tervo from 1 December.',
    'Winter tyres are obligatory on the Serin road from 20 November to 31 March. The state of the road is announced every morning at six on the radio and on the notice boards at both ends of the pass.',
  ],
  publishedAt: '2026-11-18T10:00:00+01:00',
  language: 'en',
  section: 'Ministry of Transport',
  morePhotos: 3,
}
