import type { ElementNode } from './tree.ts'

const EXTENSIONS = 'pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|zip|epub'
/** At the end of the path, or of a value of the query: `/get?file=report.pdf&lang=en`. */
const FILE = new RegExp(`\\.(?:${EXTENSIONS})(?:$|[?#&])`, 'i')
const FILE_TYPE = /^application\/(?:pdf|msword|vnd\.|rtf|zip)/i
/** "Report (PDF, 1.2 MB)" or "Report PDF" behind an address that does not say so. */
const NAMED = new RegExp(
  `[(\\[]\\s?(?:${EXTENSIONS})(?:[,;:/–-]?\\s?[\\d.,]+\\s?[kмm]?[bбo]\\w*)?\\s?[)\\]]$|(?:^|\\s)(?:${EXTENSIONS})[,;:/–-]?\\s?[\\d.,]+\\s?[kмm][bбo]\\w*$`,
  'i',
)
const IN_CAPITALS = /(?:^|\s)(?:PDF|DOCX?|XLSX?|PPTX?)$/
const MAX_TEXT_CHARS = 300
/** What is written on every link to a file. */
const ON_EVERY_LINK =
  /^[\s([]*(?:pdf|docx?|xlsx?|download(?:s|en)?|herunterladen|télécharger|descargar|scarica|baixar|pobierz|stáhnout|hämta|скачать|завантажити|下载|下載|ダウンロード|다운로드|تحميل|here|hier|ici|aquí|view|open|öffnen|file|document|read more|more|click here)?(?:\s(?:the\s)?(?:pdf|file|document|report|here))?[\s)\]:.]*(?:[\d.,]+\s?[kmкм]?[bб]\w*)?[\s)\]]*$/i

/** The document that a link leads to. */
export function fileOf(link: ElementNode): { url: string; text: string } | undefined {
  const url = link.getAttribute('href') ?? ''
  if (url === '' || /^(?:#|mailto:|tel:|javascript:)/i.test(url)) return undefined
  const isFile =
    FILE.test(url) || FILE_TYPE.test(link.getAttribute('type') ?? '') || link.hasAttribute('download')
  const text = link.textContent.slice(0, MAX_TEXT_CHARS).replace(/\s+/g, ' ').trim()
  if (!isFile && !NAMED.test(text) && !IN_CAPITALS.test(text)) return undefined
  const named = [text, link.getAttribute('title'), link.getAttribute('aria-label')].find(
    name => name && !ON_EVERY_LINK.test(name),
  )
  return { url, text: named ?? '' }
}

/** What a file is called: by its link, else by the line that the link stands in. */
export function linkTitle(text: string, line: string | undefined): string | undefined {
  const own = text.trim()
  if (own !== '') return own
  const around = line?.replace(/\s+/g, ' ').trim() ?? ''
  return around.length > 0 && around.length <= MAX_TEXT_CHARS / 2 && !ON_EVERY_LINK.test(around)
    ? around
    : undefined
}
