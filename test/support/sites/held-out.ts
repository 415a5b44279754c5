import type { Shape, Slot } from './furniture.ts'
import type { SiteLanguage } from './languages.ts'
import { nameOf, sentenceOf, titleOf } from './prose.ts'
import type { Frame, SitePool } from './site.ts'

const spaced = { full: '.', gap: ' ' }

const LANGUAGES: readonly SiteLanguage[] = [
  {
    ...spaced,
    tag: 'nl',
    subjects: [
      'Het havenbestuur',
      'De gewestraad',
      'Minister Dekkers',
      'Een ploeg ingenieurs',
      'De schoolinspectie',
      'Het waterschap',
      'De bewoners van boven',
      'De begrotingscommissie',
    ],
    verbs: [
      'keurde goed:',
      'bekijkt',
      'verschoof',
      'toonde',
      'bereidt voor:',
      'opende',
      'verwierp',
      'betaalt',
    ],
    objects: [
      'de nieuwe dienstregeling',
      'een plan voor de oude brug',
      'het herstel van negen gemalen',
      'het winterverslag',
      'een fonds voor kleine hoeven',
      'de bieb op de markt',
      'twee veerlijnen',
      'de overstromingskaart',
    ],
    tails: [
      'na een lang debat',
      'voor het einde van het kwartaal',
      'ondanks hogere kosten',
      'met steun van beide groepen',
      'op verzoek van de dorpen',
      'zoals in het voorjaar beloofd',
      'al loopt de peiling nog',
      'voor het eerst in tien jaar',
    ],
    stock: [
      'De volgende zitting is over een week.',
      'Niemand raakte gewond.',
      'Tegen het besluit staat beroep open.',
    ],
    salutation: 'Geachte collega’s,',
    thanks: 'Dank u voor uw aandacht.',
    background: 'Achtergrond',
    about: 'Over het Ministerie van Havens',
    share: 'Deel dit bericht',
    photos: count => `nog ${count} foto’s`,
    back: '< terug naar alle berichten',
    subscribe: 'Volg ons kanaal en mis geen bericht',
    newsletter: 'Elke vrijdag de week in vijf minuten, gratis in je mailbox',
    comments: ['Geef een reactie', 'Je e-mailadres wordt niet getoond.', 'Plaats reactie'],
    source: 'Bron',
    related: 'Meer over dit onderwerp',
    legal: 'Overname is toegestaan met bronvermelding. De redactie staat niet in voor inhoud van derden.',
    tags: 'Trefwoorden',
    views: count => `${count} keer gelezen`,
    cookies: 'Deze site plaatst cookies. Wie blijft, gaat akkoord.',
    bio: name => `${name} schrijft sinds 2014 over havens en rivieren.`,
    print: 'Afdrukversie',
    more: 'Lees verder',
  },
  {
    ...spaced,
    tag: 'fi',
    subjects: [
      'Satamahallitus',
      'Maakuntavaltuusto',
      'Ministeri Laine',
      'Insinöörien ryhmä',
      'Koulutarkastajat',
      'Vesiyhtiö',
      'Yläkaupungin asukkaat',
      'Budjettivaliokunta',
    ],
    verbs: ['hyväksyi', 'tutkii', 'lykkäsi', 'esitteli', 'valmistelee', 'avasi', 'hylkäsi', 'maksaa'],
    objects: [
      'uuden aikataulun',
      'vanhan sillan suunnitelman',
      'yhdeksän pumppaamon korjauksen',
      'talviraportin',
      'pientilojen rahaston',
      'torin kirjaston',
      'kaksi lauttalinjaa',
      'tulvakartan',
    ],
    tails: [
      'pitkän keskustelun jälkeen',
      'ennen neljänneksen loppua',
      'nousevista kuluista huolimatta',
      'molempien ryhmien äänin',
      'kylien pyynnöstä',
      'kuten keväällä luvattiin',
      'vaikka kysely on kesken',
      'ensi kertaa kymmeneen vuoteen',
    ],
    stock: [
      'Seuraava istunto on ensi viikolla.',
      'Kukaan ei loukkaantunut.',
      'Päätöksestä voi valittaa kuukauden ajan.',
    ],
    salutation: 'Hyvät kollegat,',
    thanks: 'Kiitos huomiostanne.',
    background: 'Taustaa',
    about: 'Tietoa Satamaministeriöstä',
    share: 'Jaa juttu',
    photos: count => `vielä ${count} kuvaa`,
    back: '« takaisin uutisiin',
    subscribe: 'Tilaa kanavamme, niin kuulet ensin',
    newsletter: 'Viikko viidessä minuutissa joka perjantai sähköpostiisi',
    comments: ['Kirjoita kommentti', 'Osoitettasi ei näytetä.', 'Lähetä'],
    source: 'Lähde',
    related: 'Samasta aiheesta',
    legal: 'Lainaaminen on sallittua, kun palvelu mainitaan. Toimitus ei vastaa muiden sisällöstä.',
    tags: 'Avainsanat',
    views: count => `Luettu ${count} kertaa`,
    cookies: 'Sivusto käyttää evästeitä. Jäämällä hyväksyt ne.',
    bio: name => `${name} on kirjoittanut satamista vuodesta 2014.`,
    print: 'Tulostettava sivu',
    more: 'Lue myös',
  },
  {
    ...spaced,
    tag: 'ar',
    subjects: [
      'مجلس الميناء',
      'المجلس الإقليمي',
      'الوزير سالم',
      'فريق من المهندسين',
      'مفتشو المدارس',
      'شركة المياه',
      'سكان المدينة العليا',
      'لجنة الموازنة',
    ],
    verbs: ['أقر', 'يراجع', 'أجّل', 'عرض', 'يُعد', 'افتتح', 'رفض', 'يموّل'],
    objects: [
      'الجدول الجديد',
      'خطة الجسر القديم',
      'إصلاح تسع محطات',
      'تقرير الشتاء',
      'صندوق المزارع الصغيرة',
      'مكتبة السوق',
      'خطين للعبّارات',
      'خريطة الفيضان',
    ],
    tails: [
      'بعد نقاش طويل',
      'قبل نهاية الفصل',
      'رغم ارتفاع التكاليف',
      'بأصوات الكتلتين',
      'بطلب من القرى',
      'كما وعد في الربيع',
      'مع أن المسح لم يكتمل',
      'لأول مرة منذ عشر سنوات',
    ],
    stock: ['الجلسة المقبلة في الأسبوع القادم.', 'لم يصب أحد بأذى.', 'يمكن الطعن في القرار خلال شهر.'],
    salutation: 'أيها الزملاء،',
    thanks: 'شكرا لحسن استماعكم.',
    background: 'خلفية',
    about: 'عن وزارة الموانئ',
    share: 'انشر الصفحة',
    photos: count => `${count} صور أخرى`,
    back: '→ العودة إلى القائمة',
    subscribe: 'اشترك في قناتنا لتعرف الأخبار أولا',
    newsletter: 'أسبوعك في خمس دقائق كل جمعة في بريدك',
    comments: ['اترك تعليقا', 'لن يُنشر عنوان بريدك.', 'إرسال'],
    source: 'المصدر',
    related: 'أخبار ذات صلة',
    legal: 'يسمح بالنقل بشرط ذكر الخدمة. لا تتحمل هيئة التحرير مسؤولية المحتوى الخارجي.',
    tags: 'الوسوم',
    views: count => `عدد القراءات ${count}`,
    cookies: 'يستخدم الموقع ملفات الارتباط. بقاؤك يعني الموافقة.',
    bio: name => `${name} يكتب عن الموانئ والأنهار منذ 2014.`,
    print: 'نسخة للطباعة',
    more: 'اقرأ أيضا',
  },
  {
    tag: 'zh',
    full: '。',
    gap: '',
    subjects: [
      '港务委员会',
      '地区议会',
      '部长李明',
      '一组工程师',
      '学校督导组',
      '自来水公司',
      '上城居民',
      '财政委员会',
    ],
    verbs: ['批准了', '将审议', '推迟了', '公布了', '正在准备', '开放了', '否决了', '将资助'],
    objects: [
      '新的时刻表',
      '老桥改造方案',
      '九座泵站的维修',
      '冬季报告',
      '小农场基金',
      '集市图书馆',
      '两条渡轮航线',
      '山谷洪水图',
    ],
    tails: [
      '，经过长时间的辩论',
      '，在季度结束之前',
      '，尽管费用上涨',
      '，得到两个党团的支持',
      '，应村庄的请求',
      '，正如春天所承诺',
      '，虽然调查尚未完成',
      '，十年来第一次',
    ],
    stock: ['下次会议定于下周举行。', '无人受伤。', '对该决定可在一个月内提出异议。'],
    salutation: '尊敬的各位同事，',
    thanks: '谢谢大家。',
    background: '背景',
    about: '关于港口部',
    share: '分享本页',
    photos: count => `还有${count}张照片`,
    back: '← 返回列表',
    subscribe: '订阅我们的频道，第一时间了解消息',
    newsletter: '五分钟读懂一周，每周五送到您的邮箱',
    comments: ['发表评论', '您的邮箱地址不会被公开。', '提交'],
    source: '来源',
    related: '相关新闻',
    legal: '转载须注明出处。编辑部不对外部内容负责。',
    tags: '标签',
    views: count => `阅读 ${count} 次`,
    cookies: '本站使用小型文本文件。继续浏览即表示同意。',
    bio: name => `${name}自2014年起报道港口与河流。`,
    print: '打印版',
    more: '延伸阅读',
  },
  {
    ...spaced,
    tag: 'ka',
    subjects: [
      'პორტის საბჭო',
      'რეგიონის საბჭო',
      'მინისტრი ბერიძე',
      'ინჟინრების ჯგუფი',
      'სკოლის ინსპექცია',
      'წყლის კომპანია',
      'ზემო უბნის მცხოვრებლები',
      'ფინანსთა კომიტეტი',
    ],
    verbs: ['დაამტკიცა', 'განიხილავს', 'გადადო', 'წარადგინა', 'ამზადებს', 'გახსნა', 'უარყო', 'გადაიხდის'],
    objects: [
      'ახალი განრიგი',
      'ძველი ხიდის გეგმა',
      'ცხრა სადგურის შეკეთება',
      'ზამთრის ანგარიში',
      'მცირე მეურნეობის ფონდი',
      'ბაზრის ბიბლიოთეკა',
      'ორი ბორნის ხაზი',
      'წყალდიდობის რუკა',
    ],
    tails: [
      'ხანგრძლივი კამათის შემდეგ',
      'კვარტლის ბოლომდე',
      'ხარჯების ზრდის მიუხედავად',
      'ორივე ჯგუფის ხმით',
      'სოფლების თხოვნით',
      'როგორც გაზაფხულზე დაჰპირდა',
      'თუმცა კვლევა არ დასრულებულა',
      'პირველად ათი წლის განმავლობაში',
    ],
    stock: [
      'შემდეგი სხდომა მომავალ კვირას გაიმართება.',
      'არავინ დაშავებულა.',
      'გადაწყვეტილება ერთ თვეში გასაჩივრდება.',
    ],
    salutation: 'ძვირფასო კოლეგებო,',
    thanks: 'გმადლობთ ყურადღებისთვის.',
    background: 'წინაისტორია',
    about: 'პორტების სამინისტროს შესახებ',
    share: 'გააზიარე გვერდი',
    photos: count => `კიდევ ${count} ფოტო`,
    back: '← სიაში დაბრუნება',
    subscribe: 'გამოიწერე ჩვენი არხი და გაიგე პირველმა',
    newsletter: 'კვირა ხუთ წუთში, ყოველ პარასკევს თქვენს ფოსტაში',
    comments: ['დატოვე კომენტარი', 'თქვენი მისამართი არ გამოქვეყნდება.', 'გაგზავნა'],
    source: 'წყარო',
    related: 'ამავე თემაზე',
    legal: 'გადაბეჭდვა დაშვებულია წყაროს მითითებით. რედაქცია გარე შინაარსზე პასუხს არ აგებს.',
    tags: 'თეგები',
    views: count => `ნანახია ${count}-ჯერ`,
    cookies: 'საიტი იყენებს ქუქი ფაილებს. დარჩენით თანხმდებით.',
    bio: name => `${name} პორტებზე წერს 2014 წლიდან.`,
    print: 'საბეჭდი ვერსია',
    more: 'ასევე წაიკითხე',
  },
  {
    ...spaced,
    tag: 'ro',
    subjects: [
      'Consiliul portului',
      'Consiliul regional',
      'Ministra Ionescu',
      'O echipă de ingineri',
      'Inspectoratul școlar',
      'Compania de apă',
      'Locuitorii din deal',
      'Comisia de buget',
    ],
    verbs: [
      'a aprobat',
      'va examina',
      'a amânat',
      'a prezentat',
      'pregătește',
      'a deschis',
      'a respins',
      'va plăti',
    ],
    objects: [
      'noul orar',
      'un plan pentru podul vechi',
      'repararea a nouă stații',
      'raportul de iarnă',
      'un fond pentru ferme mici',
      'biblioteca din piață',
      'două linii de bac',
      'harta inundațiilor',
    ],
    tails: [
      'după o dezbatere lungă',
      'înainte de sfârșitul trimestrului',
      'în ciuda costurilor',
      'cu voturile ambelor grupuri',
      'la cererea satelor',
      'cum promisese în primăvară',
      'deși sondajul continuă',
      'pentru prima dată în zece ani',
    ],
    stock: [
      'Următoarea ședință este prevăzută săptămâna viitoare.',
      'Nimeni nu a fost rănit.',
      'Decizia poate fi contestată.',
    ],
    salutation: 'Stimați colegi,',
    thanks: 'Vă mulțumesc pentru atenție.',
    background: 'Context',
    about: 'Despre Ministerul Porturilor',
    share: 'Distribuie pagina',
    photos: count => `încă ${count} fotografii`,
    back: '« înapoi la știri',
    subscribe: 'Abonează-te la canalul nostru și află primul',
    newsletter: 'Săptămâna în cinci minute, vinerea, pe adresa ta',
    comments: ['Lasă un comentariu', 'Adresa ta nu va fi publicată.', 'Trimite'],
    source: 'Sursa',
    related: 'Pe același subiect',
    legal: 'Preluarea este permisă cu menționarea serviciului. Redacția nu răspunde de conținutul extern.',
    tags: 'Etichete',
    views: count => `${count} vizualizări`,
    cookies: 'Acest site folosește module cookie. Rămânând, ești de acord.',
    bio: name => `${name} scrie despre porturi din 2014.`,
    print: 'Variantă de tipărit',
    more: 'Citește și',
  },
]

