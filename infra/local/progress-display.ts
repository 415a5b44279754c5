import type { Progress } from '../../shared/progress.ts'

/** What a poll's outcome means for the people who watch; outcomes that mean the same give no new line. */
const sourceStates = new Map<string, string>([
  ['read', 'answers'],
  ['unchanged', 'answers'],
])

/**
 * Turns progress into lines for people: one for each article that is new, revised, a copy, withdrawn or restored,
 * and one whenever a source's state changes. Returns undefined for what is not worth a line.
 */
export function progressDisplay(): (progress: Progress) => string | undefined {
  const states = new Map<string, string>()
  return progress => {
    if (progress.progress === 'ingested') return articleLine(progress)
    if (progress.progress === 'looked') return lookLine(progress)
    if (progress.progress !== 'polled' || progress.outcome === 'superseded') return undefined
    const state = sourceStates.get(progress.outcome) ?? progress.outcome
    if (states.get(progress.sourceId) === state) return undefined
    states.set(progress.sourceId, state)
    const detail =
      progress.reason ?? (progress.outcome === 'read' ? `${progress.entries} entries` : undefined)
    return line('source', progress.sourceId, detail === undefined ? state : `${state}: ${detail}`)
  }
}

function articleLine(progress: Extract<Progress, { progress: 'ingested' }>): string | undefined {
  const { outcome, sourceId, headline, duplicateOf, reason } = progress
  if (outcome === 'rejected') return line('rejected', sourceId, reason ?? '')
  const word = outcome === 'created' && duplicateOf !== undefined ? 'copy' : outcome
  return line(word, sourceId, headline ?? progress.articleId ?? '')
}

/** A look that found nothing is no news. */
function lookLine({ outcome, sourceId, headline }: Extract<Progress, { progress: 'looked' }>) {
  return headline === undefined ? undefined : line(outcome, sourceId, headline)
}

function line(word: string, sourceId: string, text: string): string {
  return printable(`  ${word.padEnd(9)}  ${sourceId.padEnd(28)}  ${text}`)
}

/** One line of a terminal's width or two. A headline is a publisher's text and may hold terminal commands. */
export function printable(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
  return plain.length <= 200 ? plain : `${plain.slice(0, 199)}…`
}
