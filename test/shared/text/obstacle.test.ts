import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../../shared/text/extract.ts'
import { findObstacle } from '../../../shared/text/obstacle.ts'

const see = (title: string, text: string) =>
  findObstacle({ title, text, visibleText: text, hasFrameset: false, scriptChars: 0 })

describe('a bot wall', () => {
  it.each([
    ['Just a moment...', 'Enable JavaScript and cookies to continue'],
    [
      'Attention Required! | Cloudflare',
      'Sorry, you have been blocked\nYou are unable to access gov.example',
    ],
    ['gov.example', 'Please enable JS and disable any ad blocker'],
    ['Access to this page has been denied', 'Press & Hold to confirm you are a human (and not a bot).'],
    [
      'Access Denied',
      'You don\'t have permission to access "http://gov.example/news/1" on this server.\nReference #18.2d3c1002.1700000000.1a2b3c4d',
    ],
    ['', 'Request unsuccessful. Incapsula incident ID: 1234000890123456789-123456789'],
    ['Vercel Security Checkpoint', "We're verifying your browser"],
    ["Making sure you're not a bot!", 'Loading...'],
    [
      'Request Rejected',
      'The requested URL was rejected. Please consult with your administrator.\nYour support ID is: 1234567890123',
    ],
    ['DDoS-Guard', 'Checking your browser before accessing gov.example'],
    [
      'Ой!',
      'Подтвердите, что запросы отправляли вы, а не робот\nНам очень жаль, но запросы с вашего устройства похожи на автоматические.',
    ],
    [
      'ministerium.example',
      'Bitte bestätigen Sie, dass Sie ein Mensch sind.\nDas dauert nur einen Augenblick.',
    ],
    ['', 'Veuillez vérifier que vous êtes un humain en cochant la case.'],
    ['安全验证', '请完成安全验证后继续访问'],
    ['', '続けるにはロボットではないことを確認してください。'],
  ])('is seen: %s', (title, text) => {
    expect(see(title, text)).toBe('bot-wall')
  })
})

describe('a page that says that the page is not there', () => {
  it.each([
    ['404', ''],
    ['404 | Ministry of Rivers', ''],
    ['Error 404 - Not found', 'Use the search.'],
    ['Ministry', 'Sorry, the page you are looking for could not be found.'],
    ['Ministry', 'Oops! We can’t find that page.\nBack to the start'],
    ['Ministry', 'This article is no longer available.'],
    ['Ministry', 'The document you requested does not exist.\nHome\nContact'],
    ['Fehler 404', 'Die angeforderte Seite wurde nicht gefunden.'],
    ['Ministerium', 'Diese Seite existiert leider nicht mehr.'],
    ['Page introuvable', ''],
    ['Ministère', 'La page que vous recherchez n’existe plus.'],
    ['Ministerio', 'La página que busca no existe o ha cambiado de dirección.'],
    ['Ministério', 'A página solicitada não foi encontrada.'],
    ['Ministero', 'La pagina richiesta non è stata trovata.'],
    ['Ministerie', 'Deze pagina bestaat niet (meer).'],
    ['Nie znaleziono strony', 'Przejdź do strony głównej'],
    ['Ministerstvo', 'Požadovaná stránka nebyla nalezena.'],
    ['Minisztérium', 'A keresett oldal nem található.'],
    ['Ministerul', 'Pagina căutată nu există.'],
    ['Bakanlık', 'Aradığınız sayfa bulunamadı.'],
    ['Departementet', 'Sidan du söker finns inte.'],
    ['Министерство', 'Запрашиваемая страница не найдена'],
    ['Міністерство', 'Сторінку не знайдено'],
    ['Υπουργείο', 'Η σελίδα που ζητήσατε δεν βρέθηκε.'],
    ['Կառավարություն', 'Էջը չի գտնվել'],
    ['الوزارة', 'الصفحة المطلوبة غير موجودة'],
    ['国务院', '您访问的页面不存在或已删除'],
    ['省庁', 'お探しのページは見つかりませんでした'],
    ['정부', '요청하신 페이지를 찾을 수 없습니다.'],
    ['Bộ', 'Không tìm thấy trang bạn yêu cầu'],
  ])('is seen: %s %s', (title, text) => {
    expect(see(title, text)).toBe('not-found')
  })
})

describe('a consent page', () => {
  it.each([
    [
      'Before you continue',
      'We use cookies and data to deliver our services. If you choose to accept all, we will also use cookies to measure audiences. Reject all\nAccept all cookies\nPrivacy policy',
    ],
    [
      'Ihre Privatsphäre',
      'Mit Ihrer Zustimmung verwenden wir und unsere 214 Partner Cookies. Alles akzeptieren\nEinstellungen zum Datenschutz',
    ],
    [
      'Vos choix',
      'Nous et nos partenaires utilisons des cookies. Vous pouvez accepter ou refuser.\nPolitique de confidentialité',
    ],
    ['Je privacy', 'Wij gebruiken cookies en vragen daarvoor je toestemming. Accepteren\nWeigeren'],
  ])('is seen: %s', (title, text) => {
    expect(see(title, text)).toBe('consent')
  })
})

describe('short news is not taken for a wall', () => {
  it.each([
    [
      'Security check delays at Harbour Airport',
      'Passengers should allow two hours for the security check, the airport said on Monday. Lanes three and four are closed for repairs until Friday.',
    ],
    [
      'Access denied to inspectors, agency says',
      'Inspectors were denied access to the plant on Tuesday, the agency said. It has asked the court for an order.',
    ],
    [
      '404 new homes approved in Milbury',
      '404 new homes will be built by the river, the council decided on Monday. Work begins in spring.',
    ],
    [
      'Missing file',
      'The file on the harbour extension cannot be found anywhere in the archive of the ministry, its spokesman admitted on Thursday after three months of search by two departments.',
    ],
    [
      'Not found guilty',
      'Not found guilty by the jury, the former mayor left the court without a word. The prosecution will appeal.',
    ],
    [
      'New rules for cookies',
      'The authority has fined three shops for setting cookies without consent. The fines add up to two million. The shops have a month to appeal. A hearing is set for May in the district court.',
    ],
    [
      'Authority warns of false captchas',
      'The authority warns of sites that ask people to prove that they are human. Whoever follows them loads harmful programs. Reports are taken by phone, day and night, and by every police station.',
    ],
    [
      'Ministerium',
      'Die Seite der Straße, auf der gebaut wird, bleibt bis Mai gesperrt. Der Verkehr wird umgeleitet.',
    ],
    [
      'Поиск',
      'Пропавшая лодка найдена у берега, сообщили спасатели. Экипаж жив, двое рыбаков доставлены в больницу.',
    ],
    ['Office closed', 'The office is closed on Friday. Calls are taken until noon.'],
  ])('%s', (title, text) => {
    expect(see(title, text)).toBeUndefined()
  })

  it('when a banner stands beside it', () => {
    const html = `<title>Bridge opens | Gazette</title><div class="cookie-banner"><p>We use cookies. Accept all cookies</p></div>
      <article><h1>Bridge opens</h1><p>The bridge over the river opens on Monday, the council said. Buses will cross it from noon on.</p></article>`
    expect(extractArticle(html, { url: 'https://a.example/1' }).obstacle).toBeUndefined()
  })
})