type Words = (language: SiteLanguage) => string

/** A box that a class names or nothing does, with other inner markup than the sites that were learnt from. */
function box(slots: readonly Slot[], names: readonly string[], said: Words, onPages = 1): Shape {
  return (dice, language) => {
    const text = said(language)
    const html = dice.pick([
      `<section class="${dice.pick(names)}"><em>${text}</em></section>`,
      `<div id="${dice.pick(names)}"><div><div>${text}</div></div></div>`,
      `<p><em>${text}</em></p>`,
      `<p><strong><a href="/x">${text}</a></strong></p>`,
      `<blockquote class="${dice.pick(names)}">${text}</blockquote>`,
      `<table class="${dice.pick(names)}"><tr><td>${text}</td></tr></table>`,
      `<p style="text-align:center">${text}</p>`,
    ])
    return { slot: dice.pick(slots), onPages, show: () => ({ html, lines: [text] }) }
  }
}

const ticker: Shape = dice => ({
  slot: dice.pick(['top', 'above', 'aside']),
  onPages: 1,
  show: each => {
    const rates = `USD ${each.number(380, 410)}.${each.number(10, 99)} · EUR ${each.number(410, 450)}.${each.number(10, 99)}`
    return { html: `<div class="rates">${rates}</div>`, lines: [rates] }
  },
})

