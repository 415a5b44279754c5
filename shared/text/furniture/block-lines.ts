import type { Block } from '../blocks.ts'
import type { WeighedBlock } from '../body.ts'

/** A line of a page's block, as a block of its own. */
export type LineOfBlock = WeighedBlock & { whole: Block }

/**
 * The blocks of a page line by line: where a template parts everything by line breaks, what serves the page stands
 * in one block with the text.
 */
export function splitLines(blocks: readonly WeighedBlock[]): LineOfBlock[] {
  return blocks.flatMap((weighed): LineOfBlock[] => {
    const { block } = weighed
    if (block.lines === undefined) return [{ ...weighed, whole: block }]
    return block.lines.map(({ text, linkChars }) => ({
      ...weighed,
      whole: block,
      block: { ...block, text, linkChars, nodes: [{ ordinal: -1, chars: text.length }] },
    }))
  })
}

/** Blocks again, of the lines that are left. */
export function joinLines(lines: readonly LineOfBlock[]): Block[] {
  const parts = new Map<Block, string[]>()
  for (const { whole, block } of lines) {
    const texts = parts.get(whole)
    if (texts === undefined) parts.set(whole, [block.text])
    else texts.push(block.text)
  }
  return [...parts].map(([whole, texts]) => (whole.lines ? { ...whole, text: texts.join('\n') } : whole))
}
