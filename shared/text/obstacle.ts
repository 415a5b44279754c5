import { CONSENT_LINE, NOT_FOUND, WALL_LINE, WALL_TITLE } from './obstacle-words.ts'

/** Why a page that was served is not the article that was asked for. */
export type Obstacle = 'bot-wall' | 'consent' | 'not-found' | 'script-only' | 'frameset'

/** Articles that report on captchas or cookies are longer than any wall. */
const SHORT_CHARS = 700
const BARE_CHARS = 60
const MUCH_SCRIPT = 2_000
/** What says that a page is not there is a line of its own near the top. */
const LINE_CHARS = 160
const FIRST_LINES = 4
/** A wall or a consent page speaks of little else; a release has other sentences than those of a banner. */
const WALL_SHARE = 0.25
const CONSENT_SHARE = 0.5

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
  // Banners and forms with a captcha stand on sound pages too: where there is a text, it alone is judged.
  const seen = text.length >= BARE_CHARS ? text : visibleText.slice(0, 2_000)
  const lines = seen.split('\n').filter(line => line.trim() !== '')
  if (isMissing(title, lines)) return 'not-found'
  if (WALL_TITLE.test(title.trim()) || shareOf(lines, WALL_LINE) >= WALL_SHARE) return 'bot-wall'
  if (shareOf(lines.flatMap(sentencesOf), CONSENT_LINE) >= CONSENT_SHARE) return 'consent'
  if (hasFrameset) return 'frameset'
  const isBare = text.length < BARE_CHARS && visibleText.length < BARE_CHARS
  if ((isBare && scriptChars > 0) || (text === '' && scriptChars > MUCH_SCRIPT)) return 'script-only'
  return undefined
}

function isMissing(title: string, lines: readonly string[]): boolean {
  const said = [
    title,
    ...lines.slice(0, FIRST_LINES).flatMap(line => [line, ...sentencesOf(line).slice(0, 1)]),
  ]
  return said.some(line => line.length <= LINE_CHARS && NOT_FOUND.test(line.trim()))
}

function sentencesOf(line: string): string[] {
  return line.split(/(?<=[.!?。！？])\s*/u).filter(sentence => sentence !== '')
}

/** The share of characters that stand in lines of a kind. */
function shareOf(lines: readonly string[], kind: RegExp): number {
  const all = lines.reduce((sum, line) => sum + line.length, 0)
  const own = lines.reduce((sum, line) => sum + (kind.test(line) ? line.length : 0), 0)
  return all === 0 ? 0 : own / all
}