const hashtags: Shape = dice => {
  const asLinks = dice.chance(0.5)
  return {
    slot: dice.pick(['end', 'after']),
    onPages: 1,
    show: each => {
      const words = [each.pick(['port', 'bridge', 'ferry']), each.pick(['winter', 'river', 'map'])].map(
        word => `#${word}`,
      )
      const shown = asLinks ? words.map(word => `<a href="/t">${word}</a>`) : words
      return { html: `<p>${shown.join(' ')}</p>`, lines: [words.join(' ')] }
    },
  }
}

const teasers: Shape = (dice, language) => {
  const slot = dice.pick<Slot>(['end', 'after'])
  return {
    slot,
    onPages: 1,
    show: each => {
      const items = Array.from({ length: 3 }, () => [titleOf(each, language), sentenceOf(each, language)])
      const html = items
        .map(([title, text]) => `<div class="tease"><h3><a href="/t">${title}</a></h3><p>${text}</p></div>`)
        .join('')
      return {
        html: `<div class="teasers"><h2>${language.related}</h2>${html}</div>`,
        lines: [language.related, ...items.flat()],
      }
    },
  }
}

const signed: Shape = (_, { source }) => ({
  slot: 'end',
  onPages: 1,
  show: each => {
    const line = `${source}: ${nameOf(each)}`
    return { html: `<p align="right"><i>${line}</i></p>`, lines: [line] }
  },
})

