import { LightReadability } from './light-readability.ts'
import type { ParsedPage } from './parse-tree.ts'
import { ElementNode, following } from './tree.ts'

/**
 * Ordinals of the text nodes that Readability takes for the article. It rearranges the tree: read everything
 * else first. Its cost grows with depth times size, so its caller checks the page's shape.
 */
export function articleTextNodes(page: ParsedPage): Set<number> {
  const kept = new Set<number>()
  const article = new LightReadability(page.document, {
    serializer: (node: unknown) => node,
    keepClasses: true,
    disableJSONLD: true,
  }).parse()
  const root: unknown = article?.content
  if (!(root instanceof ElementNode)) return kept
  for (let node = following(root, root); node; node = following(node, root)) {
    if (node.nodeType === 3 && node.ordinal >= 0) kept.add(node.ordinal)
  }
  return kept
}
