import { ANY_DATE } from '../../date/date-shapes.ts'
import { isKnownFurniture, isLeadIn } from '../furniture/known-lines.ts'

/**
 * Lines of documents that were saved as text from a site, by what they are there for. The words are of some thirty
 * languages; what makes a line of them is its shape: short, no sentence, in its place.
 */
const words = (...stems: string[]) => stems.join('|')

const SECTION = words(
  'press ?-?releases?|news|latest news|newsroom|media releases?|statements?|speeches|announcements?|events|home|menu|search|press(?: cent(?:er|re))?',
  'пресс-релизы?|новости|пресс-центр|главная|новини|головна|прес-?центр|прес-?релізи?|начало|актуално|съобщения|вести|насловна',
  'pressemitteilung(?:en)?|aktuelles|nachrichten|startseite|presse|communiqués?(?: de presse)?|actualités?|accueil|salle de presse',
  'notas? de prensa|noticias|inicio|sala de prensa|comunicados?|comunicat[io] stampa|notizie|notícias|início|sala de imprensa',
  'komunikaty|aktualności|strona główna|nieuws|persberichten|nyheter|nyheder|pressmeddelanden?|pressemeddelelser?|tiedotteet|uutiset|etusivu',
  'haberler|duyurular|ana ?sayfa|basın bültenleri|tiskové zprávy|tlačové správy|aktuality|úvod|hírek|közlemények|főoldal|știri|comunicate(?: de presă)?|acasă|vijesti|naujienos|jaunumi|uudised',
  'ειδήσεις|δελτία τύπου|νέα|αρχική|լուրեր|մամլո հաղորդագրություններ|գլխավոր|სიახლეები|პრესრელიზები|მთავარი',
  '新闻|新闻发布|新闻中心|新聞|首页|首頁|ニュース|報道発表|お知らせ|ホーム|보도자료|뉴스|홈|أخبار|الأخبار|الرئيسية|بيانات صحفية|اخبار|صفحه اصلی|חדשות|הודעות לעיתונות|tin tức|trang chủ|berita|siaran pers|समाचार',
)
const BACK = words(
  'back|return|go back|(?:to )?(?:the )?top|наверх|вверх|nach oben|haut de page|arriba|do góry|yukarı|nahoru|назад|вернуться|повернутися|обратно|zurück|retour|volver|regresar|voltar|torna(?:re)?|indietro|wróć|powrót|terug|geri(?: dön)?|zpět|späť|vissza|înapoi|tillbaka|tilbage?|takaisin',
  'πίσω|επιστροφή|վերադառնալ|դեպի|უკან|დაბრუნება|返回|戻る|一覧|목록|뒤로|العودة|رجوع|بازگشت|חזרה|quay lại|kembali|वापस',
)
const SHARE = words(
  'share|tweet|поделиться|поділитися|поширити|сподели(?:те)?|подели|(?:diese[ns]? \\p{L}+ )?teilen|partag(?:er|ez)|compart(?:ir|e|ilhe|ilhar)|condividi|udostępnij|delen|deel|paylaş|sdílet|sdílejte|zdieľať|megoszt(?:ás|om)?|distribuie|dela|jaa|podijeli|dalintis',
  'κοινοποί\\p{L}+|μοιραστείτε|կիսվել|տարածել|გაზიარება|გააზიარე|分享(?:到)?|シェア(?:する)?|공유(?:하기)?|شارك|مشاركة|اشتراک|שתפו|שיתוף|chia sẻ|bagikan|साझा करें',
)
const PRINT = words(
  'print|download|печать|распечатать|версия для печати|друк|версія для друку|отпечатай|drucken|imprimer|imprimir|stampa|drukuj|yazdır|afdrukken|tisk|vytisknout|tlač|nyomtatás|tipărește|skriv ut|udskriv|tulosta|εκτύπωση|տպել|ბეჭდვა|打印|印刷|인쇄|طباعة|چاپ|הדפס\\p{L}*|in bài|cetak|pdf',
)
const PLATFORM =
  /facebook|twitter|telegram|whatsapp|viber|instagram|youtube|linkedin|tiktok|bluesky|mastodon|google news|newsletter|вконтакте|телеграм|фейсбук|инстаграм|вайбер|ютуб|рассылк|розсилк|бюлетин|канал|kana[łl]|canal|channel|微信|微博|公众号|تلغرام|فيسبوك|bülten|hírlevél|boletín/iu
