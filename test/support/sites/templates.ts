import { randomOf } from '../release-text.ts'
import { type Dice, diceOf } from './prose.ts'
import type { Site, SitePage } from './site.ts'

/** Words of a language from which a site's sentences are put together, and what its pages say beside the article. */
type Tongue = {
  tag: string
  words: readonly string[]
  full: string
  gap: string
  comma: string
  constant: readonly string[]
  counted: readonly ((count: number) => string)[]
  labels: readonly string[]
  forms: readonly (readonly string[])[]
  headings: readonly string[]
  names: readonly string[]
}

const split = (words: string) => words.split('|')

const ENGLISH: Tongue = {
  tag: 'en',
  words: split(
    'granite|orchard|ferry|council|lantern|harvest|copper|pavilion|meadow|engine|tariff|barley|cathedral|voucher|reservoir|clerk|pension|glacier|notary|turbine|ledger|canal|inspector|border|chapel|quarry|levy|tenant|cargo|museum|signal|workshop|fountain|auditor|valley|treaty|carriage|permit|furnace|academy|the|the|of|and|near|under|during|after|renewed|measured|will open|has closed|reported|approved|were moved|expects|slowly|without|between|several|northern|annual|public|younger',
  ),
  full: '.',
  gap: ' ',
  comma: ', ',
  constant: [
    '← Back to all stories',
    'Print | PDF | Email',
    'Share: Facebook · X · Telegram · WhatsApp',
    'Get the evening digest in your inbox. No spam, unsubscribe at any time.',
    'Follow our channel for the latest updates',
    'All material on this site may be reused with a link to the original.',
    'Did you notice a mistake? Select it and press Ctrl+Enter.',
    'Support independent local reporting. Become a member today.',
    'Download our app for Android and iOS',
    'Views expressed here are those of the authors and do not reflect the position of the newsroom.',
    'For media enquiries call the press desk on weekdays between nine and five.',
    'This page is also available in other languages',
    'Was this page helpful? Yes / No',
    'Listen to this article',
    'Advertisement',
    'Report a problem with this page',
  ],
  counted: [
    count => `more ${count} photos`,
    count => `Views: ${count}`,
    count => `${count} people read this today`,
    count => `Reading time: ${count} min`,
    count => `${count} comments`,
    count => `Reference No. ${count}/26`,
    count => `Shared ${count} times`,
  ],
  labels: [
    'Related',
    'Tags',
    'Source',
    'Photo',
    'Author',
    'Read also',
    'Filed under',
    'Previous story',
    'Section',
  ],
  forms: [
    ['Leave a comment', 'Your name', 'Your message', 'Send'],
    ['Join the conversation', 'Comments are moderated and appear after a check.'],
    ['Newsletter', 'Enter your address and choose how often you want to hear from us.', 'Sign me up'],
  ],
  headings: ['You may also like', 'More from this section', 'Most read this week'],
  names: ['Orla Finch', 'Dmitri Vale', 'Hana Pell', 'Rufus Okoro', 'Mina Castell'],
}

const RUSSIAN: Tongue = {
  tag: 'ru',
  words: split(
    'гранит|переправа|совет|фонарь|урожай|павильон|двигатель|тариф|собор|ведомость|водоём|пенсия|ледник|турбина|канал|инспектор|граница|карьер|музей|сигнал|мастерская|фонтан|долина|договор|вагон|академия|в|на|и|после|около|во время|без|открыли|измерили|закрыли|сообщили|одобрили|перенесли|ожидают|медленно|несколько|северный|ежегодный|новый|между',
  ),
  full: '.',
  gap: ' ',
  comma: ', ',
  constant: [
    '← Ко всем новостям',
    'Печать | PDF',
    'Поделиться: ВКонтакте · Telegram · Одноклассники',
    'Получайте вечернюю сводку на почту. Отписаться можно в любой момент.',
    'Читайте нас в Telegram',
    'При использовании материалов ссылка на сайт обязательна.',
    'Нашли ошибку? Выделите её и нажмите Ctrl+Enter.',
    'Поддержите независимую редакцию. Станьте участником клуба.',
    'Мнение авторов может не совпадать с позицией редакции.',
    'Скачайте наше приложение',
  ],
  counted: [
    count => `ещё ${count} фото`,
    count => `Просмотров: ${count}`,
    count => `Время чтения: ${count} мин.`,
    count => `${count} комментариев`,
  ],
  labels: ['Читайте также', 'Теги', 'Источник', 'Фото', 'Автор', 'Рубрика', 'Предыдущая новость'],
  forms: [
    ['Оставить отзыв', 'Ваше имя', 'Сообщение', 'Отправить'],
    ['Обсуждение', 'Сообщения появляются после проверки модератором.'],
  ],
  headings: ['Другие материалы раздела', 'Самое читаемое'],
  names: ['Вера Малова', 'Игорь Стрешнев', 'Лидия Кант'],
}

