/** Beginnings of the words with which pages introduce the day of publication. */
const PUBLICATION = new RegExp(
  [
    String.raw`(?<!\p{L})(?:first\s)?(?:published|posted|submitted|uploaded|post (?:date|time)|date\s?:|date of (?:publication|issue))`,
    // "Version 3.1 was released on" tells of the thing, not of the page.
    String.raw`(?<!\p{L}|\b(?:was|were|been|is|are)\s)(?:released|issued|filed|written|created)(?!_)`,
    String.raw`(?<!\p{L})(?:publi[ée]|publicad|publicat|pubblicat|posté|mis en ligne|rédigé|parution|fecha|inserito)`,
    String.raw`(?<!\p{L})(?:veröffentlicht|erschienen|erstellt|eingestellt|geschrieben|gepostet|verfasst|hochgeladen|rezensiert|gefragt|datum\s?:|(?:meldung|mitteilung|information|nachricht|beitrag|artikel|bericht|eintrag|kritik|rezension) vom|geplaatst|gepubliceerd)`,
    String.raw`(?<!\p{L})(?:publicerad|publisert|udgivet|offentliggjort|julkaistu|avaldatud|publicēts|paskelbta)`,
    String.raw`(?<!\p{L})(?:opublikowan|dodan|data publik|zveřejn|vydáno|publikován|uverejnen|objavljen|közzé|megjelen)`,
    String.raw`(?<!\p{L})(?:yayın|eklenme|oluşturul|dərc|chop etil|dipublikasi|diterbitkan|diterbit|ngày đăng|đăng lúc)`,
    String.raw`(?<!\p{L})(?:опубликован|размещен|добавлен|дата|опубліков|створен|публикуван|објављен|жарияла|нийтлэ)`,
    'δημοσ|προστέθηκε|հրապարակ|გამოქვეყნ|نشر|تاريخ|انتشار|منتشر|شائع|פורסם|प्रकाशित|প্রকাশ|เผยแพร่|發布|发布|發佈|公開|掲載|投稿|작성|입력|등록|게시',
  ].join('|'),
  'iu',
)

/** Beginnings of the words with which pages introduce the day of their last change. */
const CHANGE = new RegExp(
  [
    String.raw`(?<!\p{L})(?:updated|modified|revised|last (?:edited|reviewed|changed|update|revision|published|saved|built|build)|reviewed)`,
    String.raw`(?<!\p{L})(?:mise? à jour|modifi[ée]|actuali[sz]ad|modificad|aggiornat|ultima modifica|modificato|atualizad|modificat|actualitzat)`,
    String.raw`(?<!\p{L})(?:aktuali[sz]|geändert|letzte[rn]? (?:änderung|aktualisierung|bearbeitung)|zuletzt|bearbeitet|stand\s?:|bijgewerkt|gewijzigd)`,
    String.raw`(?<!\p{L})(?:uppdaterad|ändrad|senast|oppdatert|sist endret|opdateret|päivitetty|muokattu|uuendatud|atnaujint|atjaunin)`,
    String.raw`(?<!\p{L})(?:zmienion|ostatnia zmiana|změněn|upraven|ažurirano|frissít|módosít|güncelle|yenilən|yangilan|diperbarui|cập nhật)`,
    String.raw`(?<!\p{L})(?:обновлен|изменен|оновлен|змінен|актуализ|обновен|ажуриран|жаңарт|шинэчл)`,
    'ενημέρ|ενημερ|τροποποι|թարմաց|განახლ|تحديث|آخرین|עודכן|अपडेट|अद्यतन|হালনাগাদ|อัปเดต|更新|修改|修订|수정|갱신',
  ].join('|'),
  'iu',
)

/** Words right before a day that is not the page's own: of members, terms, laws, lives and prints. */
const OTHER = new RegExp(
  [
    'join(?:ed|\\sdate)|members? since|registered|valid|until|through|expires|deadline|born|died|founded|established',
    'n[äa]chste[rsn]? \\p{L}{3,12}|retrieved|accessed|archived|effective|starts?|begins?|ends?|due|since|as of|appears in print|next',
    '(?:mitglied|registriert|angemeldet|dabei)(?: seit)?|seit|bis|ab|zum|gültig|beigetreten|anmeldungsdatum|geboren|geb',
    '(?:urteil|beschluss|bescheid|gesetz|verordnung|erlass|fassung|richtlinie|druckausgabe)(?: vom)?|gestorben|gegründet',
    'abgerufen|kinostart|kursziel|erscheint|verkaufsstart|starttermin|beginn|ende|termin|stichtag|laufzeit|\\p{L}{3,15}schluss',
    'depuis|jusqu.au|inscrite?|née?|consultée?|à partir du|desde|hasta|nacid[oa]|dal|fino al|nat[oa]',
  ]
    .map(words => `(?<!\\p{L})(?:${words})`)
    .join('|')
    .replace(/^/, '(?:')
    .concat(String.raw`)[\s:,.]{1,3}(?:(?:am|an|vom|den|dem|zum|on|the|le|el|il|del?)\s)?$`),
  'iu',
)

/** The end of an embargo is when a release is out. */
const EMBARGO = /embargo|sperrfrist/i

export type DatePurpose = 'published' | 'changed' | 'other'

/** What the words before a date call it: the day of publication, of a change, of something else, or nothing. */
export function purposeOf(words: string): DatePurpose | undefined {
  if (EMBARGO.test(words)) return 'published'
  if (CHANGE.test(words)) return 'changed'
  if (OTHER.test(words)) return 'other'
  return PUBLICATION.test(words) ? 'published' : undefined
}

const FIRST =
  /(?:originally (?:published|posted|appeared)|first (?:published|posted|appeared)|erstmals (?:veröffentlicht|erschienen)|erstveröffentlichung|zuerst (?:veröffentlicht|erschienen)|initialement publié|publicado originalmente|originariamente pubblicato)/iu
/** Further inside a line it is said of something else. */
const MAX_LEAD_CHARS = 60
const LONGEST_CHARS = 30

/** Whether a line says, near its start, when its article was first published: the page was published anew. */
export function isOfFirst(line: string): boolean {
  return FIRST.test(line.slice(0, MAX_LEAD_CHARS + LONGEST_CHARS))
}
