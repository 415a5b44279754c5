import { describe, expect, it } from 'vitest'
import { brokenParts, learnRecipe, type RecipeState, UNTRIED } from '../../shared/source-recipe.ts'

const selectors = { text: '.notice', title: 'h1' }
const at = '2026-11-21T09:00:00.000Z'
const later = '2026-11-22T09:00:00.000Z'

const matched = (page: string) => ({ page, found: ['text', 'title'] as const, missed: [] })
const missed = (page: string) => ({ page, found: ['title'] as const, missed: ['text'] as const })

function learnt(state: RecipeState, pages: readonly string[], time = at): RecipeState {
  return pages.reduce((before, page) => learnRecipe(before, [missed(page)], selectors, time), state)
}

const matching = learnRecipe(UNTRIED, [matched('a')], selectors, at)
const broken = learnt(matching, ['b', 'c', 'd', 'e', 'f'], later)

describe('what is known of a source’s own selectors', () => {
  it('is that they match, from the first page on which they find something', () => {
    expect(matching).toEqual({ version: 1, kind: 'matching', since: at, missed: {} })
    expect(learnRecipe(matching, [matched('b')], selectors, later)).toBe(matching)
  })

  it('is that they are broken, from the fifth different page in a row on which one of them finds nothing', () => {
    expect(learnt(matching, ['b', 'c', 'd', 'e'], later)).toMatchObject({ kind: 'matching', since: at })
    expect(broken).toMatchObject({ version: 6, kind: 'broken', since: later })
    expect(brokenParts(broken.missed)).toEqual(['text'])
    expect(learnt(broken, ['g', 'h'])).toBe(broken)
  })

  it('counts a page once, however often it is read', () => {
    expect(learnt(matching, ['b', 'b', 'b', 'b', 'b', 'b'])).toMatchObject({ version: 2, kind: 'matching' })
  })

  it('is forgiven by one page on which the selector finds something', () => {
    const forgiven = learnRecipe(learnt(matching, ['b', 'c', 'd', 'e']), [matched('f')], selectors, later)
    expect(forgiven).toMatchObject({ kind: 'matching', since: at, missed: {} })
    const again = learnRecipe(broken, [missed('g'), matched('h'), missed('i')], selectors, later)
    expect(again).toEqual({ version: 7, kind: 'matching', since: later, missed: {} })
  })

  it('is told of each selector: two that miss in turn break nothing', () => {
    const noTitle = (page: string) => ({ page, found: ['text'] as const, missed: ['title'] as const })
    const state = ['b', 'c', 'd', 'e', 'f', 'g'].reduce(
      (before, page, i) => learnRecipe(before, [i % 2 ? noTitle(page) : missed(page)], selectors, at),
      matching,
    )
    expect(state.kind).toBe('matching')
  })

  it('is that they are broken at once when a whole first batch gives nothing', () => {
    const pages = ['a', 'b', 'c', 'd', 'e', 'f'].map(missed)
    expect(learnRecipe(UNTRIED, pages, { text: '.notice' }, at)).toMatchObject({ version: 1, kind: 'broken' })
  })

  it('stays broken while a selector taken in its stead finds nothing, and is mended by one that does', () => {
    const other = { page: 'g', found: [], missed: ['text'] as const }
    expect(learnRecipe(broken, [other], { text: '.other' }, at)).toBe(broken)
    const mended = { page: 'g', found: ['text'] as const, missed: [] }
    expect(learnRecipe(broken, [mended], { text: '.other' }, at)).toMatchObject({ kind: 'matching' })
  })

  it('is learnt alike from a state whose fields a table gave back in another order', () => {
    const both = learnRecipe(UNTRIED, [{ page: 'a', found: [], missed: ['text', 'title'] }], selectors, at)
    const turned = { ...both, missed: Object.fromEntries(Object.entries(both.missed).toReversed()) }
    expect(learnRecipe(turned, [{ page: 'a', found: [], missed: ['text', 'title'] }], selectors, at)).toBe(
      turned,
    )
  })
})