const FRENCH: Tongue = {
  tag: 'fr',
  words: split(
    'granit|verger|bac|conseil|lanterne|récolte|cuivre|pavillon|prairie|moteur|tarif|orge|cathédrale|réservoir|greffier|pension|glacier|notaire|turbine|registre|canal|inspecteur|frontière|chapelle|carrière|musée|signal|atelier|fontaine|vallée|traité|wagon|permis|académie|le|la|de|et|près de|sous|pendant|après|a ouvert|mesure|ferme|annonce|approuve|attend|lentement|sans|entre|plusieurs|annuel|public',
  ),
  full: '.',
  gap: ' ',
  comma: ', ',
  constant: [
    '← Toutes les actualités',
    'Imprimer | PDF',
    'Partager : Facebook · X · Telegram',
    'Recevez le résumé du soir par courriel. Désinscription à tout moment.',
    'Reproduction autorisée avec mention de la source.',
    'Une erreur ? Signalez-la à la rédaction.',
    'Soutenez une rédaction indépendante, devenez membre.',
    'Téléchargez notre application',
  ],
  counted: [
    count => `${count} photos de plus`,
    count => `Vues : ${count}`,
    count => `Temps de lecture : ${count} min`,
    count => `${count} commentaires`,
  ],
  labels: ['À lire aussi', 'Mots-clés', 'Source', 'Crédit', 'Auteur', 'Rubrique'],
  forms: [
    ['Réagir à cet article', 'Votre nom', 'Votre message', 'Envoyer'],
    ['Lettre du soir', 'Indiquez votre adresse et la fréquence souhaitée.', "Je m'inscris"],
  ],
  headings: ['Dans la même rubrique', 'Les plus lus'],
  names: ['Odile Marchal', 'Bastien Ferrol', 'Noor Lemaire'],
}

const ARMENIAN: Tongue = {
  tag: 'hy',
  words: split(
    'խորհուրդ|լապտեր|բերք|պղինձ|տաղավար|շարժիչ|սակագին|գարի|տաճար|ջրամբար|կենսաթոշակ|սառցադաշտ|տուրբին|ջրանցք|տեսուչ|սահման|մատուռ|թանգարան|ազդանշան|արհեստանոց|շատրվան|հովիտ|պայմանագիր|վագոն|ակադեմիա|և|մոտ|հետո|առանց|միջև|բացվեց|փակվեց|հայտնեց|հաստատեց|սպասվում է|դանդաղ|մի քանի|հյուսիսային|տարեկան|նոր',
  ),
  full: '։',
  gap: ' ',
  comma: ', ',
  constant: [
    '← Բոլոր նորությունները',
    'Տպել | PDF',
    'Կիսվել՝ Facebook · Telegram',
    'Ստացեք երեկոյան ամփոփումը ձեր փոստին։',
    'Նյութերն օգտագործելիս հղումը պարտադիր է։',
    'Ներբեռնեք մեր հավելվածը',
  ],
  counted: [
    count => `ևս ${count} լուսանկար`,
    count => `Դիտումներ՝ ${count}`,
    count => `${count} մեկնաբանություն`,
  ],
  labels: ['Կարդացեք նաև', 'Պիտակներ', 'Աղբյուր', 'Լուսանկարը', 'Հեղինակ', 'Բաժին'],
  forms: [['Թողնել կարծիք', 'Ձեր անունը', 'Հաղորդագրություն', 'Ուղարկել']],
  headings: ['Այս բաժնից', 'Ամենաընթերցված'],
  names: ['Անահիտ Սարյան', 'Գոռ Մելյան', 'Լիլիթ Դավթյան'],
}

