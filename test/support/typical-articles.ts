import type { Article } from '../../shared/article.ts'
import { sha256 } from '../../shared/dedup/fingerprint.ts'
import { identify } from '../../shared/dedup/identity.ts'
import { excerptWithin } from '../../shared/text/excerpt.ts'
import { anArticle, anEntry } from './samples.ts'

type Told = Pick<Article, 'sourceId' | 'headline' | 'summary' | 'publisher' | 'language' | 'dateline'> & {
  url: string
  excerpt: string
}

/** A release with everything that a good feed and a good page tell of it, and its evidence. */
function typicalArticle(told: Told): Article {
  const raw = sha256(`raw ${told.url}`)
  const text = sha256(told.excerpt)
  const { articleId, identityBasis } = identify(anEntry({ url: told.url }), told)
  return {
    ...anArticle({ ...told, articleId, identityBasis }),
    summary: excerptWithin(told.summary ?? '', 250),
    excerpt: excerptWithin(told.excerpt, 280),
    seenIn: [told.sourceId],
    textKey: `text/${text}.txt`,
    wordCount: 612,
    pollVersion: 4_213,
    authors: [told.publisher.name],
    categories: ['Economy'],
    languageBasis: 'page',
    hashes: {
      raw,
      text,
      title: sha256(told.headline),
      core: sha256(`core ${told.url}`),
      entry: sha256(`entry ${told.url}`),
    },
    evidence: {
      key: `raw/${sha256(`pack ${told.url}`)}.warc.gz`,
      offset: 483_112,
      length: 18_240,
      auditLength: 1_406,
      sha256: raw,
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        etag: '"1a2f-63c0b7e95d140"',
        'last-modified': 'Sat, 21 Nov 2026 08:31:07 GMT',
      },
      contentType: 'text/html; charset=utf-8',
      fetchedAt: '2026-11-21T08:59:59.412Z',
      finalUrl: told.url,
    },
  }
}

export const latinArticle = typicalArticle({
  sourceId: 'no-transport-ministry-en',
  url: 'https://www.transport.example/en/news/2026/november/island-ferry-contract-awarded-for-ten-years',
  headline: 'Contract for ten years of island ferries awarded to a shipping company from Ostervik',
  dateline: 'OSTERVIK, 21 November 2026',
  publisher: { name: 'Ministry of Transport', country: 'NO', kind: 'government' },
  language: 'en',
  summary:
    'The Ministry of Transport has awarded the contract for the ferries to the outer islands. Four vessels that run on batteries take over in the spring of 2028, and the last crossing of the evening will leave an hour later than today. Fares stay as they are, the Minister said in Ostervik on Friday.',
  excerpt:
    'Four battery ferries will serve the outer islands from April 2028. The Ministry of Transport signed the contract with Kystline of Ostervik today, after a tender in which five companies took part. Residents had asked for later departures; the new timetable adds one at half past eleven…',
})

export const cyrillicArticle = typicalArticle({
  sourceId: 'kg-agriculture-ministry-ru',
  url: 'https://agro.example/ru/novosti/v-narynskoj-oblasti-nachalas-uborka-kartofelya-128841',
  headline: 'В Нарынской области началась уборка картофеля: хозяйства ждут урожая выше прошлогоднего',
  dateline: 'Нарын, 21 ноября',
  publisher: { name: 'Министерство сельского хозяйства', country: 'KG', kind: 'government' },
  language: 'ru',
  summary:
    'Уборка картофеля началась в трёх районах области на неделю раньше обычного. По оценке министерства, с гектара соберут около двадцати тонн. Хранилища готовы принять весь урожай, а для мелких хозяйств открыты два новых приёмных пункта. Цены на рынках остаются прежними, сообщили в ведомстве в пятницу утром.',
  excerpt:
    'Первые машины вышли на поля ещё до рассвета. В этом году весна была влажной, и клубни выросли крупнее, чем год назад, рассказывают фермеры. Министерство обещает, что грузовиков хватит всем: их пригнали из соседних областей. До первых заморозков остаётся чуть больше двух недель, поэтому…',
})

export const chineseArticle = typicalArticle({
  sourceId: 'tw-island-weather-office-zh',
  url: 'https://weather.example/zh-hant/press/2026/11/21/winter-ferry-forecast-service',
  headline: '離島氣象站今起提供渡輪航線風浪預報，每三小時更新一次，居民可用手機免費查詢',
  publisher: { name: '離島氣象辦公室', country: 'TW', kind: 'government' },
  language: 'zh-Hant',
  summary:
    '氣象辦公室宣布，自本週六起為四條離島渡輪航線提供風浪預報。預報每三小時更新一次，內容包括浪高、風速、能見度與停航可能性。居民與遊客可在手機上免費查詢，也可在碼頭的看板上閱讀。辦公室主任表示，去年冬季共有二十七天停航，許多旅客到了碼頭才得知消息，新服務希望讓大家提早安排行程。預報由三座新設的海上浮標提供資料，並由值班人員每日核對。試行期為六個月，之後將依照居民的意見調整。漁會代表對此表示歡迎，認為小型漁船同樣受惠，並建議增加夜間的觀測次數。校方也計畫利用這項資料安排學生往返。',
  excerpt:
    '清晨六點，第一份渡輪風浪預報準時出現在碼頭的看板上。排隊的旅客抬頭就能看見今日四條航線的浪高與風速，其中最北的一條下午可能停航。氣象辦公室說，這份預報來自三座今年夏天設置的海上浮標，資料每十分鐘傳回一次，再由值班人員核對後發布。過去居民只能打電話詢問船公司，往往等到出發前一刻才知道船開不開。新的服務上線後，醫院也能提早安排病人轉診。主任強調，預報並不能取代船長的判斷，船公司仍有權臨時停航。辦公室將在試行期間蒐集意見，特別是漁民與學生的需求，並於明年五月公布檢討結果。未來還打算把同樣的做法…',
})
