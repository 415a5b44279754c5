import type { ArticleAudit } from '../../shared/article-audit.ts'
import { wholeText } from '../../shared/text/furniture/whole-text.ts'

/**
 * A clean text with the lines that were left out of it put back where they stood, to the paragraph; those from
 * elsewhere on the page follow at the end. Undefined where their places were not kept.
 */
export function textWithFurniture(
  text: string,
  { furnitureRemoved, furniturePlaces = [] }: ArticleAudit,
): string | undefined {
  if (furniturePlaces.length !== furnitureRemoved.length) return undefined
  return wholeText(
    text,
    furnitureRemoved.map((line, i) => ({ text: line, behind: furniturePlaces[i]?.behind })),
  )
}
