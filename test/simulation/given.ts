import type { FunctionDeps } from './gated-ports.ts'
import { production, type Variant } from './simulate.ts'

/** The production functions, given something else. */
export function given(change: (deps: FunctionDeps) => Partial<FunctionDeps>): Variant {
  return deps => production({ ...deps, ...change(deps) })
}

/** Whoever finds the number of a revision taken takes the next one, without another look at what is on record. */
export const numberMovesOn = given(({ articles }) => ({
  articles: {
    ...articles,
    insert: async article => {
      let inserted = await articles.insert(article)
      for (let revision = article.revision + 1; inserted.kind === 'taken'; revision += 1)
        inserted = await articles.insert({ ...article, revision })
      return inserted
    },
  },
}))
