/** One pattern of several lines of alternatives, each line the words of a language or two. */
function phrases(lines: readonly string[]): string {
  return `(?:${lines.join('|')})`
}

const PAGE_IS_MISSING = phrases([
  "(?:the |this |that |your |requested )*(?:page|article|document|file|content|resource|url|address|link|post|story)s? (?:.{0,60} )?(?:(?:was |is |were |be |could |can |has |have |been )*(?:not|n['’]t|cannot)(?: be)? (?:found|exist|available|located)|(?:does|do) ?n(?:o|['’])t exist|no longer (?:exists?|available|here)|is no longer available|has been (?:removed|deleted|moved))",
  String.raw`(?:we |sorry\W+|oops\W+)*(?:we )?(?:can['’]?t|cannot|could ?n[o'’]t|couldn['’]t) (?:find|locate) (?:the|that|this|your) (?:page|article|document|content)`,
  '(?:diese |die |der |das |angeforderte |gesuchte |gewünschte )*(?:seite|artikel|dokument|inhalt) (?:.{0,50} )?(?:nicht (?:gefunden|vorhanden|verfügbar|mehr verfügbar)|existiert (?:leider )?nicht)',
  "(?:la |cette |le )*(?:page|article|document) (?:.{0,50} )?(?:introuvable|non trouvée?|n['’]existe (?:pas|plus)|n['’]a pas (?:été|pu être) trouvée?|n['’]est (?:pas|plus) disponible)",
  String.raw`(?:la |esta |el |a |la )*página (?:.{0,50} )?(?:no (?:encontrada|existe|se (?:ha )?enc[ou]\w+|está disponible|fue encontrada)|não (?:foi )?encontrada|não existe|não está disponível)`,
  '(?:la |questa |de |deze )*pagina (?:.{0,50} )?(?:non (?:trovata|esiste|è stata trovata|è (?:più )?disponibile)|niet (?:gevonden|beschikbaar)|bestaat niet|nu (?:a fost găsită|există|este disponibilă))',
  'nie znaleziono (?:takiej )?strony|(?:ta |podana |szukana |żądana )*strona (?:.{0,40} )?nie (?:istnieje|została (?:znaleziona|odnaleziona))',
  '(?:požadovaná |hledaná )*stránka (?:.{0,40} )?(?:nenalezena|neexistuje|(?:sa )?nenašla|nebyla nalezena)|(?:a |az )?(?:keresett )?oldal (?:.{0,30} )?nem (?:található|létezik)',
  '(?:aradığınız |istenen )*sayfa (?:.{0,30} )?(?:bulunamadı|bulunamamıştır|mevcut değil)',
  'sidan (?:.{0,40} )?(?:hittades inte|kunde inte hittas|finns inte)|siden (?:.{0,40} )?(?:(?:ble|blev|er|kunne) ikke (?:funnet|fundet|findes)|finnes ikke|findes ikke)|sivua ei löydy|sivua ei löytynyt|lehte ei leitud|lapa nav atrasta|puslapis nerastas',
  '(?:запрашиваемая |запрошенная |эта |такая |данная )*страница (?:.{0,40} )?не (?:найдена|существует)|(?:така |ця |запитувана )*сторінк[ау] (?:.{0,40} )?не (?:знайдено|знайдена|існує)|страницата (?:.{0,30} )?не (?:е намерена|съществува)|stranica nije pronađena|страница није пронађена',
  'η σελίδα (?:.{0,50} )?δεν (?:βρέθηκε|υπάρχει)|էջը (?:.{0,30} )?(?:չի գտնվել|գոյություն չունի)|გვერდი (?:.{0,30} )?(?:ვერ მოიძებნა|არ მოიძებნა|არ არსებობს)',
  'الصفحة (?:.{0,30} )?غير موجودة|لم يتم العثور على (?:هذه )?الصفحة|صفحه (?:.{0,30} )?(?:یافت نشد|پیدا نشد)|(?:הדף|העמוד) (?:.{0,20} )?לא נמצא',
  '(?:पृष्ठ|पेज) नहीं मिला|ไม่พบหน้า.{0,20}|không tìm thấy trang.{0,20}|trang (?:.{0,40} )?không tồn tại|halaman (?:.{0,30} )?tidak ditemukan',
  '.{0,8}(?:页面|頁面|网页|網頁|文章).{0,8}(?:不存在|未找到|找不到|已(?:被)?[删刪]除)|(?:找不到|未找到).{0,8}(?:页面|頁面|网页|網頁)|.{0,8}ページ[がは].{0,12}(?:見つかりません.{0,3}|存在しません|削除され.{0,6})|.{0,8}페이지를 찾을 수 없습니다|존재하지 않는 페이지.{0,6}',
])

