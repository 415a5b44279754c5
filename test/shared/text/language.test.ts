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

/** Languages that are taken for each other, each with the same news. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  pt: 'O conselho disse na segunda-feira que a ponte não será aberta no inverno, porque ela não é segura para os que a usam, e que as obras vão começar na primavera com o dinheiro da região.',
  gl: 'O concello dixo o luns que a ponte non vai abrir no inverno, porque non é segura para os que a usan, e que as obras comezarán na primavera cunha axuda da rexión que foi aprobada tamén polo goberno.',
  ca: 'El consell va dir dilluns que el pont no s’obrirà a l’hivern, perquè no és segur per als que hi passen, i que les obres començaran a la primavera amb els diners de la regió, com també han dit els veïns.',
  sv: 'Rådet sade på måndagen att bron inte ska öppnas under vintern, eftersom den inte är säker för dem som använder den, och att arbetet ska börja till våren med pengar från regionen.',
  da: 'Rådet sagde mandag, at broen ikke skal åbnes om vinteren, fordi den ikke er sikker for dem, der bruger den, og at arbejdet nu skal begynde efter nytår med meget mere hjælp af regionen, hvad der blev vedtaget.',
  no: 'Rådet sa mandag at brua ikke skal åpnes om vinteren, fordi den ikke er trygg for dem som bruker den, og at arbeidet nå skal begynne etter nyttår med mye mer hjelp av regionen, bare uten nye lån.',
  nn: 'Rådet sa måndag at brua ikkje skal opnast om vinteren, fordi ho ikkje er trygg for dei som bruker henne, og at arbeidet skal ta til etter nyttår med meir hjelp frå regionen, noko som òg vart vedteke.',
  cs: 'Rada v pondělí řekla, že most se na zimu uzavře, protože není bezpečný pro ty, kteří po něm chodí, a že práce začnou na jaře, jak je to v plánu, který byl také schválen při jednání roku.',
  sk: 'Rada v pondelok povedala, že most sa na zimu uzavrie, pretože nie je bezpečný pre tých, ktorí po ňom chodia, a že práce začnú na jar, ako je to v pláne, ktorý bol tiež schválený pri rokovaní, aj keď peňazí bude málo.',
  uk: 'Рада повідомила в понеділок, що міст на зиму закриють, бо він не є безпечним для людей, які ним ходять, і що роботи почнуться навесні, як це було в плані на цей рік.',
  be: 'Рада паведаміла ў панядзелак, што мост на зіму закрыюць, бо ён не бяспечны для людзей, якія па ім ходзяць, і што працы пачнуцца вясной, як гэта было ў плане на гэты год.',
  bg: 'Съветът съобщи в понеделник, че мостът ще бъде затворен за зимата, тъй като не е безопасен за хората, които минават по него, и че работата ще започне през пролетта, както беше в плана.',
  sr: 'Савет је у понедељак рекао да ће мост бити затворен преко зиме, јер није безбедан за оне који га користе, и да ће радови почети у пролеће, као што је било у плану за ову годину.',
  mk: 'Советот во понеделникот рече дека мостот ќе биде затворен преку зимата, бидејќи не е безбеден за оние што го користат, и дека работите ќе почнат на пролет, како што беше во планот за годината.',
  kk: 'Кеңес дүйсенбіде көпір қысқа жабылады деп хабарлады, себебі ол адамдар үшін қауіпсіз емес, және жұмыс көктемде басталады, бұл туралы оның жоспары бойынша да айтылған болып отыр.',
  ky: 'Кеңеш дүйшөмбүдө көпүрө кышка жабылат деп билдирди, анткени ал адамдар үчүн коопсуз эмес, жана жумуш жазында башталат, бул тууралуу анын планы боюнча да айтылган болуп турат.',
  az: 'Şura bazar ertəsi bildirdi ki, körpü qışda bağlanacaq, çünki o, insanlar üçün təhlükəsiz deyil və işlər yazda başlayacaq, bu da plan üzrə belə olub, sonra isə bir daha görə bilərik.',
  ur: 'کونسل نے پیر کو کہا کہ پل سردیوں میں بند رہے گا کیونکہ یہ لوگوں کے لیے محفوظ نہیں ہے اور اس کا کام بہار میں شروع ہو گا جس کی منظوری علاقے سے پہلے ہی مل چکی ہے۔',
  fa: 'شورا روز دوشنبه اعلام کرد که این پل در زمستان بسته خواهد بود، زیرا برای کسانی که از آن می‌گذرند امن نیست، و کار در بهار با کمک استان آغاز می‌شود تا مردم خود را آماده کنند.',
  id: 'Dewan mengatakan pada hari Senin bahwa jembatan itu tidak akan dibuka karena tidak aman untuk orang yang memakai, dan setiap pekerjaan bisa dimulai dengan bantuan daerah atau oleh pemerintah tersebut.',
  ms: 'Majlis berkata pada hari Isnin bahawa jambatan itu tidak akan dibuka kerana tidak selamat untuk orang yang melaluinya, dan kerja itu boleh dimulakan dengan bantuan daripada negeri, iaitu bantuan yang telah diluluskan.',
  ka: 'საბჭომ ორშაბათს განაცხადა, რომ ხიდი ზამთარში დაიკეტება, რადგან ის უსაფრთხო არ არის.',
  'zh-Hans':
    '市政会星期一说，这座桥冬天不会开放，因为对过桥的人来说还不够安全。工程将在春天开始，经费由省里的机构提供，居民对此没有意见，请大家关注后续的报道。',
  'zh-Hant':
    '市政會星期一說，這座橋冬天不會開放，因為對過橋的人來說還不夠安全。工程將在春天開始，經費由省裡的機構提供，居民對此沒有意見，請大家關注後續的報導。',
}

describe('the language of an article', () => {
  it.each(Object.entries(TEXTS))('%s is told from its script and its commonest words', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it.each(Object.entries(NEIGHBOURS))('%s is told from its neighbours', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it('is as declared when the declaration is of a twin or of the same characters', () => {
    expect(checkLanguage('nb', NEIGHBOURS.da ?? '')?.basis).toBe('declared')
    expect(checkLanguage('zh-TW', NEIGHBOURS['zh-Hant'] ?? '')?.basis).toBe('declared')
    expect(checkLanguage('zh', NEIGHBOURS['zh-Hant'] ?? '')).toEqual({ language: 'zh', basis: 'declared' })
    expect(checkLanguage('zh-CN', NEIGHBOURS['zh-Hant'] ?? '')).toEqual({
      language: 'zh-Hant',
      basis: 'text',
    })
  })

  it('is that of the text in a country of two languages', () => {
    expect(checkLanguage('kk', TEXTS.ru ?? '')).toEqual({ language: 'ru', basis: 'text' })
    expect(checkLanguage('ru', NEIGHBOURS.ky ?? '')).toEqual({ language: 'ky', basis: 'text' })
    expect(checkLanguage('fa', NEIGHBOURS.ur ?? '')).toEqual({ language: 'ur', basis: 'text' })
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
