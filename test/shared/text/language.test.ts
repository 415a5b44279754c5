import { describe, expect, it } from 'vitest'
import { checkLanguage, detectLanguage } from '../../../shared/text/language.ts'

const TEXTS: Readonly<Record<string, string>> = {
  en: 'The council said on Monday that the bridge will be closed for the winter, as it is not safe for those who use it, and that it has no money to repair it.',
  de: 'Der Rat teilte am Montag mit, dass die Brücke im Winter nicht befahren werden darf, weil sie für den Verkehr nicht sicher ist und das Geld für die Arbeiten fehlt.',
  fr: 'Le conseil a annoncé lundi que le pont sera fermé pour la saison, car il ne présente pas une sécurité suffisante pour les passants, et que les travaux sont prévus au printemps.',
  es: 'El consejo anunció el lunes que el puente se cerrará durante el invierno, ya que no es seguro para los que lo usan, y que las obras se harán con el dinero de la región.',
  ru: 'Совет сообщил в понедельник, что мост будет закрыт на зиму, так как он не безопасен для тех, кто по нему ходит, и что денег на ремонт до весны не было.',
  uk: 'Рада повідомила в понеділок, що міст буде закрито на зиму, тому що він не є безпечним для тих, хто ним ходить, а також що грошей на ремонт до весни не було.',
  pl: 'Rada poinformowała w poniedziałek, że most zostanie zamknięty na zimę, ponieważ nie jest bezpieczny dla tych, którzy z niego korzystają, oraz że do wiosny nie będzie na to pieniędzy.',
  tr: 'Konsey pazartesi günü köprünün kış için kapatılacağını, bunun ise güvenli olmadığı için gerektiğini ve daha sonra bir onarım için para bulunacağını en kısa sürede açıkladı.',
  hy: 'Խորհուրդը երկուշաբթի հայտնեց, որ կամուրջը ձմռանը փակ կլինի, քանի որ այն անվտանգ չէ։',
  ar: 'أعلن المجلس يوم الاثنين أن الجسر الذي يربط بين الضفتين سيغلق في الشتاء لأن هذا الجسر لا يعد آمنا من كل النواحي، على أن تبدأ أعمال الترميم في الربيع مع توفر المال.',
}

describe('the language of an article', () => {
  it.each(Object.entries(TEXTS))('%s is told from its script and its commonest words', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it('is as declared when the text agrees or is too short to tell', () => {
    expect(checkLanguage('en-GB', TEXTS.en ?? '')).toEqual({ language: 'en-GB', basis: 'declared' })
    expect(checkLanguage('nb', 'Broen er stengt.')).toEqual({ language: 'nb', basis: 'declared' })
  })

  it('is that of the text when a template declares another', () => {
    expect(checkLanguage('en', TEXTS.ru ?? '')).toEqual({ language: 'ru', basis: 'text' })
    expect(checkLanguage(undefined, TEXTS.fr ?? '')).toEqual({ language: 'fr', basis: 'text' })
  })

  it('is unknown when nobody says it and nothing tells', () => {
    expect(checkLanguage(undefined, '42')).toBeUndefined()
  })
})