const remark: Shape = (dice, language) => ({
  slot: dice.pick(['after', 'end']),
  onPages: 1,
  show: each => {
    const said = Array.from({ length: each.number(1, 3) }, () => `${sentenceOf(each, language)}`)
    const html = said.map(text => `<li class="comment"><b>${nameOf(each)}</b><p>${text}</p></li>`).join('')
    return {
      html: `<div id="comments"><h3>${language.comments[0]}</h3><ol>${html}</ol></div>`,
      lines: [...said, language.comments[0] ?? ''],
    }
  },
})

const SHAPES: readonly Shape[] = [
  box(['above', 'end'], ['tools', 'k1'], ({ print }) => print),
  box(['inside', 'end'], ['cta', 'k2'], ({ subscribe }) => subscribe, 0.8),
  box(['end', 'after'], ['note', 'k3'], ({ legal }) => legal),
  box(['top', 'end'], ['up', 'k4'], ({ back }) => back),
  box(['inside', 'after'], ['letter', 'k5'], ({ newsletter }) => newsletter),
  box(['foot', 'top'], ['bar', 'k6'], ({ cookies }) => cookies),
  box(['below', 'end'], ['spread', 'k7'], ({ share }) => share),
  ticker,
  hashtags,
  teasers,
  signed,
  remark,
  (dice, language) => ({
    slot: dice.pick(['below', 'end']),
    onPages: 0.8,
    show: each => {
      const line = `${language.views(each.number(3, 99_999))} | ${language.photos(each.number(2, 30))}`
      return { html: `<div class="meta-line"><small>${line}</small></div>`, lines: [line] }
    },
  }),
  (_, language) => ({
    slot: 'end',
    onPages: 1,
    show: each => {
      const who = nameOf(each)
      return { html: `<p class="who">${language.bio(who)}</p>`, lines: [language.bio(who)] }
    },
  }),
]

