import type { PageMetadata } from '../metadata.ts'
import type { PageSigns } from './features.ts'

/** What of the page's own statements the blocks are weighed against. */
export function pageSigns(metadata: PageMetadata, readable: ReadonlySet<number>): PageSigns {
  const { title = '', description = '', articleBody = '' } = metadata
  return { title, description, articleBody, readable }
}