const ERROR_404 = String.raw`\W*(?:(?:http|status|error|fehler|erreur|errore|ошибка|помилка|błąd|hata|chyba|hiba|code)\W*)*404(?:\W*$|\W+(?:error|fehler|erreur|errore|ошибка|not found|page|seite|pagina|página|страница|сторінка|strona|sayfa|oops)|\s*[|:–—-])`

/** A line that says that the page asked for is not there, from its start; such lines are short. */
export const NOT_FOUND = new RegExp(
  `^(?:${ERROR_404}|(?:\\d{3}\\W+)?(?:sorry|oops|entschuldigung|désolé|lo sentimos|ой|упс)?\\W*(?:${PAGE_IS_MISSING})|not found\\W*$)`,
  'iu',
)

/** A whole title of a wall, with or without its maker's name. */
export const WALL_TITLE =
  /^(?:just a moment\W*|attention required!?\W*|checking your browser.*|access (?:to this page has been )?denied\W*|(?:\w+ )?security check(?:point)?\W*|are you (?:a )?(?:human|robot)\??|robot check|human verification|bot verification|one more step|ddos-guard|please wait\W*|pardon our interruption\W*|request (?:rejected|unsuccessful)\W*|(?:verify(?:ing)? )?(?:that )?you are (?:a )?human\W*|making sure you['’]?re not a bot!?|zugriff verweigert|accès refusé|acceso denegado|доступ (?:запрещ[её]н|ограничен)|403 forbidden|安全验证|人机验证|访问验证)(?:\s*[|–—-]\s*.{1,60}|(?:cloudflare|sucuri|vercel).{0,40})?$/iu

/** What a wall says to a reader; news does not speak so. */
export const WALL_LINE = new RegExp(
  phrases([
    "(?:checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you(?:['’]re| are) (?:a |not a )?(?:human|robot|bot)|(?:confirm|prove|make sure|show us|checking) (?:that )?you(?:['’]re| are) (?:a human|human|not a (?:ro)?bot))",
    String.raw`(?:enable|turn on) (?:javascript|js)(?: and cookies| and disable any ad ?blocker| to continue)|complete the (?:security check|captcha)(?: below)? to|unusual (?:traffic|activity) from your|why have i been blocked|you have been blocked|your (?:access|request|ip)(?: address)? (?:to this site )?(?:has been|was|is) (?:blocked|denied|rejected)|you don['’]t have permission to access|press (?:&|and) hold|incapsula incident|ray id: ?[\da-f]{8}|support id: ?\d{9}|reference ?#\d+\.[\da-f]+\.\d+`,
    "bestätigen sie,? dass sie (?:ein mensch|kein roboter)|vérifi(?:er|ez) que vous (?:êtes|n['’]êtes pas) (?:un )?(?:humain|robot)|verifi(?:que|ca|car) que (?:usted )?(?:es|eres|no es|no eres) (?:un )?(?:humano|robot)|(?:verifica|confirma|conferma) (?:di|que) (?:non )?(?:essere|você é|sei|não é) (?:un |um )?(?:umano|humano|robot|robô)",
    'подтвердите,? что (?:вы|запросы отправляли вы).{0,20}(?:человек|не робот)|підтвердьте,? що ви .{0,20}(?:людина|не робот)|potwierdź,? że nie jesteś robotem|robot olmadığınızı (?:doğrulayın|onaylayın)|проверка (?:вашего )?браузера',
    '请完成(?:下方|以下|安全)?.{0,6}验证|您的访问.{0,12}(?:异常|拦截|阻断)|ロボットではないことを確認|로봇이 아닙니다|사람인지 확인|تحقق من أنك (?:إنسان|لست)',
  ]),
  'iu',
)

/** What consent pages speak of, in nearly every sentence. */
export const CONSENT_LINE =
  /cookies?\b|\bcookie-|consent|privacy (?:policy|choices|settings|preferences)|(?:our|its|unsere|nos|nuestros|i nostri|nossos|onze|nasi|naszych) (?:\d+ )?(?:partners?|partnern?|partenaires|socios|partner|parceiros|partnerzy|partnerów)|personal(?:ised|ized) ads|datenschutz|einwilligung|zustimm|akzeptieren|ablehnen|confidentialité|consentement|accepter|refuser|consentimiento|privacidad|aceptar|rechazar|consenso|accetta|rifiuta|toestemming|accepteren|weigeren|zgod[aęy]|akceptuj|prywatności|souhlas|çerez|kişisel veri|файл\S* cookie|куки|персональных данных|согласи|クッキー|同意|쿠키|개인정보/iu
