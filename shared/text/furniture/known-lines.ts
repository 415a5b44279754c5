/**
 * Lines that serve a page and never its article, whole lines only, in the languages where they were seen. Each
 * pattern must match from the first to the last character, so a sentence that mentions such words stays.
 */
const KNOWN: readonly RegExp[] = [
  /(?:\+ ?|more |show |see |все |ещё |еще )?\d{0,3} ?(?:more )?(?:photos?|pictures?|images?|videos?|фото(?:графий|графии)?)(?: more)?/,
  /(?:back|return|go back)(?: to)?(?: (?:the )?(?:list(?:ing)?|top|news(?:room)?(?: list)?|all news|overview|home(?: ?page)?|previous page|index|archive|press releases|search results))?/,
  /(?:назад(?: к списку(?: новостей)?)?|вернуться к списку|zurück(?: zur (?:übersicht|liste))?|retour(?: à la liste)?|volver(?: al listado)?|torna (?:alla lista|indietro)|voltar|powrót(?: do listy)?|terug(?: naar overzicht)?|վերադառնալ|назад до списку)/,
  /(?:view|see|show|read|browse) (?:all|more)(?: (?:news|articles|stories|press releases|posts|releases|related|from .{1,40}))?/,
  /(?:leave a (?:reply|comment)|post a comment|add (?:a )?(?:new )?comment|write a comment|join the (?:discussion|conversation)|cancel reply|post comment|no comments(?: yet)?|\d+ comments?|comments?(?: \(?\d+\)?)?|be the first to comment|comments (?:are )?(?:closed|off|disabled))/,
  /(?:your e-?mail address will not be published|required fields are marked|save my name, e-?mail,? and website in this browser for the next time i comment|you must be logged in to post a comment|log in to (?:leave a )?comment)(?:[ .*]+required fields are marked)?/,
  /(?:оставить комментарий|добавить комментарий|ваш (?:адрес )?e-?mail не будет опубликован|комментарии(?: \(?\d+\)?)?|schreibe einen kommentar|kommentar(?:e)? ?(?:schreiben|hinterlassen)?|laisser un commentaire|deja(?:r)? un comentario|lascia un commento|deixe um comentário|zostaw komentarz)/,
  /(?:subscribe|sign up)(?: now| today| here| for free)?(?: (?:to|for|in|on) (?:our |the )?.{2,80})?/,
  /(?:подпи(?:шитесь|сывайтесь|саться)(?: на .{2,80})?|підпи(?:шіться|сатися)(?: на .{2,80})?|(?:jetzt )?abonnieren|abonnez-vous(?: à .{2,80})?|suscríb(?:ase|ete)(?: a .{2,80})?|iscriviti(?: alla .{2,80})?|assine(?: a .{2,80})?|newsletter(?: abonnieren| sign ?-?up)?)/,
  /(?:share|tweet|print|e-?mail|copy link|copy url|save|bookmark|listen|follow us|send)(?: (?:this|on|via|by|it|with)(?: .{2,40})?)?/,
  /(?:follow us on|find us on|join us on|like us on|read us (?:on|in)|читайте нас в|следите за нами в|folgen sie uns auf|suivez-nous sur|síguenos en) .{2,80}/,
  /(?:поделиться(?: .{2,40})?|распечатать|версия для печати|печать|teilen|drucken|partager(?: sur .{2,40})?|imprimer|compartir(?: en .{2,40})?|imprimir|condividi|stampa|compartilh(?:ar|e)|udostępnij|drukuj|delen|paylaş|yazdır)/,
  /(?:advertis(?:e?ment|ing)|ad|sponsored(?: content| by .{2,40})?|реклама|anzeige|werbung|publicité|publicidad|pubblicità|reklama)/,
  /(?:loading|загрузка|chargement)(?: comments?)?/,
  /(?:next|previous|older|newer)(?: (?:article|post|story|page|news|posts))?|(?:предыдущая|следующая)(?: (?:новость|статья))?/,
  /(?:related|see also|also read|read also|read more|more (?:news|stories|on this topic|like this)|you (?:may|might) also like|recommended(?: for you)?|latest news|most read|popular|trending)(?: (?:articles?|news|stories|posts|content|topics|links))?/,
  /(?:читайте также|по теме|похожие (?:новости|статьи)|другие новости|siehe auch|mehr zum thema|lire aussi|à lire aussi|voir aussi|lea también|te puede interesar|leggi anche|leia também|czytaj także|zobacz także|lees ook)/,
  /(?:skip to (?:main )?content|accept(?: all)? cookies|we use cookies.{0,120})/,
  /(?:©|\(c\)|copyright)(?: ?©)? ?(?:\d{4})?.{0,80}(?:all rights reserved|все права защищены|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)/,
]

