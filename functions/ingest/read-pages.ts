import { type Settled, thenAll } from '../../shared/runtime/batch.ts'
import type { FurnitureStore } from '../../shared/store/furniture.ts'
import { type ExtractedArticle, type ReadPage, readPage } from '../../shared/text/extract.ts'
import {
  type FurnitureState,
  isWorthSaving,
  type LearntPage,
  learnFurniture,
} from '../../shared/text/furniture/learned.ts'
import type { Obstacle } from '../../shared/text/obstacle.ts'
import type { EntryWithPage } from './fetch-page.ts'
import type { Rejected } from './open-entry.ts'

export type ReadPagesDeps = { furniture: FurnitureStore }

/** An entry with what its page says; without where there is no page, or another one than the article's. */
export type EntryWithArticle = EntryWithPage & { extracted?: ExtractedArticle }

type EntryRead = { from: EntryWithPage; read?: ReadPage }

/** Batches that learn from one source at once each see what the other saved on the next round. */
const MAX_ROUNDS = 5

/** What was served in the article's stead is no article: the entry's own words are recorded until it comes. */
function behindObstacle(obstacle: Obstacle): EntryWithPage['page'] {
  return { kind: 'absent', reason: obstacle, mayCome: obstacle === 'bot-wall' }
}

function readEntry(from: EntryWithPage): EntryRead {
  const { page, source } = from
  if (page.kind !== 'page') return { from }
  const { bytes, finalUrl: url, contentType } = page.document
  const selector = source.article?.text
  const read = readPage(bytes, {
    url,
    ...(contentType !== undefined && { contentType }),
    ...(selector !== undefined && { selector }),
  })
  const { obstacle } = read.articleBy(undefined)
  return obstacle === undefined ? { from, read } : { from: { ...from, page: behindObstacle(obstacle) } }
}

/**
 * What is known of a source's furniture once these pages are learnt from, too. It is saved before it is used, and
 * rarely once the source is well known; learning from a page again changes nothing.
 */
async function furnitureAfter(
  sourceId: string,
  pages: readonly LearntPage[],
  { furniture }: ReadPagesDeps,
): Promise<FurnitureState> {
  for (let round = 1; ; round += 1) {
    const { version, state } = await furniture.read(sourceId)
    const after = learnFurniture(state, pages)
    if (!isWorthSaving(state, after, pages)) return after
    const saved = await furniture.save(sourceId, { version: version + 1, state: after })
    if (saved.kind === 'saved' || round === MAX_ROUNDS) return after
  }
}

/** One page by what is known of its source's furniture, without learning from it. */
export async function readKnown(
  from: EntryWithPage,
  { furniture }: ReadPagesDeps,
): Promise<EntryWithArticle> {
  const { read, from: seen } = readEntry(from)
  if (read === undefined) return seen
  const { state } = await furniture.read(from.source.id)
  return { ...seen, extracted: read.articleBy(state) }
}

/**
 * Reads the pages of a batch: first all of them, then what they and the source's earlier ones have in common, and
 * with that each article's text.
 */
export async function readPages<Item>(
  fetched: readonly Settled<Item, EntryWithPage | Rejected>[],
  deps: ReadPagesDeps,
): Promise<Settled<Item, EntryWithArticle | Rejected>[]> {
  const read = await thenAll(fetched, async value => (value.kind === 'rejected' ? value : readEntry(value)))
  const pages = new Map<string, LearntPage[]>()
  for (const end of read) {
    if (end.kind === 'failed' || !('read' in end.value) || end.value.read === undefined) continue
    const { id } = end.value.from.source
    pages.set(id, [...(pages.get(id) ?? []), end.value.read.learnt])
  }
  const known = new Map([...pages].map(([id, learnt]) => [id, furnitureAfter(id, learnt, deps)]))
  return await thenAll(read, async value => {
    if ('kind' in value) return value
    const { from, read: page } = value
    return page === undefined ? from : { ...from, extracted: page.articleBy(await known.get(from.source.id)) }
  })
}
