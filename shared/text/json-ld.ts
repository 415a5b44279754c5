import * as z from 'zod/mini'
import type { DataScript } from './parse-tree.ts'

export type ArticleData = {
  headline?: string
  authors: string[]
  published?: string
  modified?: string
  articleBody?: string
  siteName?: string
  language?: string
}

const Loose = z.record(z.string(), z.unknown())
const ARTICLE_TYPE =
  /(?:Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|PressRelease|NewsItem|WebPage)$/i
const MAX_NODES = 2_000

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function textOf(value: unknown): string | undefined {
  const found = asList(value).find(item => typeof item === 'string')
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return textOf(value)
  const thing = Loose.safeParse(value)
  return thing.success ? textOf(thing.data.name) : undefined
}

/**
 * JSON as pages carry it, undefined when it is none. Line feeds inside strings, comment marks and trailing semicolons
 * are common in hand-made data and stop JSON.parse.
 */
export function parseLenient(text: string): unknown {
  const json = text
    .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\/)?\]\]>|;)\s*$/, '')
  try {
    return JSON.parse(json)
  } catch {
    return parseWithoutControls(json)
  }
}

function parseWithoutControls(json: string): unknown {
  try {
    return JSON.parse(json.replace(/\p{Cc}+/gu, ' '))
  } catch {
    // Broken data is the same as none: the page itself still says everything.
    return undefined
  }
}

function* thingsIn(root: unknown): Generator<Record<string, unknown>> {
  const queue: unknown[] = [root]
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const value = queue[i]
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES))
    const thing = Loose.safeParse(value)
    if (Array.isArray(value) || !thing.success) continue
    yield thing.data
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart']) queue.push(thing.data[key])
  }
}

function isArticle(thing: Record<string, unknown>): boolean {
  return asList(thing['@type']).some(type => typeof type === 'string' && ARTICLE_TYPE.test(type))
}

function rank(thing: Record<string, unknown>): number {
  const page = asList(thing['@type']).some(type => type === 'WebPage')
  return (
    (page ? 0 : 4) + (thing.articleBody ? 1 : 0) + (thing.datePublished ? 1 : 0) + (thing.headline ? 1 : 0)
  )
}

/** Authors are often given as a reference to a thing of the same graph. */
function resolved(author: unknown, things: readonly Record<string, unknown>[]): unknown {
  const reference = Loose.safeParse(author)
  if (!reference.success || reference.data.name !== undefined) return author
  const id = reference.data['@id']
  return (
    things.find(thing => typeof id === 'string' && thing['@id'] === id && thing.name !== undefined) ?? author
  )
}

function articleFrom(
  thing: Record<string, unknown>,
  things: readonly Record<string, unknown>[],
): ArticleData {
  const headline = textOf(thing.headline) ?? textOf(thing.name)
  const published = textOf(thing.datePublished) ?? textOf(thing.dateCreated)
  const modified = textOf(thing.dateModified)
  const articleBody = textOf(thing.articleBody)
  const siteName = nameOf(asList(thing.publisher)[0])
  const language = textOf(thing.inLanguage)
  const people = asList(thing.author)
    .map(author => resolved(author, things))
    .filter(author => !isOrganisation(author))
  const authors = people.map(nameOf).filter(name => name !== undefined)
  return {
    authors,
    ...(headline ? { headline } : {}),
    ...(published ? { published } : {}),
    ...(modified ? { modified } : {}),
    ...(articleBody ? { articleBody } : {}),
    ...(siteName ? { siteName } : {}),
    ...(language ? { language } : {}),
  }
}

function isOrganisation(author: unknown): boolean {
  const thing = Loose.safeParse(author)
  return thing.success && asList(thing.data['@type']).some(type => type !== 'Person')
}

/**
 * The article that a page's JSON-LD (schema.org) describes, or undefined when there is none. Of several the
 * fullest wins. Data that is not valid JSON is skipped.
 */
export function readArticleData(scripts: readonly DataScript[]): ArticleData | undefined {
  const things = scripts
    .filter(({ type }) => type.includes('ld+json'))
    .flatMap(({ text }) => [...thingsIn(parseLenient(text))])
  const best = things.filter(isArticle).sort((a, b) => rank(b) - rank(a))[0]
  return best && articleFrom(best, things)
}
