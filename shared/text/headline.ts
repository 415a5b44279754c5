import type { Block } from './blocks.ts'

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The index of the block that is the article's headline: the heading that says its title, else the first h1, else -1. */
export function headlineAt(blocks: readonly Block[], title: string | undefined): number {
  const wanted = plain(title ?? '')
  const own =
    wanted === '' ? -1 : blocks.findIndex(({ heading, text }) => heading > 0 && plain(text) === wanted)
  return own < 0 ? blocks.findIndex(({ heading }) => heading === 1) : own
}
