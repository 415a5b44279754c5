import { parseHTML } from 'linkedom'
import * as z from 'zod/mini'
import { isSelectable } from '../shared/text/select.ts'

/** What is wrong at one place of the file: `path` from the top of the document. */
export type SourceFault = { path: readonly PropertyKey[]; text: string }

const wantedTypes = new Map([
  ['string', 'must be text'],
  ['boolean', 'must be true or false'],
  ['array', 'must be a list'],
  ['object', 'must be a map of settings'],
])

const wholeFile = 'must be a map that begins with sources:'

/** Says what is allowed, for the schemas' faults that carry no words of their own. */
export function allowedText(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return wantedTypes.get(issue.expected)
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'too_big') return `must be at most ${issue.maximum} characters`
  return undefined
}

/** The faults of one schema issue: one for each unknown key, otherwise one, with what was found instead. */
export function issueFaults(issue: z.core.$ZodIssue): SourceFault[] {
  const { path, input } = issue
  const message = path.length === 0 && issue.code === 'invalid_type' ? wholeFile : issue.message
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ path: [...path, key], text: message }))
  if (input === undefined) return [{ path, text: `is missing: ${message}` }]
  const isWhole = issue.code === 'custom' && typeof input === 'object'
  return [{ path, text: isWhole ? message : `${message} (found ${foundText(input)})` }]
}

function foundText(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  const text = JSON.stringify(value) ?? String(value)
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`
}

const Entries = z.object({ sources: z.array(z.unknown()), watches: z.catch(z.array(z.unknown()), []) })
const Identified = z.object({ id: z.string() })
const Selecting = z.object({
  list: z.optional(z.record(z.string(), z.unknown())),
  article: z.optional(z.record(z.string(), z.unknown())),
})

/** Faults that no single setting shows: an id used twice, a selector that no CSS engine takes. */
export function entryFaults(value: unknown): SourceFault[] {
  const entries = Entries.safeParse(value)
  if (!entries.success) return []
  const { sources, watches } = entries.data
  return [
    ...duplicateIds('sources', sources),
    ...sources.flatMap(selectorFaults),
    ...duplicateIds('watches', watches),
  ]
}

function duplicateIds(list: 'sources' | 'watches', members: readonly unknown[]): SourceFault[] {
  const firstUse = new Map<string, number>()
  return members.flatMap((member, index) => {
    const identified = Identified.safeParse(member)
    if (!identified.success) return []
    const { id } = identified.data
    const first = firstUse.get(id)
    if (first === undefined) firstUse.set(id, index)
    return first === undefined
      ? []
      : [
          {
            path: [list, index, 'id'],
            text: `must be unique (${list}[${first}] is ${JSON.stringify(id)} too)`,
          },
        ]
  })
}

function selectorFaults(source: unknown, index: number): SourceFault[] {
  const selecting = Selecting.safeParse(source)
  if (!selecting.success) return []
  return Object.entries(selecting.data).flatMap(([group, selectors]) =>
    Object.entries(selectors ?? {})
      .filter(([name]) => name !== 'dateFormat')
      .flatMap(([name, selector]) => {
        const fault = selectorFault(group, selector)
        return fault === undefined ? [] : [{ path: ['sources', index, group, name], text: fault }]
      }),
  )
}

/** Anything but non-blank text passes: the schema has its own words for that. */
function selectorFault(group: string, selector: unknown): string | undefined {
  if (typeof selector !== 'string' || selector.trim() === '') return undefined
  const found = `(found ${foundText(selector)})`
  if (!isSelector(selector)) return `must be a CSS selector ${found}`
  return group === 'article' && !isSelectable(selector)
    ? `must be of tags, classes, ids, attributes, :first-child, :last-child, spaces, > and commas ${found}`
    : undefined
}

// The engine that reads publishers' lists decides what a selector is; pages of articles are read by one of our own.
const { document } = parseHTML('')

function isSelector(selector: string): boolean {
  try {
    document.querySelector(selector)
    return true
  } catch {
    return false
  }
}
