import type { SampleArticle } from '../../article.ts'

export const schoolMealsSpeech: SampleArticle = {
  path: '/press-releases/item/2026/11/06/school-meals/',
  title: 'Every school kitchen counts: the Prime Minister’s address in Tervo',
  summary: 'Address by Prime Minister Ilsa Verren at the opening of the one hundredth school kitchen.',
  paragraphs: [
    'Prime Minister Ilsa Verren took part in the opening of the kitchen of Tervo primary school, the one hundredth in the school meals programme. The Prime Minister said in her address:',
    '“Dear pupils, dear teachers, dear cooks,',
    'When we began four years ago, there were warm meals in one school out of nine. Today it is one out of two. I have been asked many times what this costs. It costs 3 crowns and 20 a day for each child. I have never been asked by a teacher whether it is worth it.',
    'A child that has eaten can listen. A child that has peeled potatoes with others has learnt something about fractions, and something about patience. And a farmer who sells his cabbage to the school around the corner need not drive it over the pass.',
    'We shall not stop at one hundred. By the autumn of 2028 every school with more than fifty pupils will have its kitchen, and the smaller ones will be supplied by a neighbour. The first forty kitchens of the next stage have been chosen; the list will be published on Monday.',
    'I am told that today there is bean soup and plum cake. I shall therefore be brief. I congratulate you, and I thank you for your attention.”',
    'Afterwards the Prime Minister was shown the new kitchen by pupils of the fourth form and had lunch with them.',
  ],
  publishedAt: '2026-11-06T13:20:00+01:00',
  language: 'en',
  section: 'Office of the Prime Minister',
  morePhotos: 8,
}
