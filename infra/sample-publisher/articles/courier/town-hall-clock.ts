import type { SampleArticle } from '../../article.ts'

export const townHallClock: SampleArticle = {
  path: '/courier/2026/11/town-hall-clock-tells-the-time-again/',
  title: 'The town hall clock tells the time again, if a little slowly',
  summary:
    'For nineteen months it was twenty to four in Varnholm. Two sisters have repaired the clock of 1743.',
  paragraphs: [
    'For nineteen months it was twenty to four on the market square of Varnholm. Since Sunday noon the town hall clock has been going again, and about four hundred people counted the strokes aloud. There were twelve, which was not a matter of course, as the watchmakers admitted afterwards.',
    'The sisters Greta and Sanne Hoff had carried the clockwork of 1743 down the tower piece by piece, 214 pieces in all, and spread it out in a former bakery. Some wheels had been replaced with wood during the war, and one with the lid of a biscuit tin. “It fitted perfectly,” said Greta Hoff. “We were a little sorry to take it out.” The lid can now be seen in the town museum.',
    'The bell, too, sounds different. A crack as fine as a hair was closed by welding, for which the whole bell had to be heated to 400 degrees for a day. Older citizens say that it sounds as it did in their childhood. Younger ones say that it is loud.',
    'The repair cost 86,000 crowns, of which 51,000 were given by citizens. In return the town has promised not to fit an electric motor: the clock is wound by hand every other day, by turns among 180 volunteers.',
    'It loses about forty seconds a week. The sisters do not intend to do anything about it.',
  ],
  publishedAt: '2026-11-08T18:20:00+01:00',
  language: 'en',
  section: 'Varnholm',
  author: 'Mika Brandt',
}