const FOLLOW = words(
  'subscribe|sign up|follow|read us|подпи|підпи|абонира|последвайте|следите|следвайте|стежте|читайте нас|читайте нас|пратите|(?:jetzt )?abonn|folgen|folge|suivez|inscrivez|suscr|sígu|siga|segui|assine|inscreva|iscriv|obserwuj|zapisz|subskry|dołącz|volg|schrijf|takip|abone|bizi|odebír|sleduj|přihlas|feliratkoz|kövess|urmăr|abonați|følg|följ|seuraa|tilaa|pratite|sekite',
  'εγγραφ|ακολουθ|հետև|բաժանորդ|გამოიწერ|შემოგვიერთ|订阅|关注|訂閱|フォロー|登録|구독|팔로우|اشترك|تابع|עקבו|הירשמו|הצטרפו|theo dõi|đăng ký|langganan|ikuti',
)
/** What only a channel or a newsletter makes a call to follow. */
const RECEIVE =
  /^(?:receive|get|stay|join|don[’']t miss|получай|отримуй|будьте|присоединя|вступай|bleiben|restez|manténgase|únete|fique|resta|bądź|kal)/iu
const READ_ALSO = words(
  '(?:other|more|latest|recent|similar|related|top) (?:news|stories|articles|posts|releases|topics)|more on|(?:другие|ещё|еще|последние|похожие|главные) (?:новости|материалы|статьи)|новости по теме|материалы по теме|інші новини|новини за темою|(?:weitere|ähnliche|aktuelle) (?:meldungen|nachrichten|artikel|beiträge)|autres actualités|sur le même sujet|articles (?:liés|similaires)|otras noticias|noticias relacionadas|outras notícias|notícias relacionadas|altre notizie|articoli correlati|inne (?:wiadomości|aktualności)|powiązane|meer nieuws',
  'diğer haberler|další (?:zprávy|články)|ďalšie (?:správy|články)|további (?:hírek|cikkek)|alte știri|fler nyheter|andre nyheter|muut uutiset|άλλα νέα|այլ լուրեր|სხვა სიახლეები|其他新闻|更多新闻|その他の(?:記事|ニュース)|다른 뉴스|أخبار أخرى|خبرهای دیگر|חדשות נוספות|tin khác|berita lain(?:nya)?|interesujące|ще новини',
  '(?:още|повече) по темата|(?:прочетете|вижте) (?:още|също)|още новини|свързани|читайте|прочитајте|ilgili haberler|ayrıca|bunlar da|διαβάστε|δείτε|σχετικά|čtěte|přečtěte|související|čítajte|súvisiace|olvass|kapcsolódó|cit(?:ește|iți)|vezi și|läs (?:också|även|mer)|les også|læs også|lue myös|pročitajte|povezane',
  'կարդացեք|դիտեք|წაიკითხეთ|მსგავსი|相关(?:阅读|新闻|链接|报道)|相關|延伸阅读|関連(?:記事|ニュース|リンク)?|관련 ?(?:기사|뉴스)|اقرأ|مواضيع ذات صلة|بیشتر بخوانید|קראו|כתבות נוספות|xem thêm|đọc thêm|tin liên quan|baca juga|यह भी',
)
const COMMENT =
  'comments?|комментари\\p{L}*|коментар\\p{L}*|kommentare?|kommentarer|commentaires?|comentarios?|commenti|comentários?|komentarz\\p{L}*|komentář\\p{L}*|komentár\\p{L}*|komentar\\p{L}*|reacties|yorum\\p{L}*|hozzászólás\\p{L}*|comentarii|kommentit|σχόλια|մեկնաբանություն\\p{L}*|კომენტარ\\p{L}*|评论|評論|コメント|댓글|تعليق\\p{L}*|תגובות|bình luận|komentar'
const TAGS = words(
  'tags?|keywords?|topics?|categor(?:y|ies)|filed under|posted in|теги|тэги|метки|ключевые слова|рубрик[аи]|категори[яи]|ключові слова|мітки|тагове|етикети|ключови думи|schlag(?:wörter|worte)|stichw(?:örter|orte)|rubrik|kategorien?|mots[- ]clés|étiquettes|catégories?|rubrique|etiquetas|palabras clave|categorías?|palavras-chave|categorias?|parole chiave|etichette|categoria',
  'tagi|słowa kluczowe|kategorie|trefwoorden|categorie|etiketler|kategori|štítky|klíčová slova|kľúčové slová|címkék|etichete|taggar|nyckelord|ämnen|avainsanat|ετικέτες|λέξεις-κλειδιά|κατηγορία|պիտակներ|թեգեր|ტეგები|标签|关键词|關鍵字|タグ|キーワード|태그|الوسوم|وسوم|كلمات مفتاحية|برچسب‌?ها|תגיות|từ khóa|oznake|raktažodžiai',
)
const VIEWS =
  'views?|просмотр\\p{L}*|перегляд\\p{L}*|преглежд\\p{L}*|прегледа|aufrufe|vues|visitas|vistas|visualizações|visualizzazioni|wyświetle\\p{L}*|weergaven|görüntülenme|okunma|zobrazen\\p{L}*|megtekintés|vizualizări|visningar|προβολές|դիտում\\p{L}*|ნახვა|浏览(?:次数|量)?|阅读(?:量)?|閲覧数|조회(?:수)?|مشاهدات|צפיות|lượt xem'
const PICTURE =
  'photos?|pictures?|images?|videos?|фото\\p{L}*|снимк\\p{L}*|слик\\p{L}*|видео|fotos?|bild(?:er)?|imágenes|fotografías|immagini|zdję\\p{L}*|fotoğraf\\p{L}*|fotografi\\p{L}*|fénykép\\p{L}*|fotó|kép|poze|kuva\\p{L}*|φωτογραφί\\p{L}*|լուսանկար\\p{L}*|ფოტო\\p{L}*|张?(?:图片|照片)|写真|사진|صور\\p{L}*|עוד תמונות|תמונ\\p{L}*|ảnh'

const line = (source: string) => new RegExp(`^(?:${source})$`, 'iu')
const IS_SECTION = line(SECTION)
const IS_BACK = line(
  `(?:${BACK})(?: [\\p{L}\\p{M}’'-]+){0,5}|(?:返回|戻る|回到)\\p{L}{0,6}|一覧(?:へ|に)戻る|목록(?:으로)?`,
)
const IS_SHARE = line(`(?:${SHARE})(?:[ :：]+[\\p{L}\\p{M}’'/-]+){0,6}|(?:${SHARE})[ :：]*\\d{0,5}`)
const IS_PRINT = line(`(?:${PRINT})(?: [\\p{L}\\p{M}’'-]+){0,4}`)
const IS_FOLLOW = new RegExp(`^(?:${FOLLOW})`, 'iu')
const IS_READ_ALSO = new RegExp(`^(?:${READ_ALSO})[^.!?]{0,40}?[:：]`, 'iu')
const OPENS_RELATED = line(`(?:${READ_ALSO})(?: [\\p{L}\\p{M}]+){0,3} ?[:：]?`)
const OPENS_COMMENTS = line(
  `\\d{1,4} ?(?:${COMMENT})|(?:${COMMENT}) ?(?:[:：]? ?\\d{1,4}|[(（]\\d{1,4}[)）])|leave a (?:reply|comment)|(?:add|write|post) a comment|(?:оставить|добавить|написать|залишити|додати) (?:комментарий|коментар)|(?:einen )?kommentar (?:schreiben|hinterlassen)|schreibe einen kommentar|laisser un commentaire|deja(?:r)? un comentario|lascia un commento|deixe um comentário|dodaj komentarz|yorum (?:yap|yaz)|发表评论|コメントを(?:書く|残す)|댓글 (?:쓰기|남기기)|أضف تعليق\\p{L}*|اترك تعليق\\p{L}*|הוסף תגובה`,
)
const IS_TAGS = new RegExp(`^(?:${TAGS}) ?[:：]`, 'iu')
const READING = words(
  'reading time|время чтения|час читання|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo de le?itura|tempo di lettura|czas czytania|leestijd|okuma süresi|doba čtení|olvasási idő|timp de citire|lästid|lesetid|阅读时间|読了時間|وقت القراءة|זמן קריאה',
)
const IS_COUNT = line(
  `(?:${VIEWS}) ?[:：]? ?[\\d  .,]{1,9}|[\\d  .,]{1,9} ?(?:${VIEWS})|(?:${READING}) ?[:：]? ?\\d{1,2}[ \\p{L}.]{0,12}|\\d{1,2} ?\\p{L}{1,8}\\.? (?:read|de lecture|de lectura|de leitura|di lettura|чтения|читання|lesezeit)`,
)
const IS_PICTURE_COUNT = line(
  `(?:[\\p{L}\\p{M}]{1,12} ){0,2}\\d{1,3} ?(?:[\\p{L}\\p{M}]{1,12} )?(?:${PICTURE})|(?:${PICTURE})(?:[- ]?(?:galler\\p{L}+|галере\\p{L}+|galerie|galería|galeria|galerija|galeri))?(?: ?[(（]\\d{1,3}[)）]| \\d{1,3})|(?:photo|foto|фото)-?galler\\p{L}+`,
)
const IS_PLACE_IN_GALLERY = /^\d{1,3} ?[/／] ?\d{1,3}$/
const IS_CREDIT = new RegExp(
  `^\\(?(?:(?:${PICTURE.replace('videos?|', '').replace('|видео', '')})(?: (?:\\p{L}|\\p{M}){1,12}){0,2}|fot\\.|credits?|crédits?) ?[:：©]|^©`,
  'iu',
)
const IS_RIGHTS =
  /^(?:©|\(c\)|copyright\b)|all rights reserved|все права защищены|всі права захищені|всички права запазени|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone|alle rechten voorbehouden|tüm hakları saklıdır|všechna práva vyhrazena|minden jog fenntartva|toate drepturile rezervate|版权所有|無断転載|무단 ?전재|جميع الحقوق محفوظة|כל הזכויות שמורות/iu
const IS_TYPO_REPORT = /ctrl ?\+ ?enter/iu
const CRUMBS = /\s+[›»>/|→·•]+\s+|›|»/u

const MAX_CHARS = 160
const MAX_LABEL_CHARS = 60
const MAX_HEADING_CHARS = 36
const MAX_CRUMB_CHARS = 32
const MAX_DATED_CHARS = 90
const MAX_LETTERS_BESIDE_DATE = 14

/** Arrows, bullets and closing marks around a line are decoration. */
function bare(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}©+(]+/u, '')
    .replace(/[^\p{L}\p{M}\p{N})）]+$/u, '')
}

