/** Why a page that was served is not the article that was asked for. */
export type Obstacle = 'bot-wall' | 'consent' | 'not-found' | 'script-only' | 'frameset'

const BOT_WALL =
  /(?:just a moment\.{0,3}|attention required!? ?\| ?cloudflare|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|access denied|request unsuccessful\. incapsula|ddos-guard|enable javascript and cookies to continue|unusual traffic|security check|pardon our interruption|captcha)/i
const CONSENT =
  /(?:before you continue|we (?:and our partners )?(?:value|care about) your privacy|cookie (?:consent|settings|policy)|accept (?:all )?cookies|consent to cookies|gdpr|datenschutzeinstellungen|wir (?:verwenden|nutzen) cookies|nous utilisons des cookies|utilizamos cookies)/i
const NOT_FOUND =
  /^(?:\W*(?:error )?404\b|(?:page|article|document|file|content)? ?(?:was |is |could )?not (?:be )?found\b|page (?:doesn.t|does not) exist|(?:oops|sorry)\W{1,3}.{0,40}(?:not (?:be )?found|doesn.t exist|can.t find)|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|página não encontrada|страница не найдена|сторінку не знайдено|strona nie (?:została )?znaleziona|էջը չի գտնվել)/i

/** Articles that report on captchas or cookies are longer than any wall. */
const SHORT_CHARS = 700
const BARE_CHARS = 60
const MUCH_SCRIPT = 2_000

export type PageSight = {
  title: string
  text: string
  visibleText: string
  hasFrameset: boolean
  scriptChars: number
}

/**
 * Recognises bot walls, consent pages, soft 404s and pages that only script would fill. Judged by the title and
 * by short pages alone, so that no article is lost for its subject; undefined for articles.
 */
export function findObstacle({
  title,
  text,
  visibleText,
  hasFrameset,
  scriptChars,
}: PageSight): Obstacle | undefined {
  if (text.length > SHORT_CHARS) return undefined
  // Cookie banners and forms with a captcha stand on sound pages too: where there is a text, it alone is judged.
  const seen = `${title}\n${text.length >= BARE_CHARS ? text : visibleText.slice(0, 2_000)}`
  if (NOT_FOUND.test(title) || seen.split('\n').some(line => NOT_FOUND.test(line))) return 'not-found'
  if (BOT_WALL.test(seen)) return 'bot-wall'
  if (CONSENT.test(seen)) return 'consent'
  if (hasFrameset) return 'frameset'
  const isBare = text.length < BARE_CHARS && visibleText.length < BARE_CHARS
  if ((isBare && scriptChars > 0) || (text === '' && scriptChars > MUCH_SCRIPT)) return 'script-only'
  return undefined
}