const ARABIC: Tongue = {
  tag: 'ar',
  words: split(
    'المجلس|الميناء|الحصاد|النحاس|المحرك|التعرفة|الخزان|المعاش|القناة|المفتش|الحدود|المتحف|الإشارة|الورشة|النافورة|الوادي|المعاهدة|العربة|الأكاديمية|في|من|بعد|قرب|خلال|دون|بين|افتتح|أغلق|أعلن|وافق على|ينتظر|ببطء|عدة|الشمالي|السنوي|الجديد|العام',
  ),
  full: '.',
  gap: ' ',
  comma: '، ',
  constant: [
    'العودة إلى جميع الأخبار',
    'طباعة | PDF',
    'شارك: فيسبوك · تلغرام · واتساب',
    'احصل على ملخص المساء في بريدك. يمكنك إلغاء الاشتراك في أي وقت.',
    'يسمح بإعادة النشر مع ذكر المصدر.',
    'حمّل تطبيقنا',
  ],
  counted: [count => `${count} صور أخرى`, count => `المشاهدات: ${count}`, count => `${count} تعليقات`],
  labels: ['اقرأ أيضا', 'الوسوم', 'المصدر', 'الكاتب', 'القسم'],
  forms: [['أضف تعليقا', 'الاسم', 'الرسالة', 'إرسال']],
  headings: ['من القسم نفسه', 'الأكثر قراءة'],
  names: ['سلمى حداد', 'رامي النجار', 'هند قاسم'],
}

const CHINESE: Tongue = {
  tag: 'zh',
  words: split(
    '理事会|渡轮|灯笼|收成|铜矿|展馆|草地|发动机|关税|大麦|水库|养老金|冰川|涡轮|运河|检查员|边界|采石场|博物馆|信号|车间|喷泉|山谷|条约|车厢|许可|学院|在|和|附近|期间|以后|没有|之间|开放了|测量了|关闭了|报告|批准|预计|缓慢地|几个|北部|年度|公共',
  ),
  full: '。',
  gap: '',
  comma: '，',
  constant: [
    '返回新闻列表',
    '打印 | 下载',
    '分享到：微信 微博 QQ空间',
    '订阅每日晚报，随时可以退订。',
    '转载请注明出处。',
    '扫描二维码下载客户端',
    '本文仅代表作者个人观点，与本网站无关。',
  ],
  counted: [count => `还有${count}张图片`, count => `浏览次数：${count}`, count => `${count}条评论`],
  labels: ['相关阅读', '标签', '来源', '作者', '栏目', '责任编辑'],
  forms: [['发表评论', '您的姓名', '留言内容', '提交']],
  headings: ['本栏目更多', '阅读排行'],
  names: ['林晓舟', '周一川', '何雨田'],
}

const GERMAN: Tongue = {
  tag: 'de',
  words: split(
    'Granit|Obstgarten|Fähre|Stadtrat|Laterne|Ernte|Kupfer|Pavillon|Wiese|Motor|Tarif|Gerste|Dom|Speicher|Rente|Gletscher|Notar|Turbine|Kanal|Prüfer|Grenze|Kapelle|Steinbruch|Museum|Signal|Werkstatt|Brunnen|Tal|Vertrag|Waggon|Akademie|der|die|und|nahe|unter|während|nach|öffnet|misst|schließt|meldet|genehmigt|erwartet|langsam|ohne|zwischen|mehrere|nördliche|jährliche|öffentliche',
  ),
  full: '.',
  gap: ' ',
  comma: ', ',
  constant: [
    '« Alle Meldungen',
    'Drucken | PDF | Merken',
    'Teilen: Facebook · X · Mastodon',
    'Der Tag in fünf Minuten, jeden Abend im Postfach. Abmeldung jederzeit möglich.',
    'Abdruck honorarfrei, Beleg erbeten.',
    'Fehler gefunden? Schreiben Sie der Redaktion.',
    'Laden Sie unsere App',
  ],
  counted: [
    count => `${count} weitere Bilder`,
    count => `Aufrufe: ${count}`,
    count => `Lesezeit: ${count} Min.`,
    count => `${count} Kommentare`,
  ],
  labels: ['Lesen Sie auch', 'Schlagwörter', 'Quelle', 'Foto', 'Autor', 'Rubrik'],
  forms: [['Ihre Meinung', 'Ihr Name', 'Ihre Nachricht', 'Absenden']],
  headings: ['Mehr aus dieser Rubrik', 'Meistgelesen'],
  names: ['Edda Kroll', 'Veit Sommer', 'Ilse Brandner'],
}

