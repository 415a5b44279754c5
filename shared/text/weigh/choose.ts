import type { Block, Region } from '../blocks.ts'
import model from './block-model.json' with { type: 'json' }
import { blockFeatures, type PageSigns } from './features.ts'
import { probability } from './trees.ts'

const KEEP = 0.45

/** The model's opinion of every block, between 0 (serves the page) and 1 (belongs to the article). */
export function weighBlocks(blocks: readonly Block[], regions: readonly Region[], signs: PageSigns): number[] {
  return blockFeatures(blocks, regions, signs).map(row => probability(model, row))
}

/** Whether each block belongs to the article. */
export function chooseBlocks(blocks: readonly Block[], regions: readonly Region[], signs: PageSigns): boolean[] {
  return weighBlocks(blocks, regions, signs).map(weight => weight > KEEP)
}
