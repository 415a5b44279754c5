import { describe, expect, it } from 'vitest'
import { datelineOf } from '../../../../shared/text/release/dateline.ts'

const STORY =
  'The harbour office said on Monday that the new pier would be open to ferries by the end of the month.'

describe('a dateline', () => {
  it.each([
    ['OSTERVIK, Norway, March 5, 2026 /PRNewswire/', ' -- '],
    ['OSTERVIK, Texas, Sept. 8, 2025 --(BUSINESS WIRE)', '-- '],
    ['SANTA MARIA, Calif.', ' – '],
    ['SANTA MARIA–(BUSINESS WIRE)', '–'],
    ['LOS ANGELES, CA - October 30, 2025 (NEWMEDIAWIRE)', ' - '],
    ['(NewMediaWire) - July 28, 2025 - DALLAS', ' — '],
    ['San Marino, CA (Pressroom.ai) Tuesday Jan 16, 2024 @ 10:20 AM Central', ' — '],
    ['Miami, FL – March 6, 2025 /Noticias Newswire/', ' – '],
    ['(Dallas, Texas)', ' – '],
    ['BRUSSELS, 12 March 2026', ' – '],
    ['GENEVA/NEW YORK, 5 March 2026', ' – '],
    ['The Hague, 5 May 2026', ' - '],
    ['Washington, D.C. – May 5, 2026', ' – '],
    ['(Yerevan, 3 May)', ' '],
    ['New Delhi, May 5 (PTI)', ' '],
    ['YEREVAN, 3 MAY, ARMENPRESS', '. '],
    ['PORT-AU-PRINCE, Haiti (AP)', ' — '],
    ['VATICAN CITY (CNS)', ' — '],
    ['KYIV, Ukraine', ' — '],
    ['PARIS', ' — '],
  ])('%s', (dateline, ending) => {
    expect(datelineOf(`${dateline}${ending}${STORY}`)).toBe(dateline)
  })

  it.each([
    ['ru', 'МОСКВА, 5 мая. /ТАСС/', '. Причал откроют к концу месяца, сообщили в порту.'],
    ['ru', 'МОСКВА, 5 мая', ' - РИА Новости. Причал откроют к концу месяца.'],
    ['ru', 'Москва. 5 мая. INTERFAX.RU', ' - Причал откроют к концу месяца.'],
    ['uk', 'Київ. 5 травня. УНН', '. Причал відкриють до кінця місяця.'],
    ['de', 'Berlin (dpa)', ' - Der Anleger soll bis Ende des Monats fertig sein.'],
    ['de', 'Berlin, 5. Mai 2026', ' – Der Anleger soll bis Ende des Monats fertig sein.'],
    ['de', 'Bern, 05.03.2026', ' - Der Anleger soll bis Ende des Monats fertig sein.'],
    ['fr', 'PARIS, 5 mai 2026 (AFP)', ' – Le quai ouvrira à la fin du mois.'],
    ['es', 'Madrid, 5 may (EFE)', '.- El muelle se abrirá a fin de mes.'],
    ['pt', 'Rio de Janeiro, 5 de maio de 2026', ' – O cais abrirá no fim do mês.'],
    ['it', '(ANSA) - ROMA, 05 MAG', ' - Il molo aprirà a fine mese.'],
    ['it', 'Roma, 5 mag. (askanews)', ' - Il molo aprirà a fine mese.'],
    ['pl', 'Warszawa, 5.05.2026 (PAP)', ' - Pomost zostanie otwarty.'],
    ['tr', 'ANKARA (AA)', ' - İskele ay sonunda açılacak.'],
    ['hy', 'ԵՐԵՎԱՆ, 3 ՄԱՅԻՍԻ, ԱՐՄԵՆՊՐԵՍ', ': Նավամատույցը կբացվի ամսվա վերջին:'],
    ['ar', 'القاهرة (رويترز)', ' - قالت إدارة الميناء إن الرصيف سيفتح.'],
    ['hi', 'नई दिल्ली, 5 मई (भाषा)', ' घाट महीने के अंत तक खुलेगा।'],
    ['zh', '新华社北京3月5日电', '（记者 李某）码头将于月底开放。'],
    ['ja', '[東京 5日 ロイター]', ' - 桟橋は月末に開く。'],
    ['ja', '【ワシントン＝田中】', '桟橋は月末に開く。'],
    ['ko', '(서울=연합뉴스)', ' 홍길동 기자 = 부두는 월말에 문을 연다.'],
  ])('in %s: %s', (language, dateline, story) => {
    expect(datelineOf(`${dateline}${story}`, { language, mayBeBare: true })).toBe(dateline)
  })

  it('may be a line of its own', () => {
    expect(datelineOf('Yerevan, 21 November 2026')).toBe('Yerevan, 21 November 2026')
    expect(datelineOf('SANTA MARIA, NV / Press Karma / March 28, 2024 11:15')).toBe(
      'SANTA MARIA, NV / Press Karma / March 28, 2024 11:15',
    )
  })

  it('is no city in capitals further down, where those are headings', () => {
    expect(datelineOf(`NORDVIK – ${STORY}`, { mayBeBare: false })).toBeUndefined()
    expect(datelineOf(`NORDVIK, 5 May – ${STORY}`, { mayBeBare: false })).toBe('NORDVIK, 5 May')
  })

  it.each([
    `Tova Brandt – a sailor by trade – leads the authority. ${STORY}`,
    `Anna Brandt, CEO — ${STORY}`,
    `On Monday, 5 May – the day of the vote – the council met. ${STORY}`,
    `Monday, May 5 – ${STORY}`,
    `March 5, 2026 – ${STORY}`,
    'Anna Brandt, June 5, 2024',
    'Friday, June 13, 2025',
    'Admin | June 13, 2024',
    'Published 5 May 2026',
    `Updated, 5 May 2026 – ${STORY}`,
    `World Harbour Organization (WHO) — ${STORY}`,
    `NORDVIK — the maker of ferries — said on Monday that it would open a pier. ${STORY}`,
    'ABC – Best for families',
    'MEDIA ADVISORY - OSTERVIK COUNCIL MEETING',
    `FOR IMMEDIATE RELEASE – ${STORY}`,
    `CORRECTION — ${STORY}`,
    `SUBJECT: Budget – ${STORY}`,
    `The Harbour Forum: June 9 – ${STORY}`,
    `Las Vegas, U.S.A.: January 6 – ${STORY}`,
    'TIME: 11:00 am CDT | 12:00 pm EDT',
    'Step 1 – Open the box.',
    'Covid-19 – The ministry gave new figures.',
    '- Ferries, 5 May 2026',
    '--News Wire--',
    '28 January 2026 Contact: Anna Brandt',
    '2026年3月5日，码头开放。',
    '中国3月5日宣布新的政策。',
    'В порту 5 мая – день памяти.',
    STORY,
  ])('is not what opens “%s”', paragraph => {
    expect(datelineOf(paragraph)).toBeUndefined()
  })

  it('is looked for in time that grows with the text alone', () => {
    const started = performance.now()
    for (const part of ['A, ', 'PARIS – ', '(', '(a', '5 May, ', '/x', 'U.', '1.1.'])
      datelineOf(part.repeat(200_000))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