const endsSentence = (text: string) => /[.!?。！？։।؟…]["'”’»)\]]*$/u.test(text)

/** Whether a line is a section's name, a trail of them, or a switch of languages: what stands above a title. */
export function isSectionLine(text: string): boolean {
  if (IS_SECTION.test(bare(text))) return true
  const crumbs = text.split(CRUMBS).filter(crumb => crumb.trim() !== '')
  return (
    crumbs.length > 1 &&
    !endsSentence(text) &&
    crumbs.every(crumb => crumb.length <= MAX_CRUMB_CHARS && crumb.trim().split(/\s+/).length <= 4) &&
    (crumbs.some(crumb => IS_SECTION.test(bare(crumb))) || crumbs.every(crumb => crumb.trim().length <= 4))
  )
}

/** Whether a line holds a date and next to nothing else. */
export function isDateLine(text: string): boolean {
  if (text.length > MAX_DATED_CHARS || !/\d/.test(text)) return false
  const rest = text.replace(ANY_DATE, '')
  if (rest === text) return false
  const letters = rest.match(/\p{L}/gu)?.length ?? 0
  return letters <= MAX_LETTERS_BESIDE_DATE
}

/** Whether a line is the picture's that stands above a story: a counter of pictures, or whose it is. */
export function isPictureLine(text: string): boolean {
  return IS_PLACE_IN_GALLERY.test(text.trim()) || isPictureNote(text)
}

function isPictureNote(text: string): boolean {
  return (
    text.length <= MAX_CHARS &&
    (IS_PICTURE_COUNT.test(bare(text)) || (IS_CREDIT.test(text.trim()) && !endsSentence(text)))
  )
}

/** Whether a line serves the site wherever it stands: calls to share, follow and read on, tags, counters, rights. */
export function isSiteLine(text: string): boolean {
  if (text.length > MAX_CHARS || text.includes('\n')) return false
  const plain = bare(text)
  if (IS_READ_ALSO.test(plain) || (isLeadIn(text) && /[:：]/.test(text.slice(0, MAX_LABEL_CHARS))))
    return true
  if ((IS_FOLLOW.test(plain) || RECEIVE.test(plain)) && PLATFORM.test(plain)) return true
  if (IS_TYPO_REPORT.test(plain) || IS_TAGS.test(plain)) return true
  return IS_COUNT.test(plain) || isPictureNote(text) || isShareRow(plain)
}

function isShareRow(text: string): boolean {
  return (
    text.length <= MAX_LABEL_CHARS &&
    !endsSentence(text) &&
    IS_SHARE.test(text) &&
    /[:：\d]|\s\p{L}/u.test(text)
  )
}

const SOURCE_LABEL =
  /^[\p{L} ]{0,24}?(?:source|материал\p{L}*|матеріал\p{L}*|источник\p{L}*|джерел\p{L}*|источници|quelle\p{L}*|fuente|fonte|źródł\p{L}*|kaynak|original)(?: [\p{L}]{1,12}){0,2} ?[:：] ?(.{2,60})$/iu

/** Whom a line below the story names as its source, with a label in a translator's words: "Material source: …". */
export function translatedAttributionOf(text: string): string | undefined {
  return endsSentence(text) ? undefined : SOURCE_LABEL.exec(text.trim())?.[1]
}

const BY =
  /^(?:by|von|par|por|di|door|av|af|written by|автор|текст|author|autor(?:ka|en|in)?|redacción|redazione)\s*[:：]?\s+/iu
const PERSON =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:de|da|del|van|von|der|den|la|al|bin|ben|di|ter|dos)){0,2}(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u

/** Whether a line names the author and nothing else. */
export function isByline(text: string): boolean {
  return text.length <= MAX_LABEL_CHARS && BY.test(text) && PERSON.test(text.replace(BY, ''))
}

/** Whether a line serves the site where the story has ended or not begun: a link back, a word for printing. */
export function isMarginLine(text: string): boolean {
  if (text.length > MAX_CHARS) return false
  if (isSiteLine(text) || isKnownFurniture(text) || IS_RIGHTS.test(text)) return true
  const plain = bare(text)
  if (plain.length > MAX_LABEL_CHARS || endsSentence(text)) return false
  return (
    [IS_BACK, IS_SHARE, IS_PRINT, IS_SECTION].some(pattern => pattern.test(plain)) || IS_FOLLOW.test(plain)
  )
}

/** Whether readers' comments, or the form for one, begin with this line. */
export function opensComments(text: string): boolean {
  return text.length <= MAX_LABEL_CHARS && OPENS_COMMENTS.test(bare(text))
}

/** Whether titles of other articles follow this line. */
export function opensRelated(text: string): boolean {
  const plain = bare(text)
  return (
    plain.length <= MAX_HEADING_CHARS && !endsSentence(text) && (OPENS_RELATED.test(plain) || isLeadIn(plain))
  )
}