const SPANISH: Tongue = {
  tag: 'es',
  words: split(
    'granito|huerto|balsa|consejo|farol|cosecha|cobre|pabellón|prado|motor|tarifa|cebada|catedral|embalse|pensión|glaciar|notario|turbina|canal|inspector|frontera|capilla|cantera|museo|señal|taller|fuente|valle|tratado|vagón|permiso|academia|el|la|de|y|cerca de|bajo|durante|tras|abrió|mide|cerró|informa|aprueba|espera|lentamente|sin|entre|varios|anual|público',
  ),
  full: '.',
  gap: ' ',
  comma: ', ',
  constant: [
    '← Todas las noticias',
    'Imprimir | PDF',
    'Compartir: Facebook · X · Telegram',
    'Reciba el resumen de la tarde en su correo. Puede darse de baja cuando quiera.',
    'Se permite la reproducción citando la fuente.',
    '¿Ha visto un error? Avise a la redacción.',
    'Descargue nuestra aplicación',
  ],
  counted: [
    count => `${count} fotos más`,
    count => `Visitas: ${count}`,
    count => `Lectura: ${count} min`,
    count => `${count} comentarios`,
  ],
  labels: ['Lea también', 'Etiquetas', 'Fuente', 'Foto', 'Autor', 'Sección'],
  forms: [['Deje su opinión', 'Su nombre', 'Su mensaje', 'Enviar']],
  headings: ['Más de esta sección', 'Lo más leído'],
  names: ['Inés Robledo', 'Tomás Arce', 'Lucía Ferrán'],
}

const TONGUES = [ENGLISH, ENGLISH, ENGLISH, RUSSIAN, FRENCH, GERMAN, SPANISH, ARMENIAN, ARABIC, CHINESE]

type Write = (dice: Dice) => string
/** One piece of furniture of a site: its lines on a page and where they stand among the article's paragraphs. */
type Piece = {
  at: 'start' | 'middle' | 'anywhere' | 'end' | 'outside'
  onPages: number
  lines: Write[]
  wrap: Wrap
  cause: string
}
type Wrap = (lines: readonly string[], line: Line) => string
type Line = (text: string) => string

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function phrase(dice: Dice, { words, gap }: Tongue, from: number, to: number): string {
  return Array.from({ length: dice.number(from, to) }, () => dice.pick(words)).join(gap)
}

function sentence(dice: Dice, tongue: Tongue): string {
  const first = capital(phrase(dice, tongue, 4, 9))
  const more = dice.chance(0.4) ? tongue.comma + phrase(dice, tongue, 3, 7) : ''
  const count = dice.chance(0.15) ? `${tongue.gap}${dice.number(2, 900)}` : ''
  return first + more + count + tongue.full
}

const headline = (dice: Dice, tongue: Tongue) => capital(phrase(dice, tongue, 4, 8))

/** How the site's sentences come about: each anew, or drawn from a pool that all of its pages share. */
function writerOf(dice: Dice, tongue: Tongue): Write {
  const size = dice.pick([0, 0, 0, 300, 120, 80])
  if (size === 0) return each => sentence(each, tongue)
  const pool = Array.from({ length: size }, () => sentence(dice, tongue))
  return each => each.pick(pool)
}

const anchor = (text: string) => `<a href="/story/${text.length}">${text}</a>`
const plainLines: Wrap = (lines, line) => lines.map(line).join('\n')

function wrapOf(dice: Dice): Wrap {
  const name = dice.pick(['box', 'meta', 'widget', 'promo', 'c4', 'text-small', 'info', 'u-mt'])
  return dice.pick<Wrap>([
    plainLines,
    plainLines,
    lines => lines.map(text => `<p class="${name}">${text}</p>`).join(''),
    lines => `<div class="${name}">${lines.join('<br>')}</div>`,
    lines => `<div class="${name}">${lines.map(text => `<p>${text}</p>`).join('')}</div>`,
    lines => `<ul class="${name}">${lines.map(text => `<li>${anchor(text)}</li>`).join('')}</ul>`,
    lines => `<div class="${name}">${lines.map(text => `<span>${text}</span>`).join(' ')}</div>`,
    lines => lines.map(text => `<p><em>${text}</em></p>`).join(''),
    lines => lines.map(text => `<p>${anchor(text)}</p>`).join(''),
  ])
}

