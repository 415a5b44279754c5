import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairText } from '../../../shared/text/repair.ts'

const SENTENCES: Readonly<Record<string, string>> = {
  ru: 'Совет сообщил в понедельник, что мост «закрыт» — на зиму.',
  el: 'Το συμβούλιο ανακοίνωσε ότι η γέφυρα θα κλείσει «για το χειμώνα».',
  pl: 'Rada poinformowała w poniedziałek, że most zostanie zamknięty – na zimę.',
  cs: 'Rada oznámila, že most bude přes zimu uzavřen kvůli nebezpečí, řekl „starosta“.',
  tr: 'Konsey köprünün kış için kapatılacağını açıkladı; güvenlik şart, dedi İğneci.',
  de: 'Der Rat schließt die Brücke – „für den Winter“, heißt es. Ämter öffnen später.',
  fr: 'Le conseil a décidé : « le pont sera fermé cet été », précise-t-il à Noël. Où ça ?',
  es: 'El año que viene, ¿cerrará el puente? Según él, sí… ¡mañana!',
  pt: 'A decisão não será à toa: a ponte fechará amanhã às dez, disse o cidadão João.',
  ar: 'أعلن المجلس يوم الاثنين أن الجسر سيغلق في الشتاء.',
  hi: 'परिषद ने सोमवार को कहा कि पुल सर्दियों में बंद रहेगा।',
  zh: '市议会周一宣布，大桥将在冬季关闭。',
  hy: 'Խորհուրդը երկուշաբթի հայտնեց, որ կամուրջը ձմռանը փակ կլինի։',
  vi: 'Hội đồng thông báo cây cầu sẽ đóng cửa vào mùa đông.',
  hu: 'A tanács hétfőn közölte, hogy a híd télre bezár; őszintén szólva nem biztonságos.',
  ro: 'Consiliul a anunțat că podul va fi închis în această iarnă; ținta e primăvara.',
}

const MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const shownAs1252 = (byte: number) =>
  byte >= 0x80 && byte < 0xa0 ? MARKS.charAt(byte - 0x80) : String.fromCharCode(byte)
const misread = (text: string) => Array.from(new TextEncoder().encode(text), shownAs1252).join('')
const misreadAs1251 = (text: string) => new TextDecoder('windows-1251').decode(new TextEncoder().encode(text))
const misreadAsLatin1 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text))

describe('UTF-8 that was read as something else', () => {
  it.each(Object.entries(SENTENCES))(
    'is restored in %s, once and twice, and sound text is left alone',
    (_, sound) => {
      expect(repairText(misread(sound)).text).toBe(sound)
      expect(repairText(misread(misread(sound))).text).toBe(sound)
      expect(repairText(misreadAsLatin1(sound)).text).toBe(sound)
      expect(repairText(misreadAs1251(sound)).text).toBe(sound)
      expect(repairText(misreadAs1251(misreadAs1251(sound))).text).toBe(sound)
      expect(repairText(sound)).toEqual({ text: sound, repairs: [] })
    },
  )
})

describe('sound text', () => {
  it('is left alone in scripts that bytes of another charset look like', () => {
    const sound = [
      'Её голос, её дом: «СССР» — ещё всё, Ё-моё…',
      'Её',
      'Њен ђак, Ђорђе, чува љубав и џеп.',
      'Їжа, її ґанок і Європа: «Є».',
      '“CAFÉ” — MARCHÉ© À la carte, Ñandú, ÂME.',
      'В® Г© — знаки в таблице',
    ]
    for (const text of sound) expect(repairText(text)).toEqual({ text, repairs: [] })
  })

  it('is left alone whatever words of whatever script it is made of', () => {
    const words = Object.values(SENTENCES).flatMap(sentence => sentence.split(' '))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }), chosen => {
        const text = chosen.join(' ')
        expect(repairText(text).text).toBe(text)
      }),
      { seed: 7, numRuns: 2_000 },
    )
  })
})
