import type { ArticleAudit } from '../../shared/article-audit.ts'

/**
 * A clean text with the lines that were left out of it put back where they stood, to the paragraph; those from
 * elsewhere on the page follow at the end. Undefined where their places were not kept.
 */
export function wholeText(text: string, audit: ArticleAudit): string | undefined {
  const { furnitureRemoved, furniturePlaces } = audit
  if (furnitureRemoved.length === 0) return text
  if (furniturePlaces?.length !== furnitureRemoved.length) return undefined
  const paragraphs = text === '' ? [] : text.split('\n\n')
  const lines = furnitureRemoved.map((line, i) => ({ line, behind: furniturePlaces[i]?.behind }))
  const whole: string[] = []
  for (let count = 0; count <= paragraphs.length; count += 1) {
    const isLast = count === paragraphs.length
    for (const { line, behind = Number.POSITIVE_INFINITY } of lines)
      if (behind === count || (isLast && behind > count)) whole.push(line)
    whole.push(...paragraphs.slice(count, count + 1))
  }
  return whole.join('\n\n')
}