const WHOLE = KNOWN.map(pattern => new RegExp(`^(?:${pattern.source})$`, 'iu'))
const SHARE_WORDS = new Set(
  (
    'share facebook twitter x whatsapp telegram linkedin email mail print pinterest reddit copy link url vk vkontakte odnoklassniki ok viber messenger ' +
    'tumblr pocket flipboard threads bluesky mastodon instagram youtube rss tweet post send on via to this article save skype line wechat weibo xing'
  ).split(' '),
)
const MAX_LINE_CHARS = 160

/** Arrows, bullets and closing marks around a line are decoration. */
function bare(line: string): string {
  return line
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}©+(]+/u, '')
    .replace(/[^\p{L}\p{N})]+$/u, '')
}

const HASHTAGS = /^(?:#[\p{L}\p{M}\p{N}_]+[\s,]*){2,30}$/u

function isShareRow(line: string): boolean {
  const words = line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length > 1 && words.every(word => SHARE_WORDS.has(word))
}

/** Whether a line is known to serve the page: share rows, comment forms, subscriptions, links back and onward. */
export function isKnownFurniture(line: string): boolean {
  if (line.length > MAX_LINE_CHARS) return false
  if (HASHTAGS.test(line.trim())) return true
  const text = bare(line)
  return text !== '' && (isShareRow(text) || WHOLE.some(pattern => pattern.test(text)))
}

const LEAD_IN =
  /^\W{0,3}(?:read (?:also|more|next|on)|see also|also (?:read|see)|related(?: (?:article|story|news|post)s?)?|more (?:on|about|from).{0,40}|learn more|you (?:may|might) also like|don[’']t miss|recommended|up next|читайте также|читать также|читайте|по теме|смотрите также|узнайте больше|читайте ще|lesen sie auch|mehr dazu|siehe auch|lire aussi|à lire|voir aussi|lea también|lee también|más información|ver también|leggi anche|leia (?:também|mais)|veja também|czytaj (?:także|też|więcej)|zobacz (?:także|też)|lees ook|ayrıca okuyun)\s{0,2}(?:[:：—–|>»-]|$)/iu

/** Whether a line of links leads to another article ("Read also: …"); only asked of lines that are mostly links. */
export function isLeadIn(line: string): boolean {
  return line.length < 400 && LEAD_IN.test(line)
}

const ATTRIBUTION =
  /^(?:источник|source|sources|quelle|fuente|fonte|джерело|źródło|kaynak|bron|աղբյուր|المصدر|来源|出典|източник|извор|крыніца|zdroj|forrás|surs[aă]|källa|kilde|lähde|izvor|vir|šaltinis|avots|allikas|font|πηγή|წყარო|מקור|منبع|출처|nguồn|sumber|स्रोत|via)(?: ?[:：—–-] ?| )((?:https?:\/\/)?[\p{L}\p{N}][\p{L}\p{N}.-]*\.\p{L}{2,12}(?:\/\S{0,200})?|.{2,60})$/iu
/** Without a colon only an address makes a source: "Source material was…" is a sentence. */
const ADDRESS = /^(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,12}(?:\/\S*)?$/u

/** Whom a line names as the source of the text ("Источник rbc.ru", "Source: Reuters"), undefined for other lines. */
export function attributionOf(line: string): string | undefined {
  const text = line.trim()
  if (text.length > MAX_LINE_CHARS || text.includes('\n')) return undefined
  const named = ATTRIBUTION.exec(text)?.[1]?.replace(/[.\s]+$/, '')
  if (named === undefined) return undefined
  const stated = /^[^\s:：—–-]+ ?[:：—–-]/u.test(text)
  return stated || ADDRESS.test(named) ? named : undefined
}