function piecesOf(dice: Dice, tongue: Tongue): Piece[] {
  const wanted = dice.number(3, 8)
  const rest = new Map<string, string[]>()
  const once = (cause: string, all: readonly string[]): string => {
    const left = rest.get(cause) ?? [...all]
    const [said = all[0] ?? ''] = left.splice(dice.number(0, left.length - 1), 1)
    rest.set(cause, left)
    return said
  }
  return Array.from({ length: wanted }, (): Piece => {
    const at = dice.pick(['start', 'middle', 'anywhere', 'end', 'end', 'end', 'outside'] as const)
    const onPages = dice.pick([1, 1, 1, 0.8, 0.6])
    const wrap = wrapOf(dice)
    const cause = dice.pick([
      'constant',
      'constant',
      'constant',
      'counted',
      'label',
      'label',
      'form',
      'list',
      'bio',
    ])
    const piece = (lines: Write[], where = at): Piece => ({ at: where, onPages, lines, wrap, cause })
    if (cause === 'counted') {
      const write = dice.pick(tongue.counted)
      return piece([each => write(each.number(2, 9_000))])
    }
    if (cause === 'label') {
      const label = once('label', tongue.labels)
      const mark = tongue.tag === 'zh' ? '：' : tongue.tag === 'hy' ? '՝ ' : ': '
      const kind = dice.pick(['words', 'titles', 'name'])
      return piece([
        each => {
          if (kind === 'words')
            return label + mark + [each.pick(tongue.words), each.pick(tongue.words)].join(tongue.comma)
          if (kind === 'name') return label + mark + each.pick(tongue.names)
          return label + mark + headline(each, tongue)
        },
      ])
    }
    if (cause === 'form')
      return piece(
        dice.pick(tongue.forms).map(text => () => text),
        dice.pick(['end', 'end', 'outside']),
      )
    if (cause === 'list') {
      const heading = once('list', tongue.headings)
      const titles = Array.from({ length: dice.number(2, 4) }, (): Write => each => headline(each, tongue))
      const end = dice.pick(['end', 'end', 'outside'] as const)
      return { ...piece([() => heading, ...titles], end), wrap: listOf(dice) }
    }
    if (cause === 'bio') {
      const about = sentence(dice, tongue)
      return piece([each => `${each.pick(tongue.names)} — ${about}`], 'end')
    }
    const text = once('constant', tongue.constant)
    return piece([() => text])
  })
}

function listOf(dice: Dice): Wrap {
  const tag = dice.pick(['h3', 'h4', 'p', 'strong', 'div'])
  const asItems = dice.chance(0.6)
  return ([heading = '', ...titles]) =>
    `<div class="list-${tag}"><${tag}>${heading}</${tag}>${
      asItems
        ? `<ul>${titles.map(title => `<li>${anchor(title)}</li>`).join('')}</ul>`
        : titles.map(title => `<p>${anchor(title)}</p>`).join('')
    }</div>`
}

type Layout = {
  line: Line
  page: (parts: { title: string; date: string; tag: string; body: string; outside: string }) => string
}

const head = (title: string, tag: string, site = '') =>
  `<!DOCTYPE html>\n<html lang="${tag}"${tag === 'ar' ? ' dir="rtl"' : ''}><head><meta charset="utf-8"><title>${title}${site}</title></head>`
const paragraph: Line = text => `<p>${text}</p>`
const NAV = '<nav><a href="/">1</a> <a href="/2">2</a> <a href="/3">3</a></nav>'

