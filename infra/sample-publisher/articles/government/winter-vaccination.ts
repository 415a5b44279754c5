import type { SampleArticle } from '../../article.ts'

export const winterVaccination: SampleArticle = {
  path: '/press-releases/item/2026/11/10/winter-vaccination/',
  title: 'Influenza vaccination begins in pharmacies as well',
  summary: 'For the first time, 214 pharmacies offer the vaccination without an appointment.',
  paragraphs: [
    'From Thursday, adults can be vaccinated against influenza not only by their doctor but also in 214 pharmacies across the country. No appointment is needed, and the vaccination is free for everyone older than 60, for pregnant women and for people with a chronic illness. All others pay 12 crowns.',
    'The Ministry of Health has bought 460,000 doses, enough for a quarter of the population. Deliveries are made twice a week. Should a pharmacy run out, it can be told from the Ministry’s telephone line, day and night, where the nearest doses are.',
    'Last winter 19 per cent of the population were vaccinated. In the district of Osk, where pharmacies took part in a trial, it was 27 per cent. “People come in for cough drops and leave protected,” said Chief Medical Officer Runa Bekker. “It has to be as easy as that.”',
    'Pharmacists were trained for the task during the autumn. Each of them has given at least twenty vaccinations under supervision. Whoever has reacted strongly to a vaccination before should still see a doctor, as should parents with children under the age of twelve.',
    'The first cases of influenza this season were confirmed in Varnholm on 2 November. The wave is usually at its height in the second half of January.',
  ],
  publishedAt: '2026-11-10T09:00:00+01:00',
  language: 'en',
  section: 'Ministry of Health',
  morePhotos: 1,
}
