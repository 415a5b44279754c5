import { parseDate } from '../../date/parse-date.ts'
import { dateLikeParts } from '../dates/written-dates.ts'

const MAX_LINE_CHARS = 300
const IMMEDIATE =
  /^(?:for immediate (?:release|publication|distribution)|immediate release|zur sofortigen (?:veröffentlichung|freigabe)|pour (?:diffusion|publication) immédiate|para (?:su )?(?:publicación|difusión|divulgación|divulgação|publicação) (?:inmediata|imediata)|per (?:la )?(?:pubblicazione|diffusione) immediata|voor onmiddellijke (?:publicatie|verspreiding)|til umiddelbar (?:offentliggørelse|offentliggjøring)|för omedelbar publicering|do natychmiastowej publikacji|для немедленного (?:распространения|опубликования|освещения)|для негайного (?:поширення|оприлюднення)|derhal yayınlanmak üzere|للنشر الفوري|供?即[时時刻]发[布佈]|供?即[时時刻]發[布佈]|즉시 (?:보도|배포))(?!\p{L})/iu
/** "For immediate release of the hostages" goes on otherwise. */
const BEHIND_IMMEDIATE = /^\s*(?:$|[-–—:|.,;(/\d]|\p{Lu})/u
/** Only with an end, a day or a colon behind it: "embargo on oil" is news. */
const EMBARGO = new RegExp(
  [
    '^(?:strictly |under |press )*embargo(?:ed)?(?:$|:|[ ,–—-]+(?:until|till|lifts?|date|time|\\d))',
    '^(?:strictly )?(?:not for|do not|hold|no) (?:for )?(?:release|publication|publish|broadcast|use)?[ ,]*(?:or [a-z]+ )?(?:before|until|prior to)(?!\\p{L})',
    '^for (?:release|use|publication) (?:at |on |after |: ?)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:[a-z]{3,9}\\.? )?\\d',
    '^(?:ach?tung )?sperrfrist(?:$|[: –—-])',
    '^(?:sous )?embargo (?:jusqu|au |levé)|^(?:à )?ne pas (?:diffuser|publier) avant',
    '^(?:(?:bajo )?embargo|embargado) hasta|^no (?:publicar|difundir) (?:antes|hasta)',
    '^(?:(?:sob )?embargo|embargado) até|^não (?:publicar|divulgar) antes',
    '^(?:sotto )?embargo fino|^non (?:pubblicare|diffondere) prima',
    '^(?:onder )?embargo tot|^niet (?:publiceren|verspreiden) v[oó]{2}r',
    '^embargo ti(?:l|ll)(?!\\p{L})|^må ikke offentliggøres før|^får ej publiceras före|^klausulert til',
    '^embargo do(?!\\p{L})|^nie publikować przed',
    '^(?:под )?эмбарго(?:$|:| до(?!\\p{L}))|^не (?:публиковать|для публикации|распространять) (?:до|ранее)(?!\\p{L})',
    '^(?:під )?ембарго(?:$|:| до(?!\\p{L}))|^не (?:публікувати|для публікації|поширювати) до(?!\\p{L})',
    '^ambargo(?::| süresi)|^haber ambargosu',
    '^(?:يحظر|محظور|حظر) النشر (?:حتى|قبل)|^ممنوع النشر (?:حتى|قبل)',
    '^(?:新闻)?(?:禁[发發]期|解禁[时時][间間]|[发發][布佈][时時][间間])(?:$|[:：至])|^(?:请勿|請勿|不得)(?:在|于|於).{2,30}(?:之前|前)(?:发布|發布|发表|報道|报道)',
    '^(?:解禁日時|報道解禁|解禁)(?:$|[:：\\s])',
    '^(?:엠바고|보도\\s?시점)(?:$|[:：\\s(])',
  ].join('|'),
  'iu',
)
/** A time, or what a label and capitals set apart from a sentence: "Sperrfrist: Redebeginn". */
const SAYS_WHEN = /\p{Nd}|^[^:：]{0,30}[:：]|^\P{Ll}+$/u
const END_MARK =
  /^[\s*\-–—[(/<]*(?:#{2,}|# # #|-\s?30\s?-|[-–—[(/<]{1,2}\s?(?:ends?|e n d s?|ende|fin|fine|fim|конец|кінець|koniec|konec|einde|slut|slutt|loppu|son|sfârșit|vége|kraj|край|վերջ|დასასრული|τέλος|النهاية|انتهى|סוף|完|了|終わり|끝)\s?[-–—\])/>]{0,2}|ends?(?:\s?\/\s?\p{L}+, .{6,40})?|e n d s|end of (?:press )?release|ende der (?:presse)?mitteilung|fin du communiqué|fine (?:del )?comunicato|fin del comunicado|fim do comunicado|конец (?:пресс-)?релиза|以上|（完）|（了）|끝\.?|انتهى)[\s*\-–—\])/>.]*$/iu
const RULE = /^\s*(?:\*\s?){3,}$/
const MAX_MARK_CHARS = 60

/** Whether a line lets its reader publish at once: "FOR IMMEDIATE RELEASE". */
export function isForImmediateRelease(line: string): boolean {
  const mark = line.length < MAX_LINE_CHARS ? IMMEDIATE.exec(line)?.[0] : undefined
  return mark !== undefined && BEHIND_IMMEDIATE.test(line.slice(mark.length))
}

/** Whether a line forbids publication before a time. */
export function isEmbargo(line: string): boolean {
  return line.length < MAX_LINE_CHARS && EMBARGO.test(line) && SAYS_WHEN.test(line)
}

/** Whether a line does nothing but end a release: `###`, `-ENDS-`, `– Fin –`. */
function isEndMark(line: string): boolean {
  return line.length < MAX_MARK_CHARS && END_MARK.test(line)
}

/** Whether a line ends the part above it: the mark of an end, or a rule. */
export function endsPart(line: string): boolean {
  return isEndMark(line) || (line.length < MAX_MARK_CHARS && RULE.test(line))
}

/** The mark behind the last line of a story. Asterisks part a text as well, so they end it only once and at its end. */
export function findEndMark(lines: readonly string[]): string | undefined {
  const mark = lines.find(isEndMark)
  if (mark !== undefined) return mark.trim()
  const rules = lines.flatMap((line, at) => (RULE.test(line) ? [at] : []))
  const [at = 0] = rules
  return rules.length === 1 && at * 2 >= lines.length ? lines[at]?.trim() : undefined
}

const ZONE = /(?<!\p{L})(?:GMT|UTC|Z)(?!\p{L})|\d{2}Z(?!\p{L})/u
/** 04/05/2026 is a day in April or in May. */
const EITHER_DAY = /^\s*(?:0?\d|1[0-2])\s?([/-])\s?(?:0?\d|1[0-2])\s?\1/

/**
 * When an embargo ends, as far as its line is certain about it: the moment in UTC where the line names its zone, the
 * day where it does not, nothing where the year or the order of day and month is left to the reader.
 */
export function embargoEnd(line: string, language?: string): string | undefined {
  const dates = dateLikeParts(line, 2)
  const [date] = dates
  if (date === undefined || dates.length > 1 || EITHER_DAY.test(date)) return undefined
  // The clock behind a day may be written in a way that no date is: "05.03.2026, 10.00 Uhr".
  const day = parseDate(date, { language }) ?? parseDate(date.split(',')[0] ?? '', { language })
  // Its clock may stand before the day: "00:01 GMT on 5 March 2026".
  const said = line.slice(line.search(/\d/))
  const whole = [said, date]
    .map(part => parseDate(part, { language }))
    .find(parsed => parsed?.precision !== 'date')
  if (day === undefined) return undefined
  const isZoned = whole !== undefined && (whole.offsetMinutes !== undefined || ZONE.test(line))
  return isZoned ? whole.iso : day.iso.slice(0, 10)
}
