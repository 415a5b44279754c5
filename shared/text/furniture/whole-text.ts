/** A line that was left out of a text, behind so many of its paragraphs; without a number from elsewhere on the page. */
export type LeftOut = { text: string; behind?: number | undefined }

/** A clean text with the lines that were left out of it put back where they stood, to the paragraph. */
export function wholeText(text: string, leftOut: readonly LeftOut[]): string {
  const paragraphs = text === '' ? [] : text.split('\n\n')
  const at = new Map<number, string[]>()
  for (const { text: line, behind = paragraphs.length } of leftOut) {
    const place = Math.min(behind, paragraphs.length)
    at.set(place, [...(at.get(place) ?? []), line])
  }
  const whole = paragraphs.flatMap((paragraph, i) => [...(at.get(i) ?? []), paragraph])
  return [...whole, ...(at.get(paragraphs.length) ?? [])].join('\n\n')
}