const LAYOUTS: readonly Layout[] = [
  {
    line: paragraph,
    page: ({ title, date, tag, body, outside }) =>
      `${head(title, tag)}<body>${NAV}<article><h1>${title}</h1><time datetime="${date}">${date}</time>${body}</article>${outside}<footer>2026</footer></body></html>`,
  },
  {
    line: paragraph,
    page: ({ title, date, tag, body, outside }) =>
      `${head(title, tag, ' | Example')}<body><div class="container"><div class="post"><h1>${title}</h1><span class="date">${date}</span><div class="post-content">${body}</div></div><div class="sidebar">${outside}</div></div></body></html>`,
  },
  {
    line: text => `<div>${text}</div>`,
    page: ({ title, date, tag, body, outside }) =>
      `${head(title, tag)}<body><div id="main"><h1>${title}</h1><div>${date}</div>${body}</div><div id="side">${outside}</div></body></html>`,
  },
  {
    line: text => `${text}<br><br>`,
    page: ({ title, date, tag, body, outside }) =>
      `${head(title, tag)}<body>${NAV}<div class="news_detail"><h2>${title}</h2><b>${date}</b><br><br>${body}</div>${outside}</body></html>`,
  },
  {
    line: text => `${text}<br>\n`,
    page: ({ title, date, tag, body, outside }) =>
      `${head(title, tag)}<body><div class="wrapper"><h1>${title}</h1><p class="date">${date}</p><div class="text">${body}</div>${outside}</div></body></html>`,
  },
  {
    line: paragraph,
    page: ({ title, date, tag, body, outside }) =>
      `${head(title, tag)}<body><table width="100%"><tr><td>${NAV}</td></tr><tr><td><h1>${title}</h1>${date}${body}</td><td>${outside}</td></tr></table></body></html>`,
  },
  {
    line: paragraph,
    page: ({ title, date, tag, body, outside }) =>
      `${head(title, tag)}<body><h1>${title}</h1><p>${date}</p>${body}${outside}</body></html>`,
  },
]

/** What an article of these sites is made of beside plain paragraphs. */
function bodyOf(dice: Dice, tongue: Tongue, write: Write, span: readonly [number, number]): string[][] {
  const body = Array.from({ length: dice.number(...span) }, () =>
    Array.from({ length: dice.pick([1, 2, 3, 3, 4, 5]) }, () => write(dice)),
  )
  if (dice.chance(0.15))
    body.splice(dice.number(1, body.length), 0, [`${headline(dice, tongue)}: ${dice.number(2, 400)}`])
  return body
}

/** A site of a simple template, its furniture among the paragraphs and beside them: 25 pages of one container each. */
export function plainSiteOf(seed: number, pageCount = 25): Site {
  const dice = diceOf(randomOf(seed * 104_729 + 13))
  const tongue = dice.pick(TONGUES)
  const layout = dice.pick(LAYOUTS)
  const write = writerOf(dice, tongue)
  const pieces = piecesOf(dice, tongue)
  const span = dice.pick([
    [2, 20],
    [4, 9],
    [2, 5],
    [3, 12],
  ] as const)
  const name = `plain-${seed}`
  const pages = Array.from({ length: pageCount }, (_, index): SitePage => {
    const each = diceOf(randomOf(seed * 7_907 + index * 31 + 5))
    const title = headline(each, tongue)
    const body = bodyOf(each, tongue, write, span)
    const blocks = body.map(sentences => layout.line(sentences.join(tongue.gap)))
    const furniture: string[] = []
    const outside: string[] = []
    const ends: string[] = []
    const starts: string[] = []
    const inner: { at: number; html: string }[] = []
    for (const piece of pieces) {
      if (!each.chance(piece.onPages)) continue
      const lines = piece.lines.map(line => line(each))
      const html = piece.wrap(lines, layout.line)
      furniture.push(...lines)
      if (piece.at === 'outside') outside.push(html)
      if (piece.at === 'start') starts.push(html)
      if (piece.at === 'end') ends.push(html)
      if (piece.at === 'middle') inner.push({ at: Math.ceil(blocks.length / 2), html })
      if (piece.at === 'anywhere') inner.push({ at: each.number(1, Math.max(1, blocks.length - 1)), html })
    }
    inner.sort((a, b) => b.at - a.at)
    for (const { at, html } of inner) blocks.splice(at, 0, html)
    const html = layout.page({
      title,
      date: `2026-10-${String(1 + index).padStart(2, '0')}`,
      tag: tongue.tag,
      body: [...starts, ...blocks, ...ends].join('\n'),
      outside: outside.join('\n'),
    })
    return {
      url: `https://${name}.example/story/${index + 1}`,
      title,
      html,
      sentences: body.flat(),
      furniture,
    }
  })
  return { name, language: tongue.tag, kind: 'news', pages }
}
