import { createHash } from 'node:crypto'
import type { Source } from '../../shared/source.ts'
import type { PlanMemory, Sources } from '../../shared/store/sources.ts'

/**
 * Brings the sources table in step with the sources file that this deployment was made from; does nothing when
 * it is. Sources added at run time stay as they are.
 * @returns what plan remembers afterwards; not saved when another plan was quicker.
 */
export async function loadCatalogue(
  catalogue: readonly Source[],
  memory: PlanMemory,
  sources: Pick<Sources, 'put' | 'remove' | 'savePlanMemory'>,
): Promise<PlanMemory> {
  const catalogueSha256 = createHash('sha256').update(JSON.stringify(catalogue)).digest('hex')
  if (memory.catalogueSha256 === catalogueSha256) return memory

  const catalogueIds = catalogue.map(source => source.id)
  for (const source of catalogue) await sources.put(source)
  for (const id of memory.catalogueIds) if (!catalogueIds.includes(id)) await sources.remove(id)

  const loaded = { ...memory, version: memory.version + 1, catalogueSha256, catalogueIds }
  await sources.savePlanMemory(loaded)
  return loaded
}
