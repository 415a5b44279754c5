const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Segmenting costs about a microsecond a character of Thai or Chinese; beyond this the count is scaled up. */
const COUNTED_CHARS = 20_000

/**
 * The beginning of a text in at most `maxChars` UTF-16 units, whitespace folded to single spaces. Cut after a
 * whole word where the script has spaces, else between two graphemes, and then ended by an ellipsis.
 */
export function excerptOf(text: string, maxChars: number): string {
  const folded = text
    .slice(0, maxChars * 4 + 64)
    .replace(/\s+/g, ' ')
    .trim()
  if (folded.length <= maxChars) return folded
  const room = maxChars - 1
  if (room < 1) return ''
  const whole = wholeGraphemes(folded, room)
  const space = whole.lastIndexOf(' ')
  const endsAtWord = folded[whole.length] === ' '
  const cut = !endsAtWord && space > room / 2 ? whole.slice(0, space) : whole
  return `${cut.trimEnd()}…`
}

/** The beginning of a text as `excerptOf` cuts it, in at most `maxBytes` of UTF-8. */
export function excerptWithin(text: string, maxBytes: number): string {
  let maxChars = maxBytes
  for (;;) {
    const excerpt = excerptOf(text, maxChars)
    const bytes = Buffer.byteLength(excerpt)
    if (bytes <= maxBytes) return excerpt
    maxChars = Math.min(maxChars - 1, Math.floor((maxChars * maxBytes) / bytes))
  }
}

function wholeGraphemes(text: string, maxChars: number): string {
  // A grapheme that is longer than this is an attack on the segmenter, not writing.
  const start = Math.max(0, maxChars - 64)
  let end = start
  for (const { index, segment } of GRAPHEMES.segment(text.slice(start, maxChars + 64))) {
    if (start + index + segment.length > maxChars) break
    end = start + index + segment.length
  }
  return text.slice(0, end)
}

/** How many words a text has by the rules of its script (Unicode UAX 29). Long texts are counted by their start. */
export function wordCount(text: string): number {
  const counted = text.slice(0, COUNTED_CHARS)
  let words = 0
  for (const { isWordLike } of WORDS.segment(counted)) if (isWordLike) words++
  return counted.length === text.length ? words : Math.round((words * text.length) / counted.length)
}