const head = (title: string, language: string) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta property="og:title" content="${title}"><title>${title} | Port</title></head>`
const MENU = '<a href="/1">I</a> <a href="/2">II</a> <a href="/3">III</a> <a href="/4">IV</a>'

const FRAMES: readonly Frame[] = [
  ({ title, body, at, date, language }) =>
    `${head(title, language)}<body class="p-77">${at('top')}<div class="h">${MENU}</div><div class="grid"><div class="c9">${at('above')}<h1>${title}</h1><p class="d">${date}</p>${at('below')}<div class="rich"><div>${body}</div>${at('end')}</div></div><div class="c3">${at('aside')}</div></div>${at('after')}<div class="f">${at('foot')}</div></body></html>`,
  ({ title, body, at, date, language }) =>
    `${head(title, language)}<body>${at('top')}<center>${MENU}</center><div class="post post-${title.length}"><h2 class="entry-title">${title}</h2>${at('above')}<div class="entry-meta">${date}</div>${at('below')}<div class="entry-content">${body}${at('end')}</div></div>${at('after')}<div id="sidebar">${at('aside')}</div>${at('foot')}</body></html>`,
  ({ title, body, at, date, language }) =>
    `${head(title, language)}<body><main>${at('top')}${at('above')}<h1>${title}</h1>${at('below')}${body}<p>${date}</p>${at('end')}${at('after')}</main>${at('aside')}${at('foot')}</body></html>`,
]

/** Languages, furniture and layouts that nothing was tried on. */
export const HELD_OUT: SitePool = { languages: LANGUAGES, shapes: SHAPES, frames: FRAMES }
