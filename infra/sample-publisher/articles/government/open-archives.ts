import type { SampleArticle } from '../../article.ts'

export const openArchives: SampleArticle = {
  path: '/press-releases/item/2026/11/04/open-archives/',
  title: 'State Archive puts eight hundred thousand pages within everyone’s reach',
  summary: 'Land registers, ship’s logs and letters from 1710 to 1925 can be read free of charge.',
  paragraphs: [
    'The State Archive of Kestria has finished photographing the land registers of all seven districts. From today 800,000 pages from the years 1710 to 1925 can be read free of charge, copied and used for any purpose, the Ministry of Culture announced.',
    'Besides the registers, the collection holds the logs of 340 ships, the minutes of the Varnholm town council and about nine thousand private letters whose writers and recipients died more than seventy years ago. For 60,000 pages there is a typed transcript as well, made over six years by 210 volunteers.',
    '“Most visitors look for the house of their grandparents first,” said the Director of the Archive, Henrik Aune. “Then they find out that the neighbour sued over a pear tree, and they stay the whole evening.”',
    'The oldest pages turned out to be in the best condition, since they were written on paper made of linen. Registers from the 1880s had to be strengthened leaf by leaf before they could be opened under the camera. The work was carried out by four people in a former school and took seven years.',
    'The reading room in Varnholm remains open on weekdays from nine to five. Next year the Archive intends to begin with the maps, of which it holds about 12,000.',
  ],
  publishedAt: '2026-11-04T10:15:00+01:00',
  language: 'en',
  section: 'Ministry of Culture',
}
