import { type Settled, thenAll } from '../../shared/runtime/batch.ts'
import type { Source } from '../../shared/source.ts'
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
import { type NoteRecipeDeps, noteRecipe } from './note-recipe.ts'
import type { Rejected } from './open-entry.ts'

export type ReadPagesDeps = { furniture: FurnitureStore } & NoteRecipeDeps

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
  const read = readPage(bytes, {
    url,
    ...(contentType !== undefined && { contentType }),
    ...(source.article !== undefined && { selectors: source.article }),
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
  { furniture }: Pick<ReadPagesDeps, 'furniture'>,
): Promise<FurnitureState> {
  for (let round = 1; ; round += 1) {
    const { version, state } = await furniture.read(sourceId)
    const after = learnFurniture(state, pages)
    if (!isWorthSaving(state, after, pages)) return after
    const saved = await furniture.save(sourceId, { version: version + 1, state: after })
    if (saved.kind === 'saved' || round === MAX_ROUNDS) return after
  }
}

/** What the pages of a batch tell of their source: whether its own selectors match, and what the pages have in common. */
async function learntFrom(
  { source, read }: { source: Source; read: readonly ReadPage[] },
  deps: ReadPagesDeps,
): Promise<FurnitureState> {
  const sights = read.flatMap(({ learnt, recipe }) =>
    recipe === undefined ? [] : [{ page: learnt.url, found: recipe.found, missed: recipe.missed }],
  )
  await noteRecipe(source, sights, deps)
  return await furnitureAfter(
    source.id,
    read.map(({ learnt }) => learnt),
    deps,
  )
}

/** One page by what is known of its source's furniture, without learning from it. */
export async function readKnown(
  from: EntryWithPage,
  { furniture }: Pick<ReadPagesDeps, 'furniture'>,
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
  const pages = new Map<string, { source: Source; read: ReadPage[] }>()
  for (const end of read) {
    if (end.kind === 'failed' || !('read' in end.value) || end.value.read === undefined) continue
    const { source } = end.value.from
    const earlier = pages.get(source.id)?.read ?? []
    pages.set(source.id, { source, read: [...earlier, end.value.read] })
  }
  const known = new Map([...pages].map(([id, of]) => [id, learntFrom(of, deps)]))
  return await thenAll(read, async value => {
    if ('kind' in value) return value
    const { from, read: page } = value
    return page === undefined ? from : { ...from, extracted: page.articleBy(await known.get(from.source.id)) }
  })
}
